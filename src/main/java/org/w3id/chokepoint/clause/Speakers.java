package org.w3id.chokepoint.clause;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.w3id.chokepoint.clause.Modality.Speaker;
import org.w3id.chokepoint.text.NounPhrase;
import org.w3id.chokepoint.text.Sentence;
import org.w3id.chokepoint.text.Token;

/** Who speaks in quotations over sentences and paragraphs, after "according to", in headlines. */
final class Speakers {
  private final ModalityLexicon words;
  private final Quotations quotations;
  private final Map<Integer, Speaker> quoted = new HashMap<>();

  Speakers(List<Sentence> sentences, ModalityLexicon words) {
    this.words = words;
    this.quotations = new Quotations(sentences);
    for (int i = 0; i < sentences.size(); i++) {
      Sentence s = sentences.get(i);
      Quotations.State state = quotations.of(s);
      if (state.inside() && speechVerb(s).isEmpty()) {
        (state.open() ? forward(sentences, i) : backward(sentences, i))
            .ifPresent(sp -> quoted.put(s.index(), sp));
      }
    }
  }

  /** The speaker of the quotation that the whole sentence is part of. */
  Optional<Speaker> quoted(Sentence s) {
    return Optional.ofNullable(quoted.get(s.index()));
  }

  /** "according to X", "per X", "in X's view", "as X noted", "X: ...", "...: report". */
  Optional<Speaker> beside(Sentence s, Token predicate) {
    for (Token t : s.tokens()) {
      boolean view = words.viewpoints().contains(t.lemma()) && t.relation().equals("pobj");
      boolean source = words.sources().contains(t.lemma()) && !t.is("NNP");
      Optional<Token> who =
          source ? source(s, t) : view ? s.child(t, "poss") : aside(s, t, predicate);
      boolean doubtful = view || words.speech(t.lemma()).filter("Probable"::equals).isPresent();
      if (who.isPresent()) {
        Speaker speaker = speaker(s, who.get());
        return Optional.of(
            new Speaker(s, speaker.token(), doubtful && !source || speaker.unnamed()));
      }
    }
    return label(s);
  }

  /** "citing people familiar with the matter": what is said rests on others. */
  boolean citing(Sentence s) {
    return s.tokens().stream()
        .filter(t -> t.lemma().equals("cite"))
        .flatMap(t -> s.children(t, "dobj").stream())
        .anyMatch(t -> unnamed(t));
  }

  /** Whether a relative clause behind a comma is the writer's: not where all stands in quotes. */
  boolean writers(Sentence s, Token clause, Token noun) {
    List<Token> between =
        s.tokens().subList(noun.index() + 1, Math.max(noun.index() + 1, clause.index()));
    boolean comma = between.stream().anyMatch(t -> t.form().equals(","));
    return comma
        && between.stream().anyMatch(t -> t.tag().matches("WDT|WP|WP\\$|WRB"))
        && !quotations.quoted(s, clause);
  }

  /** "the lawsuit against X": what is taken for known in reported speech the writer knows too. */
  boolean given(Sentence s, Token noun) {
    return noun.is("NN")
        && new NounPhrase(s, noun).determiner().equals("the")
        && !quotations.quoted(s, noun);
  }

  /** The one who speaks: for a firm or a government where the noun names only its voice. */
  Speaker speaker(Sentence s, Token noun) {
    boolean voice = words.voices().contains(noun.lemma());
    boolean hearsay = unnamed(noun) && !words.spokespersons().contains(noun.lemma());
    Optional<Token> whose = voice && !noun.is("NNP") ? whose(s, noun) : Optional.empty();
    return new Speaker(s, whose.orElse(noun), hearsay);
  }

  private boolean unnamed(Token noun) {
    return words.unnamed().contains(noun.lemma()) && !noun.is("NNP");
  }

  /** "Intel's spokesman", "a spokesman for Intel", "an Intel spokesman". */
  private static Optional<Token> whose(Sentence s, Token noun) {
    NounPhrase phrase = new NounPhrase(s, noun);
    return phrase
        .possessor()
        .or(
            () ->
                s.children(noun, "prep").stream()
                    .filter(p -> p.form().matches("for|of|at|from|with|in"))
                    .flatMap(p -> s.children(p, "pobj").stream())
                    .findFirst())
        .or(
            () ->
                s.children(noun, "compound", "nmod", "amod").stream()
                    .filter(t -> t.index() < noun.index() && (t.is("NNP") || t.is("JJ")))
                    .filter(t -> Character.isUpperCase(t.form().charAt(0)))
                    .reduce((a, b) -> b));
  }

  private static Optional<Token> source(Sentence s, Token t) {
    Optional<Token> direct = s.child(t, "pobj");
    return direct.or(() -> s.child(t, "prep").flatMap(to -> s.child(to, "pobj")));
  }

  /** "as X noted", "X, Y said, buys Z": speech put in beside what is said. */
  private Optional<Token> aside(Sentence s, Token verb, Token predicate) {
    boolean as =
        verb.relation().equals("advcl")
            && s.children(verb, "mark", "advmod", "prep").stream()
                .anyMatch(t -> t.lemma().equals("as"));
    boolean free =
        verb.is("VB")
            && (as || verb.relation().equals("parataxis"))
            && s.children(verb, "ccomp", "xcomp").isEmpty()
            && !s.dominates(verb, predicate);
    boolean says =
        words.speech(verb.lemma()).isPresent()
            || s.child(verb, "dobj")
                .filter(o -> words.knows(verb.lemma() + " " + o.lemma()))
                .isPresent();
    return free && says ? s.child(verb, "nsubj") : Optional.empty();
  }

  /** "Sources: X buys Y", "X buys Y: report", "X buys Y - sources". */
  private Optional<Speaker> label(Sentence s) {
    List<Token> all = s.tokens();
    int n = all.size();
    if (n < 4) {
      return Optional.empty();
    }
    boolean first = unnamed(all.get(0)) && all.get(1).form().equals(":");
    boolean last =
        words.unnamed().contains(all.get(n - 1).lemma().toLowerCase(Locale.ROOT))
            && all.get(n - 2).form().matches("[:\\u2013\\u2014-]");
    return first
        ? Optional.of(new Speaker(s, all.get(0), true))
        : last ? Optional.of(new Speaker(s, all.get(n - 1), true)) : Optional.empty();
  }

  private Optional<Speaker> forward(List<Sentence> sentences, int from) {
    for (int i = from + 1; i < sentences.size(); i++) {
      Sentence s = sentences.get(i);
      if (!s.block().equals(sentences.get(from).block())) {
        return backward(sentences, from);
      }
      Optional<Speaker> speaker = speechVerb(s);
      if (speaker.isPresent()) {
        return speaker;
      }
    }
    return backward(sentences, from);
  }

  /** The last who spoke: a paragraph that is all quotation goes on from the one before. */
  private Optional<Speaker> backward(List<Sentence> sentences, int from) {
    return from == 0
        ? Optional.empty()
        : speechVerb(sentences.get(from - 1)).or(() -> quoted(sentences.get(from - 1)));
  }

  private Optional<Speaker> speechVerb(Sentence s) {
    return s.tokens().stream()
        .filter(t -> t.is("VBD") || t.is("VBZ") || t.is("VBP"))
        .filter(t -> words.speech(t.lemma()).isPresent())
        .filter(t -> !quotations.quoted(s, t))
        .flatMap(t -> s.child(t, "nsubj").stream())
        .filter(t -> !t.is("W"))
        .findFirst()
        .map(t -> speaker(s, t));
  }
}
