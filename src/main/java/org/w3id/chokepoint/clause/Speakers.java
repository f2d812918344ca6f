package org.w3id.chokepoint.clause;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3id.chokepoint.clause.Modality.Speaker;
import org.w3id.chokepoint.text.Sentence;
import org.w3id.chokepoint.text.Token;

/** Who speaks in quotations that run over several sentences, and after "according to". */
final class Speakers {
  private final ModalityLexicon words;
  private final Map<Integer, Speaker> quoted = new HashMap<>();

  Speakers(List<Sentence> sentences, ModalityLexicon words) {
    this.words = words;
    boolean open = false;
    for (int i = 0; i < sentences.size(); i++) {
      Sentence s = sentences.get(i);
      if (i > 0 && !sentences.get(i - 1).block().equals(s.block())) {
        open = false;
      }
      boolean inside = open || startsQuote(s);
      open = open != oddQuotes(s);
      if (inside && speechVerb(s).isEmpty()) {
        (open ? forward(sentences, i) : backward(sentences, i))
            .ifPresent(sp -> quoted.put(s.index(), sp));
      }
    }
  }

  /** The speaker of the quotation that the whole sentence is part of. */
  Optional<Speaker> quoted(Sentence s) {
    return Optional.ofNullable(quoted.get(s.index()));
  }

  /** "according to X". */
  Optional<Speaker> according(Sentence s) {
    return s.tokens().stream()
        .filter(t -> t.form().equalsIgnoreCase("according"))
        .flatMap(t -> s.children(t, "prep").stream())
        .flatMap(to -> s.children(to, "pobj").stream())
        .findFirst()
        .map(t -> speaker(s, t));
  }

  Speaker speaker(Sentence s, Token noun) {
    return new Speaker(s, noun, words.unnamed().contains(noun.lemma()) && !noun.is("NNP"));
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

  private Optional<Speaker> backward(List<Sentence> sentences, int from) {
    return from == 0 || !sentences.get(from - 1).block().equals(sentences.get(from).block())
        ? Optional.empty()
        : speechVerb(sentences.get(from - 1)).or(() -> quoted(sentences.get(from - 1)));
  }

  private Optional<Speaker> speechVerb(Sentence s) {
    return s.tokens().stream()
        .filter(t -> t.is("VBD") || t.is("VBZ") || t.is("VBP"))
        .filter(t -> words.speech("" + t.lemma()).isPresent())
        .flatMap(t -> s.child(t, "nsubj").stream())
        .filter(t -> !t.is("W"))
        .findFirst()
        .map(t -> speaker(s, t));
  }

  private static boolean startsQuote(Sentence s) {
    return quote(s.tokens().getFirst());
  }

  private static boolean oddQuotes(Sentence s) {
    return s.tokens().stream().filter(Speakers::quote).count() % 2 == 1;
  }

  private static boolean quote(Token t) {
    return t.form().matches("[\"\\u201C\\u201D]|``|''");
  }
}
