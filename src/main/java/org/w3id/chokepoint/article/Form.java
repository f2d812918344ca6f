package org.w3id.chokepoint.article;

import java.util.Locale;

/** The kind of document that an article came as. Gzip and web archives only wrap one of these. */
public enum Form {
  TEXT,
  MARKDOWN,
  HTML,
  JSON,
  NEWS_ARTICLE,
  NINJS,
  FEED,
  JSON_FEED;

  /** "news-article". */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
