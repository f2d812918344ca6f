package org.w3id.chokepoint.article;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3id.chokepoint.article.Block.Kind;

/** Cuts a plain text body into headings, bullets and paragraphs: a line is a block. */
public final class Layout {
  private static final Pattern LINE = Pattern.compile("[^\\n\\r]+");
  private static final Pattern BULLET =
      Pattern.compile("^\\s*(?:[-*\\u2022\\u2013]|\\d{1,2}[.)])\\s+");
  private static final Pattern HASHES = Pattern.compile("^\\s*#{1,6}\\s+");
  private static final int LONGEST_HEADING = 100;

  private Layout() {}

  /** The non-empty blocks in order, without bullet and heading marks. */
  public static List<Block> blocks(String body) {
    CodePoints points = CodePoints.of(body);
    List<Block> out = new ArrayList<>();
    Matcher line = LINE.matcher(body);
    while (line.find()) {
      String text = line.group();
      Matcher bullet = BULLET.matcher(text);
      Matcher hashes = HASHES.matcher(text);
      int skip = bullet.find() ? bullet.end() : hashes.find() ? hashes.end() : leading(text);
      String rest = text.substring(skip).strip();
      if (!rest.isEmpty()) {
        Kind kind =
            bullet.reset().find()
                ? Kind.BULLET
                : heading(rest) || hashes.reset().find() ? Kind.HEADING : Kind.PARAGRAPH;
        int begin = line.start() + skip;
        out.add(new Block(kind, points.codePoint(begin), points.codePoint(begin + rest.length())));
      }
    }
    return out;
  }

  /** A heading is short and does not end like a sentence. */
  private static boolean heading(String text) {
    return text.length() <= LONGEST_HEADING && !text.matches("(?s).*[.!?:;,\"\\u201D'\\u2019)]$");
  }

  private static int leading(String text) {
    return text.length() - text.stripLeading().length();
  }
}
