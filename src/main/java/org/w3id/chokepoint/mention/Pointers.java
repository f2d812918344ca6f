package org.w3id.chokepoint.mention;

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

/** Words that point back: pronouns, "the company", "these restrictions". */
record Pointers(Ontology ontology, ReferenceData reference, NameLexicon words) {
  private static final int REACH_OF_POLICY = 40;
  private static final Set<String> POINTING = Set.of("the", "this", "that", "these", "those");

  /** "Beijing barred its products": of those named in the sentence, firms have products. */
  Optional<Wanted> firm(Sentence s, Token token) {
    boolean owned =
        token.tag().equals("PRP$")
            && words.thing().contains(token.lemma())
            && s.head(token).filter(n -> words.belongings().contains(n.lemma())).isPresent();
    return owned
        ? Optional.of(
            new Wanted(List.of("Company"), 0, Optional.empty(), false, true, token.lemma()))
        : Optional.empty();
  }

  /** What a pronoun or a definite noun may mean; empty for other words. */
  Optional<Wanted> by(Sentence sentence, Token token) {
    String lemma = token.is("PRP") ? token.form().toLowerCase(Locale.ROOT) : token.lemma();
    if (token.is("PRP")) {
      if (stressing(sentence, token)) {
        return Optional.empty();
      }
      if (made(sentence, token)) {
        return Optional.of(new Wanted(Wanted.HARDWARE, 1, Optional.empty(), false, true, lemma));
      }
      if (words.thing().contains(lemma)) {
        return new Idle(words.idle()).is(sentence, token) || opensQuote(sentence, token)
            ? Optional.empty()
            : Optional.of(
                new Wanted(
                    meant(sentence, token),
                    Wanted.REACH_OF_PRONOUN,
                    Optional.empty(),
                    false,
                    true,
                    lemma));
      }
      return NameLexicon.kindOf(words.antecedents(), lemma)
          .map(
              kind ->
                  new Wanted(
                      List.of(kind),
                      Wanted.REACH_OF_PRONOUN,
                      Optional.empty(),
                      false,
                      true,
                      lemma));
    }
    boolean pointing = token.is("NN") && (!kinds(lemma).isEmpty() || policy(lemma));
    if (!pointing) {
      return Optional.empty();
    }
    // "in X, the company that": said of X, whatever company was spoken of before
    boolean apposed =
        token.relation().equals("appos")
            && sentence.head(token).filter(n -> n.is("NNP")).isPresent();
    if (apposed) {
      return Optional.empty();
    }
    NounPhrase phrase = new NounPhrase(sentence, token);
    boolean partOfName = token.is("NNP") && phrase.modifiers().stream().anyMatch(m -> !rank(m));
    if (partOfName || !POINTING.contains(phrase.determiner())) {
      return policyWithoutNation(phrase);
    }
    if (kinds(token.lemma()).stream().anyMatch(k -> ontology.isA(k, "Technology"))
        && phrase.modifiers().stream().anyMatch(this::product)) {
      return Optional.empty();
    }
    // "the government in Canberra" says itself whose
    boolean placed =
        kinds(token.lemma()).contains("Government")
            && Stream.of("in", "of").anyMatch(p -> !phrase.after(p).isEmpty());
    if (placed) {
      return Optional.empty();
    }
    boolean policy = kinds(token.lemma()).stream().anyMatch(k -> ontology.isA(k, "Policy"));
    if (phrase.plural() != policy && phrase.plural() || kinds(token.lemma()).isEmpty()) {
      return Optional.empty();
    }
    boolean person = kinds(token.lemma()).contains("Person");
    return Optional.of(
        new Wanted(
            kinds(token.lemma()),
            policy || person ? REACH_OF_POLICY : Wanted.REACH_OF_DESCRIPTION,
            nation(phrase),
            words.anyFirm().contains(token.lemma()) && phrase.determiner().equals("the"),
            false,
            person ? ranked(phrase) : token.lemma()));
  }

  /** "Blackwell" in "the Blackwell processor", which names it; "the Nvidia processor" does not. */
  private boolean product(Token modifier) {
    return modifier.is("NNP")
        && reference.named(modifier.form()).stream()
            .map(ReferenceData.Name::entity)
            .noneMatch(e -> ontology.isA(e.kind(), "Actor") || ontology.isA(e.kind(), "Place"));
  }

  /** "the deal itself": no other than the noun before. */
  private static boolean stressing(Sentence s, Token pronoun) {
    return pronoun.form().endsWith("self")
        && pronoun.index() > 0
        && s.tokens().get(pronoun.index() - 1).tag().matches("NNS?");
  }

