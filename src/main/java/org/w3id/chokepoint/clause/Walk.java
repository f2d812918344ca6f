package org.w3id.chokepoint.clause;

import java.util.Optional;
import org.w3id.chokepoint.clause.Modality.Speaker;
import org.w3id.chokepoint.text.Token;

/**
 * Where the walk from a predicate up the tree stands.
 *
 * @param open whether the words above still bear on the predicate
 * @param presupposed whether they take it for granted
 * @param aside whether the writer puts it in himself, whoever speaks above
 * @param ongoing whether a verb above says that it goes on, so that it holds already
 */
record Walk(
    Token at,
    Modality modality,
    boolean open,
    boolean presupposed,
    boolean aside,
    boolean ongoing) {
  static Walk from(Token predicate) {
    return new Walk(predicate, Modality.PLAIN, true, false, false, false);
  }

  /** One or several effects, with spaces between. */
  Walk with(String effects) {
    Modality changed = modality;
    for (String effect : effects.split(" ")) {
      changed = ongoing && effect.equals("Prospective") ? changed : changed.with(effect);
    }
    return open ? new Walk(at, changed, true, false, aside, ongoing) : this;
  }

  Walk with(Optional<String> effects) {
    return effects.map(this::with).orElse(this);
  }

  Walk to(Token next) {
    return new Walk(next, modality, open, presupposed, aside, ongoing);
  }

  /** Taken for granted: what is said above does not bear on it. */
  Walk closed() {
    return new Walk(at, modality, false, true, aside, ongoing);
  }

  /** Settled by its noun ("plans to sell"): only who says so still matters. */
  Walk settled() {
    return new Walk(at, modality, false, presupposed, aside, ongoing);
  }

  /** As {@link #closed}, and put in by the writer: "X said Y, which makes Z, would join". */
  Walk putIn() {
    return new Walk(at, modality, false, true, true, ongoing);
  }

  /** Goes on ("will continue its sales"): what holds already is not put off by what is above. */
  Walk goingOn() {
    boolean holds = modality.realization() == Modality.Realization.REALIZED;
    return new Walk(at, modality, open, presupposed, aside, holds);
  }

  /** What is presupposed is said too, but not in doubt for who says it. */
  Walk saidBy(Speaker speaker) {
    if (aside) {
      return this;
    }
    Speaker named = new Speaker(speaker.sentence(), speaker.token(), false);
    return new Walk(
        at, modality.saidBy(presupposed ? named : speaker), open, presupposed, false, ongoing);
  }
}
