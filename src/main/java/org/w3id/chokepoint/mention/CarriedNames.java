package org.w3id.chokepoint.mention;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.w3id.chokepoint.text.NounPhrase;
import org.w3id.chokepoint.text.Sentence;
import org.w3id.chokepoint.text.Token;

/** Common nouns that mean what a name in or beside their phrase means. */
final class CarriedNames {
  private final Ontology ontology;
  private final ReferenceData reference;
  private final NameLexicon words;
  private final MentionIndex mentions;
  private final Posts posts;
  private final Voices voices;
  private final BiFunction<Sentence, Token, List<Participant>> participants;

  CarriedNames(
      Ontology ontology,
      ReferenceData reference,
      NameLexicon words,
      MentionIndex mentions,
      Posts posts,
      Voices voices,
      BiFunction<Sentence, Token, List<Participant>> participants) {
    this.ontology = ontology;
    this.reference = reference;
    this.words = words;
    this.mentions = mentions;
    this.posts = posts;
    this.voices = voices;
    this.participants = participants;
  }

  /** "Lynas, an Australian supplier", "Lynas is a supplier": the common noun means the name. */
  Optional<Mention> apposed(Sentence s, Token token) {
    if (!token.tag().equals("NN")) {
      return Optional.empty();
    }
    Optional<Token> name =
        switch (token.relation()) {
          case "appos" ->
              s.head(token)
                  .filter(n -> !new NounPhrase(s, token).listed())
                  .map(n -> new NounPhrase(s, n).nearest(token));
          case "attr" ->
              s.head(token)
                  .filter(v -> v.lemma().equals("be") && s.child(v, "neg").isEmpty())
                  .flatMap(v -> s.child(v, "nsubj"));
          default -> Optional.empty();
        };
    return name.filter(n -> n.is("NN"))
        .flatMap(n -> mentions.at(s, n))
        .filter(m -> ontology.isA(m.entity().kind(), "Company") || named(m.entity()));
  }

  /** A technology with a name of its own. */
  private boolean named(Entity e) {
    return ontology.isA(e.kind(), "Technology") && !e.kind().equals("TechnologyCategory");
  }

  /** "its Ascend chip series", "A100 and H100 chips": names before a noun for what they name. */
  List<Participant> product(NounPhrase phrase) {
    boolean wrapper = words.wrappers().contains(phrase.head().lemma());
    if (!wrapper && NameLexicon.kindOf(words.heads(), phrase.head().lemma()).isEmpty()) {
      return List.of();
    }
    List<Token> before =
        phrase.modifiers().reversed().stream()
            .filter(
                t ->
                    mentions
                        .at(phrase.sentence(), t)
                        .filter(m -> wrapper && m.form() == Mention.Form.NAME || !category(m))
                        .filter(m -> ontology.isA(m.entity().kind(), "Technology"))
                        .isPresent())
            .toList();
    if (!before.isEmpty()) {
      return before.stream()
          .filter(t -> t == before.getFirst() || coordinated(t, before.getFirst()))
          .flatMap(t -> mentions.at(phrase.sentence(), t).stream())
          .map(m -> new Participant(m.entity(), "name+modifier"))
          .distinct()
          .toList();
    }
    List<Token> wrapped = new ArrayList<>(wrapper ? phrase.after("of") : List.of());
    wrapped.addAll(wrapper ? phrase.after("in") : List.of());
    return wrapped.stream()
        .flatMap(t -> participants.apply(phrase.sentence(), t).stream())
        .filter(p -> ontology.isA(p.entity().kind(), "Technology"))
        .limit(1)
        .toList();
  }

  private static boolean coordinated(Token a, Token b) {
    return a.relation().equals("conj") && a.head() == b.index()
        || b.relation().equals("conj") && b.head() == a.index()
        || a.relation().equals("conj") && b.relation().equals("conj") && a.head() == b.head();
  }

  private static boolean category(Mention m) {
    return m.entity().kind().equals("TechnologyCategory");
  }

  /** "Alibaba's cloud unit", "the Nvidia team": a part acts for the whole, or is named itself. */
  Optional<Participant> whole(NounPhrase phrase) {
    if (!words.parts().contains(phrase.head().lemma()) || phrase.plural()) {
      return Optional.empty();
    }
    List<Token> owners = new ArrayList<>(phrase.modifiers());
    owners.addAll(phrase.possessor().stream().toList());
    return owners.stream()
        .flatMap(t -> mentions.at(phrase.sentence(), t).stream())
        .filter(m -> ontology.isA(m.entity().kind(), "Company"))
        .findFirst()
        .map(m -> new Participant(m.entity(), mentions.how(m) + "+part"));
  }

  /** "Tim Cook said his company", "our company": the firm that the owner serves. */
  Optional<Participant> employer(NounPhrase phrase) {
    boolean any = words.anyFirm().contains(phrase.head().lemma()) && !phrase.plural();
    return phrase
        .possessor()
        .filter(t -> any && phrase.modifiers().isEmpty())
        .flatMap(t -> owner(phrase.sentence(), t))
        .flatMap(e -> e.kind().equals("Person") ? posts.body(e) : Optional.of(e))
        .filter(e -> ontology.isA(e.kind(), "Company"))
        .map(e -> new Participant(e, "pronoun+part"));
  }

  /** Whom a pronoun before a noun means. */
  private Optional<Entity> owner(Sentence s, Token t) {
    return !t.is("PRP")
        ? Optional.empty()
        : voices.first(t)
            ? voices.of(s, t, List.of()).map(Participant::entity)
            : mentions.at(s, t).map(Mention::entity);
  }

  /** "Taiwan's prosecutors", "Chinese regulators", "regulators in China": its government. */
  Optional<Participant> government(NounPhrase phrase) {
    if (!words.officials().contains(phrase.head().lemma())) {
      return Optional.empty();
    }
    List<Token> where = new ArrayList<>(phrase.possessor().stream().toList());
    where.addAll(phrase.modifiers());
    where.addAll(phrase.after("in"));
    where.addAll(phrase.after("of"));
    return where.stream()
        .flatMap(
            t ->
                owner(phrase.sentence(), t)
                    .or(() -> mentions.at(phrase.sentence(), t).map(Mention::entity))
                    .stream())
        .flatMap(e -> governmentOf(e).stream())
        .findFirst()
        .map(e -> new Participant(e, "description"));
  }

  /** That of a country or in a capital, or the one that a person serves ("Modi's government"). */
  private Optional<Entity> governmentOf(Entity e) {
    if (e.kind().equals("Place")) {
      return reference.named(e.label()).stream()
          .map(ReferenceData.Name::entity)
          .filter(g -> g.kind().equals("Government"))
          .findFirst();
    }
    return ontology.isA(e.kind(), "Country")
        ? reference.subjects("governs", e).stream().findFirst()
        : reference.objects(e, "affiliatedWith").stream()
            .filter(o -> o.kind().equals("Government"))
            .findFirst();
  }
}
