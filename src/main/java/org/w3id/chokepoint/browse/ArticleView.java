package org.w3id.chokepoint.browse;

import java.util.Comparator;
import org.apache.jena.graph.Node;
import org.w3id.chokepoint.serve.Names;
import org.w3id.chokepoint.snapshot.Lookup;
import org.w3id.chokepoint.snapshot.Terms;

/**
 * An article in a list.
 *
 * @param date of publication; "" when unknown
 * @param publisher its name; "" when unknown
 * @param source where it is on the web; not linked unless it is http or https
 */
record ArticleView(Link article, String date, String publisher, Link source) {
  static final Comparator<ArticleView> NEWEST_FIRST =
      Comparator.comparing(ArticleView::date, Comparator.reverseOrder())
          .thenComparing(view -> view.article().iri());

  static ArticleView of(Node article, Scene scene) {
    Lookup look = scene.look();
    String source = look.string(article, Terms.schema("url"), Terms.dcterms("source"));
    return new ArticleView(
        scene.link(article),
        look.string(article, Terms.schema("datePublished"), Terms.dcterms("issued")),
        look.object(article, Terms.schema("publisher"), Terms.dcterms("publisher"))
            .map(look::label)
            .orElse(""),
        new Link(source, Names.page(scene.served(), source), source));
  }
}
