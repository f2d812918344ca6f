package org.w3id.chokepoint.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.w3id.chokepoint.article.Block.Kind;

/**
 * The text of HTML with its structure: one line a block, bullets marked with a dash. What is never
 * shown or never prose (scripts, forms, navigation) is left out.
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

  private static final String BULLET = "- ";

  private final StringBuilder body = new StringBuilder();
  private final List<Block> blocks = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();
  private int points;
  private int unseen;
  private Kind kind = Kind.PARAGRAPH;

  private PageText() {}

  static Laid of(Element root) {
    PageText text = new PageText();
    root.traverse(text);
    text.flush();
    return new Laid(text.body.toString(), Optional.of(text.blocks));
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof TextNode text && unseen == 0) {
      line.append(text.getWholeText());
    } else if (node instanceof Element e) {
      if (UNSEEN.contains(e.normalName()) || e.hasAttr("hidden")) {
        unseen++;
      } else if (cell(e)) {
        line.append(line.isEmpty() ? "" : "; ");
      } else if (e.isBlock() || breaks(e)) {
        flush();
        kind = kind(e);
      }
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (node instanceof Element e) {
      if (UNSEEN.contains(e.normalName()) || e.hasAttr("hidden")) {
        unseen--;
      } else if (!cell(e) && (e.isBlock() || breaks(e))) {
        flush();
        kind = e.parent() == null ? Kind.PARAGRAPH : kind(e.parent());
      }
    }
  }

  private static boolean cell(Element e) {
    return e.normalName().equals("td") || e.normalName().equals("th");
  }

  private static boolean breaks(Element e) {
    return Set.of("br", "hr", "figcaption", "caption", "tr", "dt", "dd").contains(e.normalName());
  }

  /** What the nearest element around a text makes of it. */
  private static Kind kind(Element element) {
    for (Element e = element; e != null; e = e.parent()) {
      switch (e.normalName()) {
        case "h1", "h2", "h3", "h4", "h5", "h6" -> {
          return Kind.HEADING;
        }
        case "li" -> {
          return Kind.BULLET;
        }
        case "blockquote" -> {
          return Kind.QUOTE;
        }
        case "figcaption", "caption" -> {
          return Kind.CAPTION;
        }
        case "tr" -> {
          return Kind.ROW;
        }
        default -> {}
      }
    }
    return Kind.PARAGRAPH;
  }

  private void flush() {
    String text = CleanText.of(line.toString()).text().replaceAll("\\s+", " ").strip();
    line.setLength(0);
    if (text.isEmpty() || text.codePoints().noneMatch(Character::isLetterOrDigit)) {
      return;
    }
    if (!body.isEmpty()) {
      append("\n");
    }
    if (kind == Kind.BULLET) {
      append(BULLET);
    }
    int begin = points;
    append(text);
    blocks.add(new Block(kind, begin, points));
  }

  private void append(String text) {
    body.append(text);
    points += text.codePointCount(0, text.length());
  }
}
