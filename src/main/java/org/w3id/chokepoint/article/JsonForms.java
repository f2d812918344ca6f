package org.w3id.chokepoint.article;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * What a JSON object is: JSON Feed (version 1 and 1.1), a schema.org article, IPTC ninjs (1 to 3),
 * or the plain {@code {id, title, date, outlet|source, url, text}}.
 */
final class JsonForms {
  private static final String FEED = "https://jsonfeed.org/version/";

  private JsonForms() {}

  static void read(Origin origin, JsonNode node, Consumer<Reading> out) throws BadDocument {
    if (string(node, "version").filter(v -> v.startsWith(FEED)).isPresent()) {
      feed(origin, node, out);
      return;
    }
    List<JsonNode> schema = SchemaOrg.articles(node);
    if (schema.size() > 1) {
      for (int i = 0; i < schema.size(); i++) {
        out.accept(schemaOrg(schema.get(i)).reading(origin.record(i + 1)));
      }
    } else if (schema.size() == 1) {
      out.accept(schemaOrg(schema.getFirst()).reading(origin));
    } else if (isNinjs(node)) {
      out.accept(ninjs(node).reading(origin));
    } else {
      out.accept(plain(node).reading(origin));
    }
  }

  private static Draft plain(JsonNode node) throws BadDocument {
    String text = string(node, "text").orElseThrow(() -> missing("\"text\""));
    return new Draft(Form.JSON, string(node, "id"), Laid.plain(text), plainMetadata(node));
  }

  /** The fields of the plain form, which front matter of Markdown uses as well. */
  static Metadata plainMetadata(JsonNode node) {
    return new Metadata(
        string(node, "title"),
        string(node, "date").flatMap(Days::of),
        string(node, "modified").flatMap(Days::of),
        string(node, "outlet").or(() -> string(node, "source")),
        SchemaOrg.names(node.path("author")),
        string(node, "url"),
        string(node, "language"));
  }

  private static Draft schemaOrg(JsonNode node) throws BadDocument {
    String text =
        string(node, "articleBody")
            .or(() -> string(node, "text"))
            .orElseThrow(() -> missing("\"articleBody\""));
    Optional<String> id = string(node, "identifier").or(() -> string(node, "@id"));
    return new Draft(Form.NEWS_ARTICLE, id, Laid.plain(text), SchemaOrg.metadata(node));
  }

  private static boolean isNinjs(JsonNode node) {
    return node.has("body_text")
        || node.has("body_xhtml")
        || node.path("bodies").isArray()
        || (node.has("uri") && (node.has("headline") || node.has("headlines")));
  }

  /** Version 1 has {@code body_text} and {@code body_xhtml}, later ones {@code bodies}. */
  private static Draft ninjs(JsonNode node) throws BadDocument {
    Laid text =
        string(node, "body_text")
            .or(() -> value(node.path("bodies"), type -> !type.contains("html")))
            .map(Laid::plain)
            .or(() -> string(node, "body_xhtml").map(Fragment::read))
            .or(() -> value(node.path("bodies"), type -> type.contains("html")).map(Fragment::read))
            .orElseThrow(() -> missing("\"bodies\""));
    Metadata about =
        new Metadata(
            string(node, "headline")
                .or(() -> value(node.path("headlines"), t -> true))
                .or(() -> string(node, "title")),
            first(node, "firstcreated", "contentcreated", "versioncreated").flatMap(Days::of),
            string(node, "versioncreated").flatMap(Days::of),
            string(node.path("infosources").path(0), "name")
                .or(() -> string(node, "source"))
                .or(() -> string(node, "copyrightholder")),
            first(node, "by", "byline").stream().toList(),
            string(node, "url").or(() -> string(node, "uri")),
            string(node, "language"));
    return new Draft(Form.NINJS, string(node, "uri"), text, about);
  }

  private static Optional<String> value(JsonNode parts, Predicate<String> type) {
    for (JsonNode part : parts) {
      String name =
          string(part, "contenttype").or(() -> string(part, "contentType")).orElse("text/plain");
      if (type.test(name) && string(part, "value").isPresent()) {
        return string(part, "value");
      }
    }
    return Optional.empty();
  }

  private static void feed(Origin origin, JsonNode feed, Consumer<Reading> out) throws BadDocument {
    int count = 0;
    for (JsonNode item : feed.path("items")) {
      Origin place = origin.record(++count);
      Optional<Laid> text =
          string(item, "content_text")
              .map(Laid::plain)
              .or(() -> string(item, "content_html").map(Fragment::read))
              .or(() -> string(item, "summary").map(Laid::plain));
      Metadata about =
          new Metadata(
              string(item, "title"),
              string(item, "date_published").flatMap(Days::of),
              string(item, "date_modified").flatMap(Days::of),
              string(feed, "title"),
              authors(item),
              string(item, "url"),
              string(item, "language").or(() -> string(feed, "language")));
      out.accept(
          text.map(t -> new Draft(Form.JSON_FEED, string(item, "id"), t, about).reading(place))
              .orElseGet(
                  () -> place.rejected("the item has no content; give it \"content_html\"")));
    }
    if (count == 0) {
      throw new BadDocument("the feed has no items; leave it out");
    }
  }

  private static List<String> authors(JsonNode item) {
    List<String> out = new ArrayList<>();
    item.path("authors").forEach(a -> string(a, "name").ifPresent(out::add));
    string(item.path("author"), "name").ifPresent(out::add);
    return out;
  }

  private static Optional<String> first(JsonNode node, String... fields) {
    for (String field : fields) {
      if (string(node, field).isPresent()) {
        return string(node, field);
      }
    }
    return Optional.empty();
  }

  private static BadDocument missing(String field) {
    return new BadDocument("the object has no " + field + "; put the article's body there");
  }

  /** A text that is not blank, or a whole number as text. */
  static Optional<String> string(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isTextual() || value.isIntegralNumber()
        ? Optional.of(value.asText()).filter(v -> !v.isBlank())
        : Optional.empty();
  }
}
