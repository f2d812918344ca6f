package org.w3id.chokepoint.article;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3id.chokepoint.article.Reading.Accepted;
import org.w3id.chokepoint.article.Reading.Rejected;

/**
 * Reads plain text, Markdown, one JSON object {@code {id, title, date, outlet|source, url, text}},
 * or JSON Lines of such objects. The format is told by the content.
 */
public final class ArticleReader {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private ArticleReader() {}

  /** The articles of a file; a rejected one carries its reason. Never throws for bad input. */
  public static List<Reading> read(Path file) {
    String name = file.toString();
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException | RuntimeException e) {
      return List.of(
          new Rejected(
              name,
              0,
              "cannot be read (" + e.getMessage() + "); check the path and its permissions"));
    }
    return switch (Texts.decode(bytes)) {
      case Texts.Decoded.Trouble t -> List.of(new Rejected(name, t.line(), t.reason()));
      case Texts.Decoded.Text t -> read(name, t.text());
    };
  }

  private static List<Reading> read(String file, String text) {
    String start = text.stripLeading();
    if (!start.startsWith("{")) {
      String id = Path.of(file).getFileName().toString().replaceFirst("\\.[^.]+$", "");
      return List.of(
          new Accepted(
              Article.of(
                  id,
                  file,
                  text,
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty())));
    }
    try {
      return List.of(json(file, 0, JSON.readTree(text)));
    } catch (JsonProcessingException e) {
      return lines(file, text, e);
    }
  }

  private static List<Reading> lines(String file, String text, JsonProcessingException whole) {
    List<Reading> out = new ArrayList<>();
    String[] lines = text.split("\n");
    if (lines.length == 1 || !lines[0].strip().endsWith("}")) {
      return List.of(
          new Rejected(
              file,
              whole.getLocation() == null ? 0 : Math.max(0, whole.getLocation().getLineNr()),
              "not well-formed JSON ("
                  + whole.getOriginalMessage()
                  + "); mend it or give the plain text"));
    }
    for (int i = 0; i < lines.length; i++) {
      if (!lines[i].isBlank()) {
        try {
          out.add(json(file, i + 1, JSON.readTree(lines[i])));
        } catch (JsonProcessingException | StackOverflowError e) {
          out.add(
              new Rejected(file, i + 1, "not well-formed JSON; each line must hold one object"));
        }
      }
    }
    return out;
  }

  private static Reading json(String file, int line, JsonNode node) {
    String text = node.path("text").asText("");
    if (text.isBlank()) {
      return new Rejected(file, line, "the object has no \"text\"; put the article's body there");
    }
    String name = Path.of(file).getFileName().toString().replaceFirst("\\.[^.]+$", "");
    String id = string(node, "id").orElse(line > 0 ? name + "-" + line : name);
    Optional<LocalDate> date;
    try {
      date =
          string(node, "date").map(d -> LocalDate.parse(d.substring(0, Math.min(10, d.length()))));
    } catch (DateTimeParseException e) {
      date = Optional.empty();
    }
    return new Accepted(
        Article.of(
            id,
            file,
            text,
            string(node, "title"),
            date,
            string(node, "outlet").or(() -> string(node, "source")),
            string(node, "url")));
  }

  private static Optional<String> string(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isTextual() || value.isNumber()
        ? Optional.of(value.asText()).filter(v -> !v.isBlank())
        : Optional.empty();
  }
}
