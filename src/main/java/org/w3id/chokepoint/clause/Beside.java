package org.w3id.chokepoint.clause;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.w3id.chokepoint.text.NounPhrase;
import org.w3id.chokepoint.text.Sentence;
import org.w3id.chokepoint.text.Token;

/** What stands beside a predicate: auxiliaries, negation, adverbs, adjectives, subordinators. */
final class Beside {
  private final ModalityLexicon words;

  Beside(ModalityLexicon words) {
    this.words = words;
  }

  /** The walk changed by the words beside the token where it stands. */
  Walk read(Sentence s, Walk walk) {
    return walk.at().is("NN") ? noun(s, walk) : verb(s, walk, false);
  }

  /**
   * What a verb shares with one coordinated to it: all of an auxiliary's ("has not bought or
   * sold"), else only what stands before the subject ("Reportedly, X bought Y and sold Z").
   */
  Walk shared(Sentence s, Walk walk, Token first) {
    // "did not have chips and was building them": what has its own auxiliary shares none
    boolean finite =
        walk.at().tag().matches("VBD|VBZ|VBP")
            || s.children(walk.at(), "aux", "auxpass").stream()
                .anyMatch(t -> t.tag().matches("VBD|VBZ|VBP|MD"));
    boolean own = s.child(walk.at(), "nsubj", "nsubjpass").isPresent();
    boolean auxiliary = !s.children(first, "aux", "modal").isEmpty();
    return verb(s, walk.to(first), finite && auxiliary || own);
  }

  /** "no longer". */
  boolean longer(Sentence s, Token adverb) {
    return words.noLonger().contains(adverb.lemma().equals("long") ? adverb.form() : adverb.lemma())
        && s.children(adverb).stream().anyMatch(t -> t.lemma().equals("no"));
  }

  /** Whether a verb is denied by its own negation or that of its subject or object. */
  boolean negated(Sentence s, Token verb) {
    return s.children(verb).stream()
        .anyMatch(c -> effect(s, verb, c).filter("Negated"::equals).isPresent());
  }

  private Walk noun(Sentence s, Walk walk) {
    NounPhrase phrase = new NounPhrase(s, walk.at());
    Modality plain = walk.modality();
    for (Token m : phrase.modifiers()) {
      walk = walk.with(any(words.adjectives(), m));
    }
    for (Token m : s.children(walk.at(), "advmod", "neg")) {
      walk = walk.with(any(words.adjectives(), m));
    }
    Token self = walk.at();
    // "Former Intel CEO X": the parser hangs the adjective on the name
    if (self.relation().matches("compound|nmod")) {
      for (Token m : s.head(self).filter(t -> t.is("NNP")).map(s::children).orElse(List.of())) {
        if (m.index() < self.index() && m.is("JJ")) {
          walk = walk.with(any(words.adjectives(), m));
        }
      }
    }
    // "a former president and chairman": said of both, but "former president, former chairman"
    Optional<Token> first = s.head(self).filter(t -> self.relation().equals("conj") && t.is("NN"));
    if (first.isPresent() && walk.modality().equals(plain)) {
      walk = noun(s, walk.to(first.get())).to(self);
    }
    String before = before(s, self);
    for (var e : words.adjectives().entrySet()) {
      if (e.getKey().contains("-") && before.contains(" " + e.getKey())) {
        walk = walk.with(e.getValue());
      }
    }
    boolean scare = quote(s, walk.at().index() - 1) && quote(s, walk.at().index() + 1);
    return walk.with(lookup(words.adjectives(), phrase.determiner()))
        .with(Optional.of("Possible").filter(e -> scare));
  }

  /** The words of a noun phrase before its head, with the two before them: "Then-", "would-be". */
  private static String before(Sentence s, Token noun) {
    int first = noun.index();
    for (Token t : s.tokens().subList(0, noun.index())) {
      if (s.dominates(noun, t)) {
        first = Math.min(first, t.index());
      }
    }
    int from = s.tokens().get(Math.max(0, first - 2)).begin() - s.begin();
    int to = noun.begin() - s.begin();
    String text = s.text();
    return " "
        + text.substring(text.offsetByCodePoints(0, from), text.offsetByCodePoints(0, to))
            .toLowerCase(Locale.ROOT);
  }

  private static boolean quote(Sentence s, int index) {
    return index >= 0 && index < s.tokens().size() && Quotations.mark(s.tokens().get(index));
  }

  private Walk verb(Sentence s, Walk walk, boolean frontOnly) {
    Token verb = walk.at();
    int subject = s.child(verb, "nsubj", "nsubjpass").map(Token::index).orElse(verb.index());
    for (Token child : s.children(verb)) {
      boolean mark = child.relation().equals("mark");
      boolean auxiliary = child.relation().equals("aux");
      if (!frontOnly || mark || child.index() < subject && !auxiliary) {
        walk = walk.with(effect(s, verb, child));
      }
    }
    return walk.with(opener(s, verb)).with(Optional.of("Negated").filter(e -> over(s, verb)));
  }

