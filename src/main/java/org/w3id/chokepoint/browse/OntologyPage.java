package org.w3id.chokepoint.browse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.w3id.chokepoint.serve.Served;
import org.w3id.chokepoint.snapshot.Lookup;
import org.w3id.chokepoint.snapshot.Terms;

/** The ontology on one page; each term is an anchor, so its IRI leads to it. */
final class OntologyPage {
  private OntologyPage() {}

  /**
   * A class, property or value.
   *
   * @param notes definition, then scope note, where given
   * @param axioms further meaning in words
   * @param uses how many members a class or triples a property has here
   * @param query where to see them
   */
  record Term(
      String name,
      Link link,
      List<String> notes,
      String example,
      List<Relation> relations,
      List<String> axioms,
      int uses,
      String query) {}

  /** What the ontology says of a term: a word and other terms. */
  record Relation(String word, List<Link> terms) {}

  /**
   * A class in the tree.
   *
   * @param uses how many members it has here
   */
  record Branch(Link type, int uses, List<Branch> kinds) {}

  private static List<Branch> roots(Scene scene) {
    Lookup ontology = ontology(scene);
    return ontology.subjects(RDF.type.asNode(), OWL.Class.asNode()).stream()
        .filter(OntologyPage::isOurs)
        .filter(
            type ->
                ontology.objects(type, RDFS.subClassOf.asNode()).stream()
                    .noneMatch(OntologyPage::isOurs))
        .map(type -> branch(type, scene, ontology, 0))
        .sorted(Comparator.comparing(branch -> branch.type().label()))
        .toList();
  }

  /** A depth beyond any real one stops a circle. */
  private static Branch branch(Node type, Scene scene, Lookup ontology, int depth) {
    List<Node> kinds = depth > 20 ? List.of() : ontology.subjects(RDFS.subClassOf.asNode(), type);
    return new Branch(
        new Link(scene.look().label(type), "#" + Lookup.localName(type.getURI()), type.getURI()),
        (int) scene.data().stream(Node.ANY, RDF.type.asNode(), type).count(),
        kinds.stream()
            .filter(OntologyPage::isOurs)
            .map(kind -> branch(kind, scene, ontology, depth + 1))
            .sorted(Comparator.comparing(branch -> branch.type().label()))
            .toList());
  }

  private static boolean isOurs(Node node) {
    return node.isURI() && node.getURI().startsWith(Terms.CP);
  }

  private static Lookup ontology(Scene scene) {
    return new Lookup(
        scene
            .served()
            .all()
            .getGraph(NodeFactory.createURI(scene.served().base() + Terms.ONTOLOGY)));
  }

  static Map<String, Object> values(Served served) {
    Scene scene = Scene.of(served);
    Node document = NodeFactory.createURI(Terms.BASE + "ontology");
    Lookup look = scene.look();
    Map<String, Object> values = new HashMap<>();
    values.put("title", look.label(document));
    values.put("description", look.string(document, Terms.dcterms("description")));
    values.put("version", look.string(document, OWL.versionInfo.asNode()));
    values.put("iri", document.getURI());
    List<Branch> tree = roots(scene);
    List<Term> relations = terms(scene, OWL.ObjectProperty.asNode());
    values.put("tree", tree);
    values.put("picture", ClassPicture.of(tree, relations));
    values.put("classes", terms(scene, OWL.Class.asNode()));
    values.put("relations", relations);
    values.put("attributes", terms(scene, OWL.DatatypeProperty.asNode()));
    values.put("values", terms(scene, Terms.cp("Facet")));
    return values;
  }

  private static List<Term> terms(Scene scene, Node kind) {
    Lookup ontology = ontology(scene);
    return ontology.subjects(RDF.type.asNode(), kind).stream()
        .filter(OntologyPage::isOurs)
        .map(node -> term(scene, ontology, node, kind))
        .sorted(Comparator.comparing(Term::name))
        .toList();
  }

