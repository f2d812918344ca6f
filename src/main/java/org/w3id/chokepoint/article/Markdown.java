package org.w3id.chokepoint.article;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.nodes.Element;

/** CommonMark with tables, and front matter in YAML; by way of HTML. */
final class Markdown {
  private static final int DEEPEST = 100;
  private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
  private static final Parser PARSER =
      Parser.builder()
          .extensions(EXTENSIONS)
          .maxOpenBlockParsers(DEEPEST)
          .maxInlineNesting(DEEPEST)
          .build();
  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder().extensions(EXTENSIONS).build();
  private static final YAMLMapper YAML = new YAMLMapper();

  private static final Pattern FRONT =
      Pattern.compile("\\A---\\R((?:[^\\n]{0,2000}\\n){1,60}?)---[ \\t]*(?:\\R|\\z)");

  /** What plain text does not have: dashes before lines and stars alone are no sign. */
  private static final Pattern SIGN =
      Pattern.compile(
          "(?m)^#{1,6} \\S"
              + "|(?<!\\\\)\\[[^\\[\\]\\n]{1,200}\\]\\((?:https?://|/)[^()\\s]{1,500}\\)"
              + "|(?<![\\w*])\\*\\*[^*\\n]{1,200}\\*\\*(?![\\w*])"
              + "|^\\|[^\\n]{1,500}\\|[ \\t]*\\R\\|(?:[ \\t]*:?-+:?[ \\t]*\\|)+[ \\t]*$");

  private Markdown() {}

  /** Whether a text is marked up. */
  static boolean is(String text) {
    return FRONT.matcher(text).find() || SIGN.matcher(text).find();
  }

  /** The first heading of the first level is the title, and no part of the body. */
  static Draft read(String text) {
    Matcher front = FRONT.matcher(text);
    JsonNode known = front.find() ? yaml(front.group(1)) : MissingNode.getInstance();
    String marked = known.isObject() ? text.substring(front.end()) : text;
    Element html = Fragment.body(RENDERER.render(PARSER.parse(marked)));
    Optional<Element> heading = Optional.ofNullable(html.selectFirst("h1"));
    heading.ifPresent(Element::remove);
    Metadata about = JsonForms.plainMetadata(known).or(Metadata.titled(heading.map(Element::text)));
    return new Draft(Form.MARKDOWN, JsonForms.string(known, "id"), PageText.of(html), about);
  }

  private static JsonNode yaml(String text) {
    try {
      return YAML.readTree(text);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance(); // a rule of dashes, then text
    }
  }
}
