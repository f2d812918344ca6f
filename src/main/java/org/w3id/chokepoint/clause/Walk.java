package org.w3id.chokepoint.clause;

import java.util.Optional;
import org.w3id.chokepoint.clause.Modality.Speaker;
import org.w3id.chokepoint.text.Token;

/**
 * Where the walk from a predicate up the tree stands.
 *
 * @param open whether the words above still bear on the predicate; closed once it is presupposed
 */
record Walk(Token at, Modality modality, boolean open) {
  static Walk from(Token predicate) {
    return new Walk(predicate, Modality.PLAIN, true);
  }

  /** One or several effects, with spaces between. */
  Walk with(String effects) {
    Modality changed = modality;
    for (String effect : effects.split(" ")) {
      changed = changed.with(effect);
    }
    return open ? new Walk(at, changed, true) : this;
  }

  Walk with(Optional<String> effects) {
    return effects.map(this::with).orElse(this);
  }

  Walk to(Token next) {
    return new Walk(next, modality, open);
  }

  Walk closed() {
    return new Walk(at, modality, false);
  }

  /** What is presupposed is said too, but not in doubt for who says it. */
  Walk saidBy(Speaker speaker) {
    Speaker named = new Speaker(speaker.sentence(), speaker.token(), false);
    return new Walk(at, modality.saidBy(open ? speaker : named), open);
  }
}
