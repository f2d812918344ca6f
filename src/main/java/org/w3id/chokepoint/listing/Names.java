package org.w3id.chokepoint.listing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.w3id.chokepoint.graph.Terms;
import org.w3id.chokepoint.mention.ReferenceData;

/** Sees to it that within a kind no name means two entities. */
final class Names {
  private final Map<String, String> owners = new HashMap<>();
  private final Map<String, String> labels = new HashMap<>();
  private final Spelling spelling;

  /** Starts with the names of the reference data. */
  Names(ReferenceData reference, Spelling spelling) {
    this.spelling = spelling;
    for (Node property :
        List.of(RDFS.label.asNode(), SKOS.altLabel.asNode(), Terms.cp("metonym"))) {
      for (Triple t : reference.graph().find(Node.ANY, property, Node.ANY).toList()) {
        owners.put(
            key(t.getSubject().getURI(), t.getObject().getLiteralLexicalForm()),
            t.getSubject().getURI());
      }
    }
  }

  /**
   * Gives the alias to the entity, unless another of its kind has it, or a label that differs from
   * it in no more than case, punctuation and legal form.
   */
  boolean alias(String iri, String name) {
    String labelled = labels.getOrDefault(key(iri, spelling.key(name)), iri);
    return labelled.equals(iri) && take(iri, name);
  }

  /** Gives the first name that is free as a label. */
  String label(String iri, Stream<String> names) {
    String label = names.filter(n -> take(iri, n)).findFirst().orElse(iri);
    labels.putIfAbsent(key(iri, spelling.key(label)), iri);
    return label;
  }

  private boolean take(String iri, String name) {
    return iri.equals(owners.computeIfAbsent(key(iri, name), k -> iri));
  }

  /** The kind is what stands in the IRI before the last slash. */
  private static String key(String iri, String name) {
    return iri.substring(0, iri.lastIndexOf('/') + 1) + name;
  }
}