  /** "was a supplier until 2022": told as past, it ended then. */
  private boolean over(Sentence s, Token verb) {
    boolean past =
        verb.tag().equals("VBD")
            || s.children(verb, "aux", "auxpass").stream().anyMatch(t -> t.tag().equals("VBD"));
    return past
        && words.lasting().contains(verb.lemma())
        && s.children(verb, "neg").isEmpty()
        && s.children(verb, "prep").stream()
            .filter(p -> words.upTo().contains(p.lemma()))
            .flatMap(p -> s.children(p, "pobj").stream())
            .anyMatch(t -> t.entity().endsWith("-DATE"));
  }

  private Optional<String> effect(Sentence s, Token verb, Token child) {
    return switch (child.relation()) {
      case "aux", "modal" -> child.is("MD") ? modal(s, verb, child) : Optional.empty();
      case "mark" -> lookup(words.subordinators(), child.lemma());
      case "neg" -> Optional.of("Negated");
      case "advmod", "npadvmod" -> adverb(s, child);
      case "nsubj", "nsubjpass", "dobj" ->
          Optional.of("Negated")
              .filter(e -> !words.eager().contains(verb.lemma() + " no " + child.lemma()))
              .filter(
                  e ->
                      words.negations().contains(child.lemma())
                          || s.children(child).stream()
                              .anyMatch(
                                  t ->
                                      t.index() < child.index()
                                          && words.negations().contains(t.lemma())
                                          && !words.approximating().contains(t.lemma())));
      default -> Optional.empty();
    };
  }

  /** "would have sold" did not, "must have sold" probably did. */
  private Optional<String> modal(Sentence s, Token verb, Token modal) {
    boolean perfect =
        s.children(verb, "aux").stream()
            .anyMatch(t -> t.lemma().equals("have") && t.index() > modal.index());
    String lemma =
        switch (modal.form().toLowerCase(Locale.ROOT)) {
          case "'ll", "wo" -> "will";
          case "'d" -> "would";
          case "ca" -> "can";
          default -> modal.lemma();
        };
    return lookup(words.perfect(), lemma)
        .filter(e -> perfect)
        .or(() -> lookup(words.modals(), lemma));
  }

  /** An adverb, with the word before or behind it where the two belong together. */
  private Optional<String> adverb(Sentence s, Token adverb) {
    String form = adverb.form().toLowerCase(Locale.ROOT);
    int i = adverb.index();
    String before = i > 0 ? s.tokens().get(i - 1).form().toLowerCase(Locale.ROOT) : "";
    String after =
        i + 1 < s.tokens().size() ? s.tokens().get(i + 1).form().toLowerCase(Locale.ROOT) : "";
    // "makes nearly all of them", "sold almost 90 percent": of how much, not of whether
    if (words.approximating().contains(form) && adverb.index() > adverb.head()) {
      return Optional.empty();
    }
    return lookup(words.adverbs(), before + " " + form)
        .or(() -> lookup(words.adverbs(), form + " " + after))
        .or(
            () ->
                words.negations().contains(adverb.lemma()) || longer(s, adverb)
                    ? Optional.of("Negated")
                    : any(words.adverbs(), adverb));
  }

  /** "in case X buys Y", "should X buy Y", "as long as X buys Y": conditions of other shapes. */
  private Optional<String> opener(Sentence s, Token verb) {
    List<Token> subject = s.children(verb, "nsubj", "nsubjpass");
    if (subject.isEmpty() || s.tokens().getLast().form().equals("?")) {
      return Optional.empty();
    }
    boolean adverbial = verb.relation().equals("advcl");
    boolean inverted =
        adverbial
            && s.children(verb, "mark").isEmpty()
            && (verb.index() < subject.getFirst().index() && verb.lemma().equals("be")
                || s.children(verb, "aux", "modal").stream()
                    .anyMatch(t -> t.index() < subject.getFirst().index()));
    boolean asLongAs = adverbial && s.head(verb).filter(t -> t.form().equals("long")).isPresent();
    int first =
        s.children(subject.getFirst()).stream()
            .mapToInt(Token::index)
            .reduce(subject.getFirst().index(), Math::min);
    String two =
        first < 2
            ? ""
            : (s.tokens().get(first - 2).form() + " " + s.tokens().get(first - 1).form())
                .toLowerCase(Locale.ROOT);
    return inverted || asLongAs ? Optional.of("Possible") : lookup(words.openers(), two);
  }

  private static Optional<String> any(Map<String, String> map, Token t) {
    return lookup(map, t.lemma()).or(() -> lookup(map, t.form().toLowerCase(Locale.ROOT)));
  }

  private static Optional<String> lookup(Map<String, String> map, String key) {
    return Optional.ofNullable(map.get(key));
  }
}
