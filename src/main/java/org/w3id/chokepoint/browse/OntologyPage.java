package org.w3id.chokepoint.browse;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
   * @param uses how many members a class or triples a property has here
   * @param query where to see them
   */
  record Term(
      String name,
      Link link,
      List<String> notes,
      String example,
      List<Relation> relations,
      int uses,
      String query) {}

  /** What the ontology says of a term: a word and other terms. */
  record Relation(String word, List<Link> terms) {}

  static Map<String, Object> values(Served served) {
    Scene scene = Scene.of(served);
    Node document = NodeFactory.createURI(Terms.BASE + "ontology");
    Lookup look = scene.look();
    Map<String, Object> values = new HashMap<>();
    values.put("title", look.label(document));
    values.put("description", look.string(document, Terms.dcterms("description")));
    values.put("version", look.string(document, OWL.versionInfo.asNode()));
    values.put("iri", document.getURI());
    values.put("classes", terms(scene, OWL.Class.asNode()));
    values.put("relations", terms(scene, OWL.ObjectProperty.asNode()));
    values.put("attributes", terms(scene, OWL.DatatypeProperty.asNode()));
    values.put("values", terms(scene, Terms.cp("Facet")));
    return values;
  }

  private static List<Term> terms(Scene scene, Node kind) {
    Lookup ontology =
        new Lookup(
            scene
                .served()
                .all()
                .getGraph(NodeFactory.createURI(scene.served().base() + Terms.ONTOLOGY)));
    return ontology.subjects(RDF.type.asNode(), kind).stream()
        .filter(node -> node.isURI() && node.getURI().startsWith(Terms.CP))
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
        (int) uses,
        QueryPage.address(pattern.formatted(node.getURI())));
  }

  private static List<Relation> relations(Scene scene, Lookup ontology, Node node) {
    return List.of(
            new Relation("kind of", named(scene, ontology, node, RDFS.subClassOf.asNode())),
            new Relation("implies", named(scene, ontology, node, RDFS.subPropertyOf.asNode())),
            new Relation("from", named(scene, ontology, node, RDFS.domain.asNode())),
            new Relation("to", named(scene, ontology, node, RDFS.range.asNode())),
            new Relation("inverse of", named(scene, ontology, node, OWL.inverseOf.asNode())))
        .stream()
        .filter(relation -> !relation.terms().isEmpty())
        .toList();
  }

  private static List<Link> named(Scene scene, Lookup ontology, Node node, Node predicate) {
    return ontology.objects(node, predicate).stream().filter(Node::isURI).map(scene::link).toList();
  }
}
