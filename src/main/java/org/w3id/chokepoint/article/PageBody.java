package org.w3id.chokepoint.article;

import net.dankito.readability4j.Readability4J;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The article of a page without what surrounds it. */
final class PageBody {
  private PageBody() {}

  static Laid of(Document page) {
    Element article = new Readability4J(page.baseUri(), page).parse().getArticleContent();
    return PageText.of(article == null ? page.body() : article);
  }
}
