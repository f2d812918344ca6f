package org.w3id.chokepoint.mention;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.w3id.chokepoint.text.Token;

/**
 * Persons of the reference data whom an article names by office and surname only: "Secretary
 * Raimondo", "Sen. Warner". The office must be the one the reference data knows them by, and only
 * one such person may bear the surname.
 */
final class Surnames {
  private static final int LONGEST_OFFICE = 4;

  private final ReferenceData reference;
  private final NameLexicon words;
  private final Map<String, List<Entity>> persons = new HashMap<>();
  private final Map<String, Integer> given = new HashMap<>();

  Surnames(ReferenceData reference, NameLexicon words) {
    this.reference = reference;
    this.words = words;
    for (Entity e : reference.ofKind("Person")) {
      String surname = e.label().substring(e.label().lastIndexOf(' ') + 1);
      persons.computeIfAbsent(surname, k -> new ArrayList<>()).add(e);
      if (!surname.equals(e.label())) {
        given.merge(e.label().substring(0, e.label().indexOf(' ')), 1, Integer::sum);
      }
    }
  }

  /** "Jake", "Jeff Williams": a first name of several persons, and a surname of one behind it. */
  boolean likely(Span span) {
    List<Token> tokens = span.tokens();
    return given.getOrDefault(tokens.getFirst().form(), 0) > 1
        && (tokens.size() == 1
            || tokens.size() < 4 && persons.containsKey(tokens.getLast().form()));
  }

  /** The person whom a surname means after the title before it. */
  Optional<Entity> of(Span surname) {
    Set<String> office = office(surname);
    List<Entity> fitting =
        persons.getOrDefault(surname.text(), List.of()).stream()
            .filter(e -> !office.isEmpty() && holds(e, office) && near(e, surname))
            .toList();
    return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
  }

  /** A firm's officer is meant only where the sentence names the firm. */
  private boolean near(Entity person, Span surname) {
    List<Entity> firms =
        reference.objects(person, "affiliatedWith").stream()
            .filter(e -> e.kind().equals("Company"))
            .toList();
    return firms.isEmpty()
        || firms.stream().anyMatch(f -> surname.sentence().text().contains(f.label()));
  }

  /** Every word of the title is one of the office: "Vice President" of "Vice President of ...". */
  private boolean holds(Entity person, Set<String> title) {
    return reference.texts(person, "https://schema.org/jobTitle").stream()
        .map(Surnames::parts)
        .anyMatch(
            office ->
                office.containsAll(title)
                    && words.rankWords().stream()
                        .allMatch(w -> office.contains(w) == title.contains(w)));
  }

  private Set<String> office(Span surname) {
    List<Token> tokens = surname.sentence().tokens();
    List<String> titles = words.titleCues().getOrDefault("Person", List.of());
    List<String> out = new ArrayList<>();
    int i = surname.first() - 1;
    while (i >= 0 && out.size() < LONGEST_OFFICE) {
      String word = tokens.get(i).form().toLowerCase(Locale.ROOT);
      boolean part = titles.contains(word) || words.rankWords().contains(word);
      if (!part) {
        break;
      }
      out.add(words.titles().getOrDefault(word, word));
      i--;
    }
    return out.isEmpty() ? Set.of() : parts(String.join(" ", out));
  }

  private static Set<String> parts(String title) {
    return java.util.Arrays.stream(title.toLowerCase(Locale.ROOT).split("[\\s-]+"))
        .collect(Collectors.toSet());
  }
}
