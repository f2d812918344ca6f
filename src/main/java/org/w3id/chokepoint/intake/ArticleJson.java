package org.w3id.chokepoint.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3id.chokepoint.article.Article;
import org.w3id.chokepoint.article.Block;
import org.w3id.chokepoint.article.Form;
import org.w3id.chokepoint.article.Laid;
import org.w3id.chokepoint.article.Metadata;

/** An article as a line of JSON, in the plain form that can be read as an input again. */
public final class ArticleJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ArticleJson() {}

  /** As one line of UTF-8. */
  public static byte[] write(Article article) {
    ObjectNode out = JSON.createObjectNode();
    out.put("id", article.id());
    Metadata about = article.about();
    about.title().ifPresent(v -> out.put("title", v));
    about.published().ifPresent(v -> out.put("date", v.toString()));
    about.modified().ifPresent(v -> out.put("modified", v.toString()));
    about.outlet().ifPresent(v -> out.put("outlet", v));
    ArrayNode authors = out.putArray("author");
    about.authors().forEach(authors::add);
    about.url().ifPresent(v -> out.put("url", v));
    about.language().ifPresent(v -> out.put("language", v));
    out.put("text", article.body());
    out.put("file", article.file()).put("line", article.line()).put("form", article.form().name());
    article
        .layout()
        .ifPresent(
            blocks -> {
              ArrayNode list = out.putArray("blocks");
              blocks.forEach(b -> list.addArray().add(b.kind().name()).add(b.begin()).add(b.end()));
            });
    try {
      return JSON.writeValueAsBytes(out);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an article is always JSON", e);
    }
  }

  /** Reads what {@link #write} wrote. */
  public static Article read(byte[] line) {
    try {
      JsonNode in = JSON.readTree(line);
      List<String> authors = new ArrayList<>();
      in.path("author").forEach(a -> authors.add(a.asText()));
      Metadata about =
          new Metadata(
              text(in, "title"),
              text(in, "date").map(LocalDate::parse),
              text(in, "modified").map(LocalDate::parse),
              text(in, "outlet"),
              authors,
              text(in, "url"),
              text(in, "language"));
      Optional<List<Block>> blocks =
          in.has("blocks") ? Optional.of(blocks(in.path("blocks"))) : Optional.empty();
      return Article.of(
          in.path("id").asText(),
          in.path("file").asText(),
          in.path("line").asInt(),
          Form.valueOf(in.path("form").asText()),
          new Laid(in.path("text").asText(), blocks),
          about);
    } catch (IOException e) {
      throw new UncheckedIOException("an article that was kept cannot be read back", e);
    }
  }

  private static List<Block> blocks(JsonNode list) {
    List<Block> out = new ArrayList<>();
    for (JsonNode b : list) {
      out.add(
          new Block(Block.Kind.valueOf(b.path(0).asText()), b.path(1).asInt(), b.path(2).asInt()));
    }
    return out;
  }

  private static Optional<String> text(JsonNode node, String field) {
    return node.has(field) ? Optional.of(node.path(field).asText()) : Optional.empty();
  }
}
