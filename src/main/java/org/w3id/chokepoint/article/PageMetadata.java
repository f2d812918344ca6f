package org.w3id.chokepoint.article;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What a page says of its article: in JSON-LD first, then OpenGraph and meta, then its marks. */
final class PageMetadata {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern OUTLET_AFTER_TITLE =
      Pattern.compile("\\s+[|\u2013\u2014\u00BB-]\\s+[^|]{2,40}$");

  private PageMetadata() {}

  static Metadata of(Document page) {
    return jsonLd(page).or(meta(page)).or(marks(page));
  }

  private static Metadata jsonLd(Document page) {
    Metadata out = Metadata.NONE;
    for (Element script : page.select("script[type=application/ld+json]")) {
      try {
        for (var article : SchemaOrg.articles(JSON.readTree(script.data()))) {
          out = out.or(SchemaOrg.metadata(article));
        }
      } catch (JsonProcessingException e) {
        continue; // many sites write it by hand; the page has other marks
      }
    }
    return out;
  }

  private static Metadata meta(Document page) {
    return new Metadata(
        meta(page, "og:title", "twitter:title", "dc.title", "parsely-title"),
        day(
            page,
            "article:published_time",
            "og:published_time",
            "parsely-pub-date",
            "date",
            "pubdate",
            "dc.date",
            "dc.date.issued",
            "dcterms.created",
            "sailthru.date",
            "datepublished",
            "publish-date",
            "publishdate",
            "article.published",
            "cxenseparse:recs:publishtime"),
        day(
            page,
            "article:modified_time",
            "og:updated_time",
            "last-modified",
            "lastmod",
            "dcterms.modified"),
        meta(page, "og:site_name", "application-name", "publisher", "dc.publisher"),
        meta(page, "author", "parsely-author", "sailthru.author", "dc.creator", "byl").stream()
            .map(a -> a.replaceFirst("(?i)^by\\s+", ""))
            .toList(),
        link(page).or(() -> meta(page, "og:url")),
        Optional.of(page.select("html").attr("lang"))
            .filter(l -> !l.isBlank())
            .or(() -> meta(page, "og:locale", "content-language")));
  }

  private static Metadata marks(Document page) {
    Optional<LocalDate> day =
        Stream.of(
                "[itemprop=datePublished]",
                "time[pubdate]",
                "article time[datetime]",
                "main time[datetime]",
                "time[datetime]")
            .flatMap(css -> page.select(css).stream().limit(1))
            .flatMap(e -> Stream.of(e.attr("datetime"), e.attr("content"), e.text()))
            .flatMap(t -> Days.of(t).stream())
            .findFirst();
    List<Element> headings = page.select("h1");
    Optional<String> title =
        headings.size() == 1 && !headings.getFirst().text().isBlank()
            ? Optional.of(headings.getFirst().text())
            : Optional.of(OUTLET_AFTER_TITLE.matcher(page.title()).replaceFirst(""));
    Optional<String> author =
        page.select("[rel=author], [itemprop=author]").stream()
            .map(Element::text)
            .filter(t -> !t.isBlank() && t.length() < 80)
            .findFirst();
    return new Metadata(
        title.filter(t -> !t.isBlank()),
        day,
        Optional.empty(),
        Optional.empty(),
        author.stream().toList(),
        Optional.empty(),
        Optional.empty());
  }

  private static Optional<String> link(Document page) {
    return page.select("link[rel=canonical]").stream()
        .map(l -> l.absUrl("href"))
        .filter(h -> h.startsWith("http"))
        .findFirst();
  }

  private static Optional<LocalDate> day(Document page, String... names) {
    return Stream.of(names).flatMap(n -> meta(page, n).flatMap(Days::of).stream()).findFirst();
  }

  private static Optional<String> meta(Document page, String... names) {
    return Stream.of(names)
        .flatMap(
            name ->
                page
                    .select(
                        "meta[property=%1$s], meta[name=%1$s], meta[itemprop=%1$s]"
                            .formatted('"' + name + '"'))
                    .stream())
        .map(m -> m.attr("content"))
        .filter(c -> !c.isBlank())
        .findFirst();
  }
}
