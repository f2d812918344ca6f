package org.w3id.chokepoint.article;

import org.jsoup.nodes.Document;

/** A page of the web: its article without what surrounds it, and what it says of the article. */
final class Page {
  private Page() {}

  static Draft read(Origin origin, String html) {
    Document page = Fragment.parse(html, origin.url().orElse(""));
    Metadata about = PageMetadata.of(page);
    return new Draft(
        Form.HTML, java.util.Optional.empty(), PageBody.of(page, about.title()), about);
  }
}