  private static Term term(Scene scene, Lookup ontology, Node node, Node kind) {
    boolean type = kind.equals(OWL.Class.asNode());
    boolean facet = kind.equals(Terms.cp("Facet"));
    String name = Lookup.localName(node.getURI());
    long uses =
        type
            ? scene.data().stream(Node.ANY, RDF.type.asNode(), node).count()
            : facet
                ? scene.data().stream(Node.ANY, Node.ANY, node).count()
                : scene.data().stream(Node.ANY, node, Node.ANY).count();
    String pattern =
        type
            ? "SELECT ?x { ?x a <%s> } ORDER BY ?x"
            : facet
                ? "SELECT ?x ?p { ?x ?p <%s> } ORDER BY ?x"
                : "SELECT ?x ?y { ?x <%s> ?y } ORDER BY ?x";
    return new Term(
        name,
        scene.link(node),
        List.of(
            ontology.string(node, NodeFactory.createURI(Terms.SKOS + "definition")),
            ontology.string(node, NodeFactory.createURI(Terms.SKOS + "scopeNote"))),
        ontology.string(node, NodeFactory.createURI(Terms.SKOS + "example")),
        relations(scene, ontology, node),
        axioms(scene, ontology, node),
        (int) uses,
        QueryPage.address(pattern.formatted(node.getURI())));
  }

  private static List<Relation> relations(Scene scene, Lookup ontology, Node node) {
    return List.of(
            new Relation("kind of", named(scene, ontology, node, RDFS.subClassOf.asNode())),
            new Relation("implies", named(scene, ontology, node, RDFS.subPropertyOf.asNode())),
            new Relation("from", named(scene, ontology, node, RDFS.domain.asNode())),
            new Relation("to", named(scene, ontology, node, RDFS.range.asNode())),
            new Relation("inverse of", named(scene, ontology, node, OWL.inverseOf.asNode())),
            new Relation("never also", named(scene, ontology, node, OWL.disjointWith.asNode())))
        .stream()
        .filter(relation -> !relation.terms().isEmpty())
        .toList();
  }

  /** What the ontology says beside relations to other terms, in sentences. */
  private static List<String> axioms(Scene scene, Lookup ontology, Node node) {
    List<String> axioms = new ArrayList<>();
    Map<Node, String> traits =
        Map.of(
            OWL.TransitiveProperty.asNode(), "It passes on along a chain.",
            OWL.SymmetricProperty.asNode(), "It goes both ways.",
            OWL.FunctionalProperty.asNode(), "It leads to one thing only.",
            OWL.InverseFunctionalProperty.asNode(), "It comes from one thing only.",
            OWL.AsymmetricProperty.asNode(), "It never goes both ways.",
            OWL.IrreflexiveProperty.asNode(), "Nothing has it to itself.");
    traits.forEach(
        (trait, words) ->
            Stream.of(words).filter(w -> ontology.is(node, trait)).forEach(axioms::add));
    ontology
        .objects(node, OWL.propertyChainAxiom.asNode())
        .forEach(
            chain ->
                axioms.add("It follows from the chain “" + chain(scene, ontology, chain) + "”."));
    axioms.sort(Comparator.naturalOrder());
    return axioms;
  }

  private static String chain(Scene scene, Lookup ontology, Node list) {
    List<String> steps = new ArrayList<>();
    Optional<Node> cell = Optional.of(list);
    while (cell.isPresent() && !cell.get().equals(RDF.nil.asNode()) && steps.size() < 10) {
      ontology
          .object(cell.get(), RDF.first.asNode())
          .ifPresent(step -> steps.add(scene.look().label(step)));
      cell = ontology.object(cell.get(), RDF.rest.asNode());
    }
    return String.join(" → ", steps);
  }

  private static List<Link> named(Scene scene, Lookup ontology, Node node, Node predicate) {
    return ontology.objects(node, predicate).stream().filter(Node::isURI).map(scene::link).toList();
  }
}
