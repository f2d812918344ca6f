package org.w3id.chokepoint.article;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.dankito.readability4j.Readability4J;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.w3id.chokepoint.article.Block.Kind;

/**
 * The article of a page without what surrounds it: readability4j finds where it is; from that go
 * the title, lists of links and lines that stand around articles ({@code around.txt}).
 */
final class PageBody {
  private static final String NOWHERE = "https://example.org/";
  private static final Pattern AROUND = around();
  private static final Set<Kind> LABELS = Set.of(Kind.HEADING, Kind.CAPTION);
  private static final double LINKS = 0.8;

  /** A page that marks its article knows better, unless it marks a part only. */
  private static final double MARKED = 0.7;

  /** Where less than this part of the long paragraphs was found, all of them are the article. */
  private static final double MISSED = 0.25;

  private static final int SHORT = 80;
  private static final int LONG = 400;

  private PageBody() {}

  static Laid of(Document page, Optional<String> title) {
    Set<String> titles = titles(page, title);
    String base = page.baseUri().startsWith("http") ? page.baseUri() : NOWHERE;
    List<Piece> all = PageText.pieces(page.body());
    List<Piece> marked =
        page.select("[itemprop=articleBody]").stream()
            .map(PageText::pieces)
            .max(Comparator.comparingInt(PageBody::length))
            .orElse(List.of());
    Element article =
        ordinary(page) ? new Readability4J(base, page).parse().getArticleContent() : null;
    List<Piece> found = article == null ? all : PageText.pieces(article);
    List<Piece> prose = all.stream().filter(PageBody::prose).toList();
    List<Piece> seen = length(found) < length(prose) * MISSED ? prose : found;
    List<Piece> best = length(marked) > length(seen) * MARKED ? marked : seen;
    List<Piece> kept = withoutEnd(within(best, titles));
    return Piece.laid(kept);
  }

  /** Finding the article takes the square of what no page of the web has. */
  private static boolean ordinary(Document page) {
    int[] most = {0, 0};
    page.traverse(
        (node, depth) -> {
          most[0] = Math.max(most[0], depth);
          most[1]++;
        });
    return most[0] < Limits.HTML_DEPTH && most[1] < Limits.PAGE_NODES;
  }

  private static boolean prose(Piece piece) {
    return piece.kind() == Kind.PARAGRAPH && piece.text().length() > SHORT && piece.linked() < 0.3;
  }

  private static int length(List<Piece> pieces) {
    return pieces.stream().mapToInt(p -> p.text().length()).sum();
  }

  private static List<Piece> within(List<Piece> pieces, Set<String> titles) {
    List<Piece> out = new ArrayList<>();
    for (Piece piece : pieces) {
      String letters = letters(piece.text());
      boolean part = letters.length() > 10 && piece.text().length() < LONG;
      boolean isTitle =
          titles.contains(letters) || (part && titles.stream().anyMatch(t -> t.contains(letters)));
      boolean links = piece.linked() > LINKS && piece.kind() != Kind.HEADING;
      if (!isTitle && !links && !around(piece.text())) {
        out.add(piece);
      }
    }
    return out;
  }

  /** The title as the page tells it here and there. */
  private static Set<String> titles(Document page, Optional<String> title) {
    Set<String> out = new HashSet<>(page.select("h1").eachText());
    out.add(page.title());
    title.ifPresent(out::add);
    return out.stream().map(PageBody::letters).collect(Collectors.toSet());
  }

  /** Headings that nothing follows belonged to lists of links. */
  private static List<Piece> withoutEnd(List<Piece> pieces) {
    int end = pieces.size();
    while (end > 0 && LABELS.contains(pieces.get(end - 1).kind())) {
      end--;
    }
    return pieces.subList(0, end);
  }

  private static boolean around(String text) {
    return text.length() < LONG && AROUND.matcher(text.replace('\u2019', '\'')).matches();
  }

  private static String letters(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
  }

  private static Pattern around() {
    try (InputStream in = PageBody.class.getResourceAsStream("around.txt")) {
      String lines = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return Pattern.compile(
          lines
              .lines()
              .filter(l -> !l.startsWith("#"))
              .map(l -> "(?:" + l + ")")
              .collect(Collectors.joining("|")),
          Pattern.CASE_INSENSITIVE);
    } catch (IOException e) {
      throw new UncheckedIOException("around.txt cannot be read (" + e + ")", e);
    }
  }
}
