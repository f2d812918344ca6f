package org.w3id.chokepoint.clause;

import java.util.Optional;
import org.w3id.chokepoint.clause.Modality.Speaker;
import org.w3id.chokepoint.text.Token;

/**
 * Where the walk from a predicate up the tree stands.
 *
 * @param open whether the words above still bear on the predicate
 * @param presupposed whether they take it for granted
 */
record Walk(Token at, Modality modality, boolean open, boolean presupposed) {
  static Walk from(Token predicate) {
    return new Walk(predicate, Modality.PLAIN, true, false);
  }

  /** One or several effects, with spaces between. */
  Walk with(String effects) {
    Modality changed = modality;
    for (String effect : effects.split(" ")) {
      changed = changed.with(effect);
    }
    return open ? new Walk(at, changed, true, false) : this;
  }

  Walk with(Optional<String> effects) {
    return effects.map(this::with).orElse(this);
  }

  Walk to(Token next) {
    return new Walk(next, modality, open, presupposed);
  }

  /** Taken for granted: what is said above does not bear on it. */
  Walk closed() {
    return new Walk(at, modality, false, true);
  }

  /** Settled by its noun ("plans to sell"): only who says so still matters. */
  Walk settled() {
    return new Walk(at, modality, false, presupposed);
  }

  /** What is presupposed is said too, but not in doubt for who says it. */
  Walk saidBy(Speaker speaker) {
    Speaker named = new Speaker(speaker.sentence(), speaker.token(), false);
    return new Walk(at, modality.saidBy(presupposed ? named : speaker), open, presupposed);
  }
}
