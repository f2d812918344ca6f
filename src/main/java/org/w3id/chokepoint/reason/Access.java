package org.w3id.chokepoint.reason;

/** Which terms of a triple pattern are known, so which chain of rows leads to the matches. */
enum Access {
  EXACT,
  SP,
  PO,
  S,
  P,
  O,
  ALL;

  /** The narrowest chain for a pattern with the given terms known. */
  static Access of(boolean s, boolean p, boolean o) {
    if (p) {
      return s ? (o ? EXACT : SP) : o ? PO : P;
    }
    return s ? S : o ? O : ALL;
  }
}
