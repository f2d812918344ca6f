package org.w3id.chokepoint.reason;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/** Checks the axioms of a conclusion one by one, each by what it says of fresh individuals. */
final class Conclusion {
  private static final Node TYPE = RDF.Nodes.type;
  private static final Set<String> DECLARATIONS =
      Set.of(
          "Class",
          "ObjectProperty",
          "DatatypeProperty",
          "NamedIndividual",
          "Thing",
          "Restriction",
          "DataRange");

  private final Structure structure;
  private final Hypotheses suppose;

  Conclusion(Graph conclusion, Hypotheses suppose) {
    this.structure = new Structure(conclusion);
    this.suppose = suppose;
  }

  /** Whether the axiom or fact of one triple holds; a triple that is part of another's does. */
  boolean holds(Triple t) {
    Node s = t.getSubject();
    Node o = t.getObject();
    String p = t.getPredicate().getURI();
    if (Structure.isDescription(t) || suppose.follows(t)) {
      return true;
    }
    if (p.startsWith(OWL2.NS)) {
      return owl(t, p.substring(OWL2.NS.length()));
    }
    Node x = suppose.individual();
    Node y = suppose.individual();
    if (p.equals(RDFS.subClassOf.getURI())) {
      return subClass(s, o);
    }
    if (p.equals(RDFS.subPropertyOf.getURI())) {
      return suppose.follows(triple(x, o, y), triple(x, s, y));
    }
    if (p.equals(RDFS.domain.getURI())) {
      return suppose.supposing(() -> isA(x, o), triple(x, s, y));
    }
    if (p.equals(RDFS.range.getURI())) {
      return hasRange(s, o) || suppose.supposing(() -> isA(y, o), triple(x, s, y));
    }
    if (s.equals(o) && suppose.follows(triple(t.getPredicate(), TYPE, owl("ReflexiveProperty")))) {
      return true;
    }
    return t.getPredicate().equals(TYPE) && type(s, o);
  }

  /** Whether the ranges that the property has leave no value outside {@code datatype}. */
  private boolean hasRange(Node property, Node datatype) {
    ValueSpace space = datatype.isURI() ? ValueSpace.ALL.get(datatype.getURI()) : null;
    List<ValueSpace> ranges =
        suppose.objects(property, RDFS.Nodes.range).stream()
            .map(n -> n.isURI() ? ValueSpace.ALL.get(n.getURI()) : null)
            .filter(Objects::nonNull)
            .toList();
    return space != null && space.coversCommonOf(ranges);
  }

  private boolean owl(Triple t, String property) {
    Node s = t.getSubject();
    Node o = t.getObject();
    Node x = suppose.individual();
    Node y = suppose.individual();
    return switch (property) {
      case "equivalentClass" -> subClass(s, o) && subClass(o, s);
      case "equivalentProperty" ->
          suppose.follows(triple(x, o, y), triple(x, s, y))
              && suppose.follows(triple(x, s, y), triple(x, o, y));
      case "disjointWith", "complementOf" ->
          suppose.refuted(triple(x, TYPE, s), triple(x, TYPE, o));
      case "propertyDisjointWith" -> suppose.refuted(triple(x, s, y), triple(x, o, y));
      case "differentFrom" -> suppose.refuted(triple(s, owl("sameAs"), o));
      case "inverseOf" ->
          suppose.follows(triple(y, o, x), triple(x, s, y))
              && suppose.follows(triple(y, s, x), triple(x, o, y));
      case "members", "distinctMembers" -> true;
      case "sourceIndividual", "assertionProperty", "targetIndividual", "targetValue" -> true;
      default -> false;
    };
  }

  private boolean type(Node s, Node kind) {
    String local =
        kind.isURI() && kind.getURI().startsWith(OWL2.NS)
            ? kind.getURI().substring(OWL2.NS.length())
            : "";
    Node x = suppose.individual();
    Node y = suppose.individual();
    Node z = suppose.individual();
    return switch (local) {
      case "AllDifferent" -> pairwise(s, (a, b) -> suppose.refuted(triple(a, owl("sameAs"), b)));
      case "AllDisjointClasses" ->
          pairwise(s, (a, b) -> suppose.refuted(triple(x, TYPE, a), triple(x, TYPE, b)));
      case "AllDisjointProperties" ->
          pairwise(s, (a, b) -> suppose.refuted(triple(x, a, y), triple(x, b, y)));
      case "NegativePropertyAssertion" -> negative(s);
      case "TransitiveProperty" ->
          suppose.follows(triple(x, s, z), triple(x, s, y), triple(y, s, z));
      case "SymmetricProperty" -> suppose.follows(triple(y, s, x), triple(x, s, y));
      case "ReflexiveProperty" -> suppose.follows(triple(x, s, x), triple(x, TYPE, owl("Thing")));
      case "FunctionalProperty" ->
          suppose.follows(triple(y, owl("sameAs"), z), triple(x, s, y), triple(x, s, z));
      case "InverseFunctionalProperty" ->
          suppose.follows(triple(x, owl("sameAs"), y), triple(x, s, z), triple(y, s, z));
      case "IrreflexiveProperty" -> suppose.refuted(triple(x, s, x));
      case "AsymmetricProperty" -> suppose.refuted(triple(x, s, y), triple(y, s, x));
      default -> DECLARATIONS.contains(local) || isA(s, kind);
    };
  }

  private boolean pairwise(Node axiom, BiPredicate<Node, Node> test) {
    List<Node> members =
        structure.list(
            structure
                .get(axiom, "members")
                .or(() -> structure.get(axiom, "distinctMembers"))
                .orElse(RDF.Nodes.nil));
    for (int i = 0; i < members.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (!test.test(members.get(i), members.get(j))) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean negative(Node axiom) {
    Optional<Node> target =
        structure.get(axiom, "targetIndividual").or(() -> structure.get(axiom, "targetValue"));
    Optional<Node> source = structure.get(axiom, "sourceIndividual");
    Optional<Node> property = structure.get(axiom, "assertionProperty");
    return source.isPresent()
        && property.isPresent()
        && target.isPresent()
        && suppose.refuted(triple(source.get(), property.get(), target.get()));
  }

  private boolean subClass(Node sub, Node top) {
    Node x = suppose.individual();
    return suppose.supposing(() -> isA(x, top), triple(x, TYPE, sub));
  }

  private boolean isA(Node individual, Node kind) {
    return new Membership(structure, suppose).holds(individual, kind);
  }

  static Triple triple(Node s, Node p, Node o) {
    return Triple.create(s, p, o);
  }

  static Node owl(String name) {
    return NodeFactory.createURI(OWL2.NS + name);
  }
}
