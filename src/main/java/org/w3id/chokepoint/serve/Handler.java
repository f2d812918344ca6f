package org.w3id.chokepoint.serve;

/** Answers GET and HEAD requests from one snapshot; called from many threads. */
@FunctionalInterface
public interface Handler {
  /** The answer; a function of the question. */
  Reply answer(Question question);
}
