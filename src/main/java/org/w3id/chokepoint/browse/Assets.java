package org.w3id.chokepoint.browse;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.w3id.chokepoint.serve.Question;
import org.w3id.chokepoint.serve.Reply;

/** Scripts and style sheets that the build packs into the jar; pages are complete without them. */
final class Assets {
  private static final Map<String, String> TYPES =
      Map.of(
          "js", "text/javascript;charset=utf-8",
          "css", "text/css;charset=utf-8",
          "svg", "image/svg+xml");

  private Assets() {}

  static Reply answer(Question question) {
    String name = question.rest("/assets/");
    if (!name.matches("[a-z]+\\.(js|css|svg)")) {
      return Reply.notFound("There is no such file.");
    }
    try (InputStream in = Assets.class.getResourceAsStream("assets/" + name)) {
      if (in == null) {
        return Reply.notFound("There is no such file.");
      }
      byte[] bytes = in.readAllBytes();
      String type = TYPES.getOrDefault(name.replaceFirst(".*\\.", ""), "text/plain");
      return new Reply.Content(type, Map.of(), out -> out.write(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
