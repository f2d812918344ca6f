package org.w3id.chokepoint.article;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Articles told in the words of schema.org, as a document of their own or inside of a page. */
final class SchemaOrg {
  private SchemaOrg() {}

  /** The objects of a kind of Article in an object, an array or a graph. */
  static List<JsonNode> articles(JsonNode node) {
    List<JsonNode> out = new ArrayList<>();
    if (isArticle(node.path("@type"))) {
      out.add(node);
    } else {
      JsonNode parts = node.isArray() ? node : node.path("@graph");
      parts.forEach(part -> out.addAll(isArticle(part.path("@type")) ? List.of(part) : List.of()));
    }
    return out;
  }

  static Metadata metadata(JsonNode article) {
    return new Metadata(
        JsonForms.string(article, "headline").or(() -> JsonForms.string(article, "name")),
        JsonForms.string(article, "datePublished").flatMap(Days::of),
        JsonForms.string(article, "dateModified").flatMap(Days::of),
        names(article.path("publisher")).stream().findFirst(),
        names(article.path("author")),
        address(article, "url").or(() -> address(article, "mainEntityOfPage")),
        JsonForms.string(article, "inLanguage"));
  }

  private static boolean isArticle(JsonNode type) {
    if (type.isArray()) {
      for (JsonNode one : type) {
        if (isArticle(one)) {
          return true;
        }
      }
    }
    String name = type.asText("");
    return name.endsWith("Article") || name.endsWith("BlogPosting") || name.equals("Report");
  }

  /** The names of one who or several: texts, or objects with a name. */
  static List<String> names(JsonNode who) {
    List<String> out = new ArrayList<>();
    if (who.isTextual()) {
      out.add(who.asText());
    } else if (who.isArray()) {
      who.forEach(one -> out.addAll(one.isArray() ? List.of() : names(one)));
    } else {
      JsonForms.string(who, "name").ifPresent(out::add);
    }
    return out;
  }

  private static Optional<String> address(JsonNode node, String field) {
    return JsonForms.string(node, field)
        .or(() -> JsonForms.string(node.path(field), "@id"))
        .filter(a -> a.startsWith("http"));
  }
}
