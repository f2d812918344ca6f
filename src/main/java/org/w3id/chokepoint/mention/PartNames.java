package org.w3id.chokepoint.mention;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is meant by one word of a longer name of the article: a surname, also in capitals as a
 * transcript has it, a first name, the first word of a firm's name, the last of a product's. Left
 * open where two are.
 */
final class PartNames {
  private final Ontology ontology;
  private final Map<String, Entity> surnames = new HashMap<>();
  private final Map<String, Set<Entity>> givenNames = new HashMap<>();
  private final Map<String, Set<Entity>> firms = new HashMap<>();
  private final Map<String, Set<Entity>> products = new HashMap<>();

  PartNames(Ontology ontology) {
    this.ontology = ontology;
  }

  /** Takes the parts of a name; one of a single word has none. */
  void add(String name, Entity entity) {
    int first = name.indexOf(' ');
    if (first < 0) {
      return;
    }
    String given = name.substring(0, first);
    String surname = name.substring(name.lastIndexOf(' ') + 1);
    if (entity.kind().equals("Person")) {
      surnames.put(surname, entity);
      surnames.putIfAbsent(surname.toUpperCase(Locale.ROOT), entity);
      givenNames.computeIfAbsent(given, k -> new HashSet<>()).add(entity);
    } else if (ontology.isA(entity.kind(), "Company") && first > 3) {
      firms.computeIfAbsent(given, k -> new HashSet<>()).add(entity);
    } else if (ontology.isA(entity.kind(), "Technology")
        && !entity.kind().matches("TechnologyCategory|Material")) {
      products.computeIfAbsent(surname, k -> new HashSet<>()).add(entity);
    }
  }

  /** Takes a surname whose person is known by the office before it. */
  void told(String surname, Entity person) {
    surnames.putIfAbsent(surname, person);
  }

  /** Whom a word that was taken for a name of a class means. */
  Optional<Entity> of(String word, String kind) {
    return Optional.ofNullable(surnames.get(word))
        .or(
            () ->
                kind.equals("Person")
                    ? only(givenNames.get(word))
                    : only(firms.get(word))
                        .or(() -> only(products.get(word)))
                        .or(() -> only(givenNames.get(word)).filter(e -> kind.equals("Company"))));
  }

  private static Optional<Entity> only(@Nullable Set<Entity> all) {
    return all == null || all.size() != 1 ? Optional.empty() : all.stream().findFirst();
  }
}
