package org.w3id.chokepoint.reason;

import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/** Whether a triple could be added at all: whether its property may hold of what it joins. */
final class Fitting {
  private static final Node DISJOINT = OWL2.disjointWith.asNode();

  private final Facts facts;

  Fitting(Facts facts) {
    this.facts = facts;
  }

  /** False where a domain, a range or the class itself is disjoint with a known class of a term. */
  boolean fits(Triple t) {
    Node p = t.getPredicate();
    if (p.equals(RDF.type.asNode())) {
      return fits(t.getSubject(), Set.of(t.getObject()));
    }
    return fits(t.getSubject(), objects(p, RDFS.domain.asNode()))
        && fits(t.getObject(), objects(p, RDFS.range.asNode()));
  }

  private boolean fits(Node term, Set<Node> wanted) {
    if (!term.isURI()) {
      return true;
    }
    for (Node known : objects(term, RDF.type.asNode())) {
      Set<Node> excluded = objects(known, DISJOINT);
      facts
          .all(Triple.create(Node.ANY, DISJOINT, known))
          .forEachRemaining(t -> excluded.add(t.getSubject()));
      if (wanted.stream().anyMatch(w -> isBelow(w, excluded))) {
        return false;
      }
    }
    return true;
  }

  private boolean isBelow(Node kind, Set<Node> excluded) {
    return excluded.contains(kind)
        || objects(kind, RDFS.subClassOf.asNode()).stream().anyMatch(excluded::contains);
  }

  private Set<Node> objects(Node subject, Node predicate) {
    Set<Node> out = new HashSet<>();
    Iterator<Triple> found = facts.all(Triple.create(subject, predicate, Node.ANY));
    found.forEachRemaining(t -> out.add(t.getObject()));
    return out;
  }
}
