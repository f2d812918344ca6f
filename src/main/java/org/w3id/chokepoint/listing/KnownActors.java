package org.w3id.chokepoint.listing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.w3id.chokepoint.mention.Entity;
import org.w3id.chokepoint.mention.Ontology;
import org.w3id.chokepoint.mention.ReferenceData;

/** The persons and organisations of the reference data by name, exact and alike. */
final class KnownActors {
  private static final int SHORTEST = 4;
  private static final int MANY = 3;

  private final Map<String, Set<Entity>> exact = new HashMap<>();
  private final Map<Entity, Set<String>> numbers = new HashMap<>();
  private final Map<String, Set<Entity>> byKey = new HashMap<>();
  private final Map<String, Set<Entity>> parts = new HashMap<>();
  private final Map<Integer, List<String>> byLength = new HashMap<>();
  private final Spelling spelling;

  KnownActors(ReferenceData reference, Ontology ontology, Spelling spelling) {
    this.spelling = spelling;
    Graph graph = reference.graph();
    for (Triple t : graph.find(Node.ANY, DCTerms.identifier.asNode(), Node.ANY).toList()) {
      reference
          .entity(t.getSubject().getURI())
          .ifPresent(
              e ->
                  numbers
                      .computeIfAbsent(e, k -> new HashSet<>())
                      .add(t.getObject().getLiteralLexicalForm()));
    }
    for (Node property : List.of(RDFS.label.asNode(), SKOS.altLabel.asNode())) {
      for (Triple t : graph.find(Node.ANY, property, Node.ANY).toList()) {
        reference
            .entity(t.getSubject().getURI())
            .filter(e -> ontology.isA(e.kind(), "Actor") && !e.kind().equals("ActorGroup"))
            .ifPresent(e -> add(e, t.getObject().getLiteralLexicalForm()));
      }
    }
    byKey
        .keySet()
        .forEach(k -> byLength.computeIfAbsent(k.length(), l -> new ArrayList<>()).add(k));
  }

  private void add(Entity entity, String name) {
    exact.computeIfAbsent(name, k -> new LinkedHashSet<>()).add(entity);
    String key = spelling.key(name);
    byKey.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(entity);
    parts(key).forEach(p -> parts.computeIfAbsent(p, k -> new LinkedHashSet<>()).add(entity));
  }

  /** Whether an earlier import found the entity under this number of an authority. */
  boolean hasNumber(Entity entity, String number) {
    return numbers.getOrDefault(entity, Set.of()).contains(number);
  }

  /** Who has this very name. */
  Set<Entity> exactly(String name) {
    return exact.getOrDefault(name, Set.of());
  }

  /** Who has this name but for case, punctuation and legal form. */
  Set<Entity> alike(String name) {
    return byKey.getOrDefault(spelling.key(name), Set.of());
  }

  /**
   * Who has a name that is a part of this one, or of which this one is a part, unless many have it.
   */
  Set<Entity> contained(String name) {
    String key = spelling.key(name);
    Set<Entity> wholes = parts.getOrDefault(key, Set.of());
    Set<Entity> out = new LinkedHashSet<>(wholes.size() > MANY ? Set.of() : wholes);
    parts(key).forEach(p -> out.addAll(byKey.getOrDefault(p, Set.of())));
    return out;
  }

  /** Who has a name that a few letters turn into this one: one, or two where it is long. */
  Set<Entity> near(String name) {
    String key = spelling.key(name);
    Set<Entity> out = new LinkedHashSet<>();
    int most = key.length() < 6 ? 0 : key.length() < 12 ? 1 : 2;
    for (int length = key.length() - most; most > 0 && length <= key.length() + most; length++) {
      for (String other : byLength.getOrDefault(length, List.of())) {
        if (Distance.atMost(most, key, other)) {
          out.addAll(byKey.getOrDefault(other, Set.of()));
        }
      }
    }
    return out;
  }

  /** All runs of whole words, except what is too short to tell anything. */
  private static List<String> parts(String key) {
    String[] words = key.split(" ");
    List<String> out = new ArrayList<>();
    for (int from = 0; from < words.length; from++) {
      StringBuilder run = new StringBuilder();
      for (int to = from; to < words.length; to++) {
        run.append(to == from ? "" : " ").append(words[to]);
        if (run.length() >= SHORTEST) {
          out.add(run.toString());
        }
      }
    }
    return out;
  }
}