  /** What "it" may mean by the verb that it is subject or object of, or by what is its. */
  private List<String> meant(Sentence s, Token pronoun) {
    List<String> says =
        s.head(pronoun).stream()
            .flatMap(h -> Stream.concat(Stream.of(h), s.children(h, "acomp").stream()))
            .map(Token::lemma)
            .toList();
    boolean subject = pronoun.relation().matches("nsubj(pass)?");
    if (subject && says.stream().anyMatch(words.working()::contains)) {
      return Wanted.THINGS;
    }
    boolean owner =
        pronoun.tag().equals("PRP$")
            && says.stream().anyMatch(w -> words.belongings().contains(w) || somebody(w));
    if (owner || subject && says.stream().anyMatch(words.acting()::contains)) {
      return Wanted.ACTORS;
    }
    if (pronoun.relation().matches("dobj|pobj") && !suffers(s, pronoun)) {
      return Wanted.THINGS; // "turn it over", "a display on it"
    }
    return subject
        ? said(s, pronoun)
        : Stream.concat(Wanted.ACTORS.stream(), Wanted.THINGS.stream()).toList();
  }

  /** "sued it", "a ruling against it": what is done to somebody. */
  private boolean suffers(Sentence s, Token pronoun) {
    return s.head(pronoun)
        .filter(h -> (h.is("VB") ? words.actedOn() : words.toward()).contains(h.lemma()))
        .isPresent();
  }

  /** What may be called so: "it is the largest supplier", "it is a chip", and no more. */
  private List<String> said(Sentence s, Token subject) {
    Optional<Token> be = s.head(subject).filter(v -> v.lemma().matches("be|'s"));
    List<Token> called = be.map(v -> s.children(v, "attr")).orElse(List.of());
    boolean able =
        be.stream()
            .flatMap(v -> s.children(v, "acomp").stream())
            .anyMatch(a -> !s.children(a, "xcomp").isEmpty());
    if (be.isEmpty() || able) {
      return Stream.concat(Wanted.BODIES.stream(), Wanted.THINGS.stream()).toList();
    }
    return called.stream().anyMatch(t -> somebody(t.lemma()))
        ? Wanted.ACTORS
        : called.stream().anyMatch(t -> something(t.lemma())) ? Wanted.THINGS : List.of();
  }

  private boolean something(String noun) {
    return NameLexicon.kindOf(words.heads(), noun).isPresent() || words.wrappers().contains(noun);
  }

  /** "its parent company", "its rivals", "its chairman": whose is somebody. */
  private boolean somebody(String noun) {
    return kinds(noun).stream().anyMatch(k -> ontology.isA(k, "Actor"))
        || Stream.of("Company", "Person")
            .anyMatch(k -> words.titleCues().getOrDefault(k, List.of()).contains(noun));
  }

  /** "It is a shock," said X: what was just said, by no mention of the same speaker. */
  private boolean opensQuote(Sentence s, Token pronoun) {
    return pronoun.index() == 1
        && s.tokens().getFirst().tag().matches("``|''")
        && pronoun.relation().equals("nsubj")
        && meant(s, pronoun).size() > Wanted.ACTORS.size();
  }

  /** "vice president". */
  private String ranked(NounPhrase phrase) {
    return Stream.concat(phrase.modifiers().stream().filter(this::rank), Stream.of(phrase.head()))
        .map(t -> t.lemma().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(" "));
  }

  private boolean rank(Token t) {
    return words.rankWords().contains(t.lemma().toLowerCase(Locale.ROOT));
  }

  private boolean policy(String lemma) {
    return words.policies().stream().anyMatch(p -> p.heads().contains(lemma));
  }

  /** "Export controls have ..." after "U.S. export controls": the same policy told short. */
  private Optional<Wanted> policyWithoutNation(NounPhrase phrase) {
    boolean named =
        words.policies().stream()
            .anyMatch(
                p ->
                    p.heads().contains(phrase.head().lemma())
                        && phrase.modifiers().stream().anyMatch(m -> p.with().contains(m.lemma())));
    boolean bare = named && phrase.possessor().isEmpty() && nation(phrase).isEmpty();
    return bare
        ? Optional.of(
            new Wanted(
                kinds(phrase.head().lemma()),
                REACH_OF_POLICY,
                Optional.empty(),
                false,
                false,
                phrase.head().lemma()))
        : Optional.empty();
  }

  /** "they are manufactured by X": things, not firms. */
  private boolean made(Sentence s, Token pronoun) {
    boolean some =
        words.thing().contains(pronoun.lemma()) || words.several().contains(pronoun.lemma());
    return some
        && pronoun.relation().equals("nsubjpass")
        && s.head(pronoun).filter(v -> words.made().contains(v.lemma())).isPresent();
  }

  private List<String> kinds(String lemma) {
    return words.antecedents().entrySet().stream()
        .filter(e -> e.getValue().contains(lemma))
        .map(Map.Entry::getKey)
        .toList();
  }

  private Optional<Entity> nation(NounPhrase phrase) {
    return phrase.modifiers().stream()
        .flatMap(m -> reference.named(m.form()).stream())
        .map(ReferenceData.Name::entity)
        .filter(e -> ontology.isA(e.kind(), "Place"))
        .flatMap(e -> reference.nationOf(e, ontology).stream())
        .findFirst();
  }
}
