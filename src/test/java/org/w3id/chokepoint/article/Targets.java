package org.w3id.chokepoint.article;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** Each reader, given any bytes: nothing is thrown, and what is accepted can be worked with. */
final class Targets {
  private interface Target {
    void read(byte[] bytes, Consumer<Reading> out) throws IOException;
  }

  private static final Origin ORIGIN = Origin.of("fuzz");
  private static final Map<String, Target> ALL = all();

  private Targets() {}

  static Iterable<String> names() {
    return ALL.keySet();
  }

  /** Throws where the reader does or its articles are malformed. */
  static void run(String name, byte[] bytes) {
    try {
      Objects.requireNonNull(ALL.get(name)).read(bytes, Targets::check);
    } catch (IOException e) {
      assertFalse(String.valueOf(e.getMessage()).isBlank()); // ArticleReader makes it a complaint
    }
  }

  private static Map<String, Target> all() {
    Map<String, Target> out = new LinkedHashMap<>();
    out.put("any", (b, to) -> ArticleReader.read("fuzz", new ByteArrayInputStream(b), to));
    out.put("page", (b, to) -> to.accept(Page.read(ORIGIN, text(b)).reading(ORIGIN)));
    out.put("markdown", (b, to) -> to.accept(Markdown.read(text(b)).reading(ORIGIN)));
    out.put("feed", (b, to) -> Feed.read(ORIGIN, b, to));
    out.put("json", (b, to) -> JsonDocuments.read(ORIGIN, new ByteArrayInputStream(b), to));
    out.put("archive", (b, to) -> guarded(b, to));
    out.put("text", (b, to) -> to.accept(plain(text(b)).reading(ORIGIN)));
    return out;
  }

  /** Damaged archives end in exceptions that the caller of the reader turns into complaints. */
  private static void guarded(byte[] bytes, Consumer<Reading> out) {
    byte[] start = "WARC/1.0\r\n".getBytes(StandardCharsets.UTF_8);
    byte[] all = java.util.Arrays.copyOf(start, start.length + bytes.length);
    System.arraycopy(bytes, 0, all, start.length, bytes.length);
    boolean whole = new String(bytes, StandardCharsets.ISO_8859_1).startsWith("WARC/");
    ArticleReader.read("fuzz", new ByteArrayInputStream(whole ? bytes : all), out);
  }

  private static Draft plain(String text) {
    return new Draft(Form.TEXT, Optional.empty(), Laid.plain(text), Metadata.NONE);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static void check(Reading reading) {
    switch (reading) {
      case Reading.Rejected r -> assertFalse(r.reason().contains("\n"), r.reason());
      case Reading.Accepted(Article article) -> check(article);
    }
  }

  private static void check(Article article) {
    CleanText clean = article.clean();
    int length = CodePoints.of(clean.text()).length();
    int given = CodePoints.of(article.body()).length();
    int last = 0;
    for (Block block : article.blocks()) {
      assertTrue(block.begin() >= last && block.begin() < block.end(), block.toString());
      assertTrue(block.end() <= length && clean.end(block.end()) <= given, block.toString());
      assertTrue(clean.begin(block.begin()) < clean.end(block.end()), block.toString());
      last = block.end();
    }
  }
}
