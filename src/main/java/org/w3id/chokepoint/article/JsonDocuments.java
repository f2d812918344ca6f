package org.w3id.chokepoint.article;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Optional;
import java.util.function.Consumer;
import org.w3id.chokepoint.article.ByteLines.Line;

/** One JSON object, an array of them, or a line for each (JSON Lines); the content says which. */
final class JsonDocuments {
  private static final ObjectMapper JSON =
      new ObjectMapper(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(Limits.JSON_DEPTH)
                          .maxStringLength(Limits.DOCUMENT_BYTES)
                          .build())
                  .enable(com.fasterxml.jackson.core.StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /** Others follow an element of an array. */
  private static final ObjectMapper ELEMENTS =
      JSON.copy().disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private JsonDocuments() {}

  static void read(Origin origin, InputStream in, Consumer<Reading> out) throws IOException {
    ByteLines lines = new ByteLines(in);
    Line first = lines.next().orElseThrow(() -> new BadDocument("it is blank; leave it out"));
    if (first.start() == '[') {
      array(origin, lines.from(first), out);
      return;
    }
    Optional<Line> second = first.end() == '}' ? lines.next() : Optional.empty();
    if (second.isPresent() && second.get().start() == '{') {
      line(origin, first, out);
      for (Optional<Line> line = second; line.isPresent(); line = lines.next()) {
        line(origin, line.get(), out);
      }
    } else {
      InputStream rest = second.map(lines::from).orElseGet(InputStream::nullInputStream);
      InputStream all =
          first.end() == '}'
              ? new SequenceInputStream(new ByteArrayInputStream(first.text()), rest)
              : lines.from(first);
      JsonForms.read(origin, parse(first.tooLong() ? tooLarge() : Texts.all(all)), out);
    }
  }

  private static byte[] tooLarge() throws BadDocument {
    throw new BadDocument(
        "it is larger than %s; give each article a line of its own"
            .formatted(Limits.documentSize()));
  }

  private static JsonNode parse(byte[] bytes) throws IOException {
    try {
      return JSON.readTree(bytes);
    } catch (JsonProcessingException e) {
      throw bad(e);
    }
  }

  private static void array(Origin origin, InputStream in, Consumer<Reading> out)
      throws IOException {
    int count = 0;
    Measured measured = new Measured(in);
    try (JsonParser parser = ELEMENTS.getFactory().createParser(measured)) {
      parser.nextToken();
      for (JsonToken t = parser.nextToken();
          t != null && t != JsonToken.END_ARRAY;
          t = parser.nextToken()) {
        measured.next();
        JsonForms.read(origin.record(++count), ELEMENTS.readTree(parser), out);
      }
      if (parser.nextToken() != null) {
        throw new BadDocument("something follows the array; give JSON Lines or one array");
      }
    } catch (JsonProcessingException e) {
      throw bad(e);
    }
    if (count == 0) {
      throw new BadDocument("the array is empty; put articles there or leave it out");
    }
  }

  private static void line(Origin whole, Line line, Consumer<Reading> out) {
    Origin origin = whole.line(line.number());
    try {
      if (line.tooLong()) {
        throw new BadDocument(
            "the line is longer than " + Limits.documentSize() + "; give each article its own");
      }
      JsonForms.read(origin, JSON.readTree(line.text()), out);
    } catch (JsonProcessingException e) {
      out.accept(
          origin.rejected(
              "not well-formed JSON (%s); each line must hold one object".formatted(why(e))));
    } catch (BadDocument e) {
      out.accept(origin.rejected(e));
    } catch (IOException | StackOverflowError e) {
      out.accept(origin.rejected("cannot be read (" + e + "); mend it"));
    }
  }

  private static BadDocument bad(JsonProcessingException e) {
    int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr());
    return new BadDocument(
        line, "not well-formed JSON (" + why(e) + "); mend it or give the plain text");
  }

  private static String why(JsonProcessingException e) {
    String message = String.valueOf(e.getOriginalMessage()).replaceAll("\\s+", " ");
    return message.length() > 160 ? message.substring(0, 160) + "…" : message;
  }

  /** Stops where one element of an array is larger than a document may be. */
  private static final class Measured extends FilterInputStream {
    private long size;

    Measured(InputStream in) {
      super(in);
    }

    void next() {
      size = 0;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int some = super.read(buffer, offset, length);
      size += Math.max(0, some);
      if (size > Limits.DOCUMENT_BYTES) {
        tooLarge();
      }
      return some;
    }
  }
}
