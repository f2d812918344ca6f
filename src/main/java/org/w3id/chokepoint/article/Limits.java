package org.w3id.chokepoint.article;

/** How much one document may be; more is no article, or an attack. */
final class Limits {
  /** Bytes of one document or record, unpacked. */
  static final int DOCUMENT_BYTES = 32 << 20;

  /** Characters of an article's body. */
  static final int BODY_CHARACTERS = 2_000_000;

  /** How deep JSON may nest. */
  static final int JSON_DEPTH = 200;

  /** How deep HTML may nest; what nests deeper stands side by side. */
  static final int HTML_DEPTH = 200;

  /** Nodes of a page in which the article is looked for. */
  static final int PAGE_NODES = 100_000;

  /** How many times gzip may be around a document. */
  static final int PACKINGS = 3;

  /**
   * How many times the size of its file unpacked data may have, once it is more than a document.
   */
  static final int EXPANSION = 100;

  /** Rejected records of one file that are told one by one. */
  static final int COMPLAINTS = 1000;

  private Limits() {}

  /** "32 MB". */
  static String documentSize() {
    return (DOCUMENT_BYTES >> 20) + " MB";
  }
}
