package org.w3id.chokepoint.article;

import org.jsoup.Jsoup;

/** A piece of HTML that is all article: the content of a feed item, rendered Markdown. */
final class Fragment {
  private Fragment() {}

  static Laid read(String html) {
    return PageText.of(Jsoup.parseBodyFragment(html).body());
  }
}
