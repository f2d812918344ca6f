package org.w3id.chokepoint.claim;

import java.util.List;
import java.util.Optional;
import org.w3id.chokepoint.clause.Modality;
import org.w3id.chokepoint.mention.Entity;
import org.w3id.chokepoint.text.Sentence;

/**
 * What an article says, with how it says it.
 *
 * @param id twelve hex digits over article, content and modality
 * @param statement the triple, if the content is one
 * @param event IRI of the event, if the content is one
 * @param source who says so; empty for the article's own voice and for unnamed sources
 * @param attributed whether anybody but the article says so, named or not
 * @param passages the sentences that say it, in order
 * @param cue the words that led to it
 * @param pattern name of the pattern that fired
 * @param confidence 0 to 1, that the sentence is read rightly
 */
public record Claim(
    String id,
    Optional<Statement> statement,
    Optional<String> event,
    Modality modality,
    Optional<Entity> source,
    boolean attributed,
    List<Sentence> passages,
    String cue,
    String pattern,
    double confidence,
    Status status) {
  /** The outcome of the acceptance rule. */
  public enum Status {
    ACCEPTED,
    HELD,
    CONTESTED
  }

  Claim as(Status value) {
    return with(confidence, value);
  }

  /** The same claim without any trust in it. */
  Claim doubtful() {
    return with(0.1, status);
  }

  private Claim with(double trust, Status value) {
    return new Claim(
        id, statement, event, modality, source, attributed, passages, cue, pattern, trust, value);
  }
}
