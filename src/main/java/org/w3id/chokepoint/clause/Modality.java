package org.w3id.chokepoint.clause;

import java.util.Optional;
import org.w3id.chokepoint.text.Sentence;
import org.w3id.chokepoint.text.Token;

/**
 * How a predicate is said: the three axes of a claim, and on whose word.
 *
 * @param source who says so; empty where the article speaks in its own voice
 */
public record Modality(
    Certainty certainty, Polarity polarity, Realization realization, Optional<Speaker> source) {
  /** How surely. */
  public enum Certainty {
    CERTAIN,
    PROBABLE,
    POSSIBLE
  }

  /** Whether it is affirmed. */
  public enum Polarity {
    AFFIRMED,
    NEGATED
  }

  /** Whether it is past or present, or only wanted, planned, asked for or feared. */
  public enum Realization {
    REALIZED,
    PROSPECTIVE
  }

  /**
   * The noun that names who speaks.
   *
   * @param unnamed whether what it says is probable at best: a source without a name ("reports",
   *     "people familiar with the matter") or a mere view
   */
  public record Speaker(Sentence sentence, Token token, boolean unnamed) {
    /** "I", "we": outside of quotations the author of the article. */
    boolean author() {
      return token.form().matches("(?i)i|we");
    }
  }

  /** Stated outright by the article. */
  public static final Modality PLAIN =
      new Modality(Certainty.CERTAIN, Polarity.AFFIRMED, Realization.REALIZED, Optional.empty());

  /**
   * Whether it is told as a fact, on whosever word (FactBank's CT+, Sauri and Pustejovsky 2009).
   */
  public boolean factual() {
    return certainty == Certainty.CERTAIN
        && polarity == Polarity.AFFIRMED
        && realization == Realization.REALIZED;
  }

  /**
   * Changed by a word beside it, or by what the learned model makes of the sentence.
   *
   * @param effect a value of the axes: {@code Probable}, {@code Possible}, {@code Negated}, {@code
   *     Prospective}, or {@code Certain}, which changes nothing
   * @throws IllegalArgumentException for anything else
   */
  public Modality with(String effect) {
    return switch (effect) {
      case "Probable" -> certainty == Certainty.CERTAIN ? certainty(Certainty.PROBABLE) : this;
      case "Possible" -> certainty(Certainty.POSSIBLE);
      case "Negated" ->
          new Modality(
              certainty,
              polarity == Polarity.AFFIRMED ? Polarity.NEGATED : Polarity.AFFIRMED,
              realization,
              source);
      case "Prospective" -> new Modality(certainty, polarity, Realization.PROSPECTIVE, source);
      case "Certain" -> this;
      default -> throw new IllegalArgumentException("no effect on modality: " + effect);
    };
  }

  private Modality certainty(Certainty value) {
    return new Modality(value, polarity, realization, source);
  }

  /** The innermost speaker stays: speech nests one level deep. */
  Modality saidBy(Speaker speaker) {
    Modality said =
        source.isPresent() || speaker.author()
            ? this
            : new Modality(certainty, polarity, realization, Optional.of(speaker));
    return speaker.unnamed() ? said.with("Probable") : said;
  }
}
