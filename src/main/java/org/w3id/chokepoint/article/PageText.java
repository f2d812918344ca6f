package org.w3id.chokepoint.article;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.w3id.chokepoint.article.Block.Kind;

/**
 * The text of HTML with its structure: a piece for each block. What is never shown or never prose
 * (scripts, forms, navigation) is left out.
 */
final class PageText implements NodeVisitor {
  private static final Set<String> UNSEEN =
      Set.of(
          "script",
          "style",
          "noscript",
          "template",
          "iframe",
          "form",
          "button",
          "nav",
          "svg",
          "math",
          "object",
          "embed",
          "select",
          "textarea",
          "input",
          "video",
          "audio",
          "canvas",
          "dialog",
          "head",
          "map",
          "menu",
          "footer");

  private static final Pattern SPACES = Pattern.compile("[\\s\\h]+");
  private final List<Piece> pieces = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();

  /** Whether the line has more than spaces. */
  private boolean words;

  private int unseen;
  private int links;
  private int linked;

  /** What each open element makes of the text inside, the innermost first. */
  private final Deque<Kind> kinds = new ArrayDeque<>(List.of(Kind.PARAGRAPH));

  private PageText() {}

  static Laid of(Element root) {
    return Piece.laid(pieces(root));
  }

  static List<Piece> pieces(Element root) {
    PageText text = new PageText();
    root.traverse(text);
    text.flush();
    return text.pieces;
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof TextNode text && unseen == 0) {
      line.append(text.getWholeText());
      words |= !text.isBlank();
      linked += links > 0 ? text.getWholeText().length() : 0;
    } else if (node instanceof Element e) {
      if (UNSEEN.contains(e.normalName()) || e.hasAttr("hidden")) {
        unseen++;
      } else if (e.normalName().equals("a")) {
        links++;
      } else if (cell(e)) {
        line.append(words ? "; " : "");
      } else if (e.isBlock() || breaks(e)) {
        flush();
      }
      kinds.push(kind(e, kinds.element()));
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (node instanceof Element e) {
      if (UNSEEN.contains(e.normalName()) || e.hasAttr("hidden")) {
        unseen--;
      } else if (e.normalName().equals("a")) {
        links--;
      } else if (!cell(e) && (e.isBlock() || breaks(e))) {
        flush();
      }
      kinds.pop();
    }
  }

  private static boolean cell(Element e) {
    return e.normalName().equals("td") || e.normalName().equals("th");
  }

  private static boolean breaks(Element e) {
    return Set.of("br", "hr", "figcaption", "caption", "tr", "dt", "dd").contains(e.normalName());
  }

  private static Kind kind(Element element, Kind outer) {
    return switch (element.normalName()) {
      case "h1", "h2", "h3", "h4", "h5", "h6" -> Kind.HEADING;
      case "li" -> Kind.BULLET;
      case "blockquote" -> Kind.QUOTE;
      case "figcaption", "caption" -> Kind.CAPTION;
      case "tr" -> Kind.ROW;
      default -> outer;
    };
  }

  private void flush() {
    String text = SPACES.matcher(CleanText.visible(line.toString())).replaceAll(" ").strip();
    double share = line.isEmpty() ? 0 : (double) linked / line.length();
    line.setLength(0);
    words = false;
    linked = 0;
    if (text.codePoints().anyMatch(Character::isLetterOrDigit)) {
      pieces.add(new Piece(kinds.element(), text, share));
    }
  }
}
