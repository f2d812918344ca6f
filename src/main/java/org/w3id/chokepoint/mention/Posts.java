package org.w3id.chokepoint.mention;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3id.chokepoint.text.NounPhrase;
import org.w3id.chokepoint.text.Sentence;
import org.w3id.chokepoint.text.Token;

/** The titles of an article's persons and whom they serve, by its words and the reference data. */
final class Posts {
  private static final String JOB = "https://schema.org/jobTitle";

  private final Ontology ontology;
  private final ReferenceData reference;
  private final NameLexicon words;
  private final Map<Entity, Set<String>> titles = new HashMap<>();
  private final Map<Entity, Entity> bodies = new HashMap<>();
  private final Set<Mention> aside = new HashSet<>();
  private final Set<Entity> persons = new HashSet<>();

  Posts(
      Ontology ontology,
      ReferenceData reference,
      NameLexicon words,
      List<Sentence> sentences,
      List<Mention> names) {
    this.ontology = ontology;
    this.reference = reference;
    this.words = words;
    for (Mention m : names) {
      if (m.entity().kind().equals("Person")) {
        persons.add(m.entity());
        Sentence s = sentences.get(m.sentence());
        List<Token> around = around(s, s.tokens().get(m.head()));
        around.stream()
            .map(t -> title(s, t))
            .filter(
                t ->
                    words.observers().contains(t)
                        || words.titleCues().getOrDefault("Person", List.of()).contains(t))
            .map(t -> words.titles().getOrDefault(t, t))
            .forEach(t -> titles.computeIfAbsent(m.entity(), k -> new HashSet<>()).add(t));
        around.stream()
            .flatMap(t -> body(s, t, names).stream())
            .findFirst()
            .ifPresent(
                body -> {
                  bodies.putIfAbsent(m.entity(), body.entity());
                  if (observer(m.entity())) {
                    aside.add(body);
                  }
                });
      }
    }
  }

  /** "analyst", "fund manager". */
  private String title(Sentence s, Token noun) {
    String lemma = noun.lemma().toLowerCase(Locale.ROOT);
    String before = noun.index() == 0 ? "" : s.tokens().get(noun.index() - 1).lemma() + " ";
    return words.observers().contains(before + lemma) ? before + lemma : lemma;
  }

  /** The firm or public body that a person speaks for. */
  Optional<Entity> body(Entity person) {
    return Optional.ofNullable(bodies.get(person))
        .or(
            () ->
                reference.objects(person, "affiliatedWith").stream()
                    .filter(e -> ontology.isA(e.kind(), "Organization"))
                    .findFirst())
        .or(
            () ->
                reference.texts(person, JOB).stream()
                    .flatMap(t -> reference.bodyIn(t).stream())
                    .findFirst());
  }

  /** Whether the reference data give a person just that office. */
  boolean called(Entity person, String office) {
    return reference.texts(person, JOB).contains(office);
  }

  /** Whether somebody whom the article names holds just that office. */
  boolean anyone(String office) {
    return persons.stream().anyMatch(p -> called(p, office));
  }

  /** Whether a person talks of others' business: an analyst, a lawyer. */
  boolean observer(Entity person) {
    return titles.getOrDefault(person, Set.of()).stream().anyMatch(words.observers()::contains);
  }

  /** Whether a firm is named only as where an observer works. */
  boolean aside(Mention firm) {
    return aside.contains(firm);
  }

  /**
   * Whether "the president", "the vice president" may be the person.
   *
   * @param title the noun with the words of rank before it
   * @param strictly whether the title must be known
   */
  boolean holds(Entity person, String title, boolean strictly) {
    Set<String> wanted = parts(title);
    String noun = title.substring(title.lastIndexOf(' ') + 1);
    List<String> offices = reference.texts(person, JOB);
    Set<String> told = titles.getOrDefault(person, Set.of());
    boolean known =
        offices.stream()
            .map(Posts::parts)
            .anyMatch(
                office ->
                    office.containsAll(wanted)
                        && words.rankWords().stream()
                            .allMatch(w -> office.contains(w) == wanted.contains(w)));
    boolean anyone = told.isEmpty() && offices.isEmpty() && !words.rulers().contains(noun);
    return known || told.contains(words.titles().getOrDefault(noun, noun)) || anyone && !strictly;
  }

  /** The words before a name in its phrase, the title that it is beside, and what follows that. */
  private static List<Token> around(Sentence s, Token name) {
    List<Token> out = new ArrayList<>(new NounPhrase(s, name).modifiers());
    new NounPhrase(s, name).possessor().ifPresent(out::add);
    Stream<Token> beside = s.children(name, "appos").stream();
    Stream<Token> titled =
        name.relation().equals("appos") ? s.head(name).stream() : Stream.<Token>empty();
    Stream.concat(beside, titled)
        .filter(t -> !t.is("NNP") || s.children(t, "prep").size() > 0)
        .forEach(
            title -> {
              NounPhrase phrase = new NounPhrase(s, title);
              out.add(title);
              out.addAll(phrase.modifiers());
              phrase.possessor().ifPresent(out::add);
              List.of("of", "at", "for", "with").forEach(p -> out.addAll(phrase.after(p)));
            });
    return out;
  }

  private Optional<Mention> body(Sentence s, Token token, List<Mention> names) {
    return names.stream()
        .filter(m -> m.sentence() == s.index())
        .filter(m -> token.begin() >= m.begin() && token.begin() < m.end())
        .filter(m -> ontology.isA(m.entity().kind(), "Organization"))
        .findFirst();
  }

  private static Set<String> parts(String title) {
    return Stream.of(title.toLowerCase(Locale.ROOT).split("[\\s-]+")).collect(Collectors.toSet());
  }
}
