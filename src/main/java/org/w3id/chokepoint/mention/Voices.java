package org.w3id.chokepoint.mention;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.w3id.chokepoint.article.Block;
import org.w3id.chokepoint.text.Sentence;
import org.w3id.chokepoint.text.Token;

/** Whose "I" and "we" a sentence has: who gave the speech, who is named before a colon. */
final class Voices {
  /** "THE PRESIDENT: ", "MR. WEI: ", "Mr. WEI: "; "Q" is whoever asks. */
  private static final Pattern LABEL =
      Pattern.compile(
          "(?:THE |[A-Z][a-z]{1,3}[.] )?([A-Z][A-Z.'\\u2019 -]{2,40}):\\s.*|(Q) .*",
          Pattern.DOTALL);

  /** "Klein: ", who is a speaker where the article names a person so. */
  private static final Pattern SURNAME =
      Pattern.compile("(?:[A-Z][a-z]+[.]? )?([A-Z][\\w'\\u2019-]+):\\s.*", Pattern.DOTALL);

  private static final Pattern QUOTE = Pattern.compile("[\"\u201c\u201d]");

  private final NameLexicon words;
  private final Posts posts;
  private final ReferenceData reference;
  private final Map<Integer, Entity> speakers = new HashMap<>();

  Voices(
      ReferenceData reference,
      NameLexicon words,
      Posts posts,
      List<Sentence> sentences,
      List<Mention> names,
      Optional<Entity> author) {
    this.reference = reference;
    this.words = words;
    this.posts = posts;
    List<Mention> persons = names.stream().filter(m -> m.entity().kind().equals("Person")).toList();
    // a paragraph with a quotation in it may be anybody's words, not the publisher's
    Set<Block> quoting =
        sentences.stream()
            .filter(s -> QUOTE.matcher(s.text()).find())
            .map(Sentence::block)
            .collect(Collectors.toSet());
    Optional<Entity> whose = author.map(e -> e.kind().equals("Person") ? e : state(e));
    Optional<Entity> speaker = whose;
    Optional<Block> last = Optional.empty();
    for (Sentence s : sentences) {
      Matcher label = LABEL.matcher(s.text());
      Matcher surname = SURNAME.matcher(s.text());
      boolean opens = !last.equals(Optional.of(s.block()));
      if (opens && label.matches()) {
        speaker =
            label.group(2) == null ? labelled(label.group(1), persons, whose) : Optional.empty();
      } else if (opens && s.block().kind() != Block.Kind.HEADING && surname.matches()) {
        Optional<Entity> before = speaker;
        speaker = only(persons, called(surname.group(1))).or(() -> before);
      }
      last = Optional.of(s.block());
      speaker
          .filter(e -> e.kind().equals("Person") || !quoting.contains(s.block()))
          .ifPresent(e -> speakers.put(s.index(), e));
    }
  }

  /**
   * Whom a pronoun of the first person means.
   *
   * @param sources what the noun stands for that the words are ascribed to; empty where to nobody
   */
  Optional<Participant> of(Sentence s, Token pronoun, List<Participant> sources) {
    boolean several =
        words.firstPerson().getOrDefault("several", List.of()).contains(form(pronoun));
    Optional<Entity> who =
        sources.isEmpty()
            ? Optional.ofNullable(speakers.get(s.index()))
            : sources.stream().map(Participant::entity).findFirst();
    return several
        ? who.flatMap(this::body).map(e -> new Participant(e, "pronoun+part"))
        : who.filter(e -> e.kind().equals("Person")).map(e -> new Participant(e, "pronoun"));
  }

  /** Whether a word is "I", "we" or a form of them. */
  boolean first(Token t) {
    return t.is("PRP") && NameLexicon.has(words.firstPerson(), form(t));
  }

  private static String form(Token t) {
    return t.form().toLowerCase(Locale.ROOT);
  }

  /** For whom somebody says "we": the firm of a person; who serves a state says it for that. */
  private Optional<Entity> body(Entity who) {
    return who.kind().equals("Person") ? posts.body(who).map(this::state) : Optional.of(who);
  }

  /** The country that a body of a government speaks for, of another body itself. */
  private Entity state(Entity body) {
    return reference.within(body, "unitOf").stream()
        .flatMap(e -> reference.objects(e, "governs").stream())
        .findFirst()
        .orElse(body);
  }

  /** The person of that surname, else whose text it is if that one holds that office. */
  private Optional<Entity> labelled(String label, List<Mention> persons, Optional<Entity> whose) {
    String last = label.substring(label.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
    Predicate<Entity> holder =
        e ->
            e.kind().equals("Person")
                ? posts.holds(e, label.toLowerCase(Locale.ROOT), true)
                : words.officials().contains(last);
    return only(persons, called(last)).or(() -> whose.filter(called(last).or(holder)));
  }

  private static Predicate<Entity> called(String surname) {
    Pattern name = Pattern.compile("(.* )?" + Pattern.quote(surname), Pattern.CASE_INSENSITIVE);
    return e -> name.matcher(e.label()).matches();
  }

  private static Optional<Entity> only(List<Mention> persons, Predicate<Entity> fits) {
    List<Entity> found = persons.stream().map(Mention::entity).distinct().filter(fits).toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }
}
