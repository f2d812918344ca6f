package org.w3id.chokepoint.browse;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.w3id.chokepoint.serve.Reply;

/** The HTML templates; every value is escaped, and a missing one is an error. */
final class Templates {
  private static final String FOLDER = "org/w3id/chokepoint/browse/";

  private final PebbleEngine engine;

  Templates() {
    ClasspathLoader loader = new ClasspathLoader(Templates.class.getClassLoader());
    loader.setPrefix(FOLDER);
    loader.setSuffix(".html");
    engine =
        new PebbleEngine.Builder()
            .loader(loader)
            .autoEscaping(true)
            .strictVariables(true)
            .defaultLocale(Locale.ROOT)
            .build();
  }

  /** A page as an answer. */
  Reply page(String template, Map<String, Object> values) {
    return Reply.text("text/html", text(template, values));
  }

  /** A page as text. */
  String text(String template, Map<String, Object> values) {
    StringWriter out = new StringWriter();
    try {
      engine.getTemplate(template).evaluate(out, values);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  /** A file beside the templates. */
  static String file(String name) {
    try (InputStream in =
        Objects.requireNonNull(
            Templates.class.getResourceAsStream(name), () -> "not in the jar: " + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
