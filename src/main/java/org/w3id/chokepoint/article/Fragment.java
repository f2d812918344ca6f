package org.w3id.chokepoint.article;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** A piece of HTML that is all article: the content of a feed item, rendered Markdown. */
final class Fragment {
  private Fragment() {}

  static Laid read(String html) {
    return PageText.of(body(html));
  }

  static Element body(String html) {
    return parse(html, "").body();
  }

  /** Any HTML; what nests deeper than pages do stands side by side. */
  static Document parse(String html, String base) {
    return Jsoup.parse(html, base, Parser.htmlParser().setMaxDepth(Limits.HTML_DEPTH));
  }
}
