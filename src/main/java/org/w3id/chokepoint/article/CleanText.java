package org.w3id.chokepoint.article;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * A text as it is read: without characters that nobody sees (zero-width, bidirectional, soft
 * hyphens, controls), accents composed (NFC), typographic quotes, hyphens and spaces plain. Letters
 * that only look alike stay what they are. Each place leads back to the text as it was given.
 */
public final class CleanText {
  private final String given;
  private final String text;

  /** Where each clean code point begins in the given text, and where it ends; empty if the same. */
  private final int[] begins;

  private final int[] ends;

  private CleanText(String given, String text, int[] begins, int[] ends) {
    this.given = given;
    this.text = text;
    this.begins = begins;
    this.ends = ends;
  }

  /** Cleans a text. */
  public static CleanText of(String given) {
    return clean(given)
        ? new CleanText(given, given, new int[0], new int[0])
        : new Work(given).done();
  }

  /** A text without what nobody sees and with accents composed; typographic characters stay. */
  static String visible(String given) {
    CleanText clean = of(given);
    if (clean.begins.length == 0) {
      return clean.text;
    }
    StringBuilder out = new StringBuilder(clean.text.length());
    CodePoints points = CodePoints.of(given);
    int[] text = clean.text.codePoints().toArray();
    for (int i = 0; i < text.length; i++) {
      int first = given.codePointAt(points.utf16(clean.begins[i]));
      out.appendCodePoint(plain(first) == text[i] ? first : text[i]);
    }
    return out.toString();
  }

  /** The clean text. */
  public String text() {
    return text;
  }

  /** The offset in the given text at which a clean code point begins; both count code points. */
  public int begin(int offset) {
    return begins.length == 0 ? offset : begins[offset];
  }

  /** The offset in the given text that ends what ends at a clean offset, exclusive. */
  public int end(int offset) {
    return ends.length == 0 || offset == 0 ? offset : ends[offset - 1];
  }

  /** The given text between two clean offsets. */
  public String given(int from, int to) {
    return CodePoints.of(given).slice(begin(from), end(to));
  }

  private static boolean clean(String text) {
    boolean composed = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 127 || (c < 32 && c != '\n' && c != '\r' && c != '\t')) {
        int point = text.codePointAt(i);
        if (plain(point) != point) {
          return false;
        }
        composed &= c < 0x300;
      }
    }
    return composed || Normalizer.isNormalized(text, Normalizer.Form.NFC);
  }

  /** What stands for a character, -1 where nothing does. */
  private static int plain(int c) {
    return switch (c) {
      case '\n', '\r', '\t' -> c;
      case 0x0B, 0x0C, 0xA0, 0x202F, 0x205F, 0x3000 -> ' ';
      case 0x85, 0x2028, 0x2029 -> '\n';
      case 0x2018, 0x2019, 0x201B, 0x2BC -> '\'';
      case 0x201C, 0x201D, 0x201E, 0x201F, 0xAB, 0xBB -> '"';
      case 0x2010, 0x2011 -> '-';
      default ->
          c >= 0x2000 && c <= 0x200A
              ? ' '
              : Character.isISOControl(c)
                      || invisible(c)
                      || Character.getType(c) == Character.SURROGATE
                  ? -1
                  : c;
    };
  }

  private static boolean invisible(int c) {
    return Character.getType(c) == Character.FORMAT
        || (c >= 0xFE00 && c <= 0xFE0F)
        || (c >= 0xE0000 && c <= 0xE0FFF)
        || (c & 0xFFFE) == 0xFFFE
        || c == 0x34F;
  }

  private static boolean mark(int c) {
    int type = Character.getType(c);
    return (type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK)
        && !invisible(c);
  }

  /** One pass over a text that is not clean. */
  private static final class Work {
    private final String given;
    private final StringBuilder out;
    private int[] begins;
    private int[] ends;
    private int count;

    Work(String given) {
      this.given = given;
      this.out = new StringBuilder(given.length());
      this.begins = new int[given.length()];
      this.ends = new int[given.length()];
    }

    CleanText done() {
      int offset = 0;
      for (int i = 0; i < given.length(); ) {
        int from = i;
        int begin = offset;
        int first = given.codePointAt(i);
        do {
          i += Character.charCount(given.codePointAt(i));
          offset++;
        } while (i < given.length() && mark(given.codePointAt(i)));
        int plain = plain(first);
        String cluster = given.substring(from, i);
        String composed =
            i - from == 1 ? cluster : Normalizer.normalize(cluster, Normalizer.Form.NFC);
        if (plain >= 0 && plain != first) {
          add(Character.toString(plain), begin, offset, 0);
        } else if (plain >= 0) {
          add(
              composed,
              begin,
              composed.equals(cluster) ? begin + 1 : offset,
              composed.equals(cluster) ? 1 : 0);
        }
      }
      return new CleanText(
          given, out.toString(), Arrays.copyOf(begins, count), Arrays.copyOf(ends, count));
    }

    /** Appends characters, each of which stands {@code step} after the one before. */
    private void add(String cluster, int begin, int end, int step) {
      out.append(cluster);
      int points = cluster.codePointCount(0, cluster.length());
      for (int i = 0; i < points; i++) {
        if (count == begins.length) {
          begins = Arrays.copyOf(begins, 2 * count + 8);
          ends = Arrays.copyOf(ends, 2 * count + 8);
        }
        begins[count] = begin + i * step;
        ends[count++] = end + i * step;
      }
    }
  }
}
