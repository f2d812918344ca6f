package org.w3id.chokepoint.mention;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A test text with marks: {@code [text|entity]} for names, <code>{text|entity}</code> for
 * references.
 *
 * @param marks what is marked, in order; offsets are code points of the plain text
 */
record Marked(String text, List<Mark> marks) {
  private static final Pattern MARK = Pattern.compile("([\\[{])([^|\\]}]+)\\|([^\\]}]*)[\\]}]");

  /**
   * One mark; {@code entity} is an IRI's last two parts, "=Class" for a new entity, "-" for none.
   */
  record Mark(boolean name, int begin, int end, String entity) {}

  static Marked of(String line) {
    StringBuilder text = new StringBuilder();
    List<Mark> marks = new ArrayList<>();
    Matcher m = MARK.matcher(line);
    int last = 0;
    while (m.find()) {
      text.append(line, last, m.start());
      int begin = text.codePointCount(0, text.length());
      text.append(m.group(2));
      marks.add(
          new Mark(
              m.group(1).equals("["), begin, text.codePointCount(0, text.length()), m.group(3)));
      last = m.end();
    }
    return new Marked(text.append(line.substring(last)).toString(), marks);
  }

  /** The lines of a test resource, comments and empty lines left out. */
  static List<String> lines(String resource) {
    try (InputStream in =
        Objects.requireNonNull(Marked.class.getResourceAsStream(resource), resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(l -> !l.isBlank() && !l.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
