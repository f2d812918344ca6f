package org.w3id.chokepoint.reason;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.NodeFactory;
import org.jspecify.annotations.Nullable;
import org.w3id.chokepoint.reason.Rule.Form;
import org.w3id.chokepoint.reason.Rule.ListCondition;
import org.w3id.chokepoint.reason.Rule.Pair;

/** Reads rules in the syntax that the head of {@code owl2rl.rules} explains. */
final class RuleReader {
  private static final Pattern CONDITION =
      Pattern.compile(
          "\\s*(?:(?<distinct>\\?\\w+\\s*!=\\s*\\S+)"
              + "|(?<form>each|chain|keys)\\s+(?<list>\\?\\w+)\\s*\\((?<over>[^)]*)\\)"
              + "|(?<at>@?)\\((?<atom>[^)]*)\\))");

  private final Dictionary dictionary;
  private final String source;
  private final Map<String, String> prefixes = new HashMap<>();
  private int line;

  private RuleReader(Dictionary dictionary, String source) {
    this.dictionary = dictionary;
    this.source = source;
  }

  /**
   * The rules of a text.
   *
   * @param source the name of the file, for messages
   * @throws IllegalArgumentException naming file and line when the text is not well formed
   */
  static List<Rule> read(Dictionary dictionary, String source, String text) {
    return new RuleReader(dictionary, source).read(text);
  }

  private List<Rule> read(String text) {
    List<Rule> out = new ArrayList<>();
    String group = "";
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      line = i + 1;
      String one = lines[i].strip();
      if (one.isEmpty() || one.startsWith("#")) {
        continue;
      }
      if (one.startsWith("[")) {
        group = one.substring(1, one.length() - 1);
      } else if (one.startsWith("prefix ")) {
        prefix(one);
      } else {
        StringBuilder rule = new StringBuilder(one);
        while (i + 1 < lines.length && lines[i + 1].startsWith(" ")) {
          rule.append(' ').append(lines[++i].strip());
        }
        out.add(rule(group, rule.toString()));
      }
    }
    return out;
  }

  private void prefix(String text) {
    String[] parts = text.split("\\s+");
    if (parts.length != 3 || !parts[1].endsWith(":") || !parts[2].matches("<.*>")) {
      throw wrong("a prefix is written: prefix owl: <http://…>");
    }
    prefixes.put(parts[1], parts[2].substring(1, parts[2].length() - 1));
  }

  private Rule rule(String group, String text) {
    int colon = text.indexOf(": ");
    int arrow = text.indexOf("->");
    if (colon < 0 || arrow < colon) {
      throw wrong("a rule is written: name: conditions -> conclusions");
    }
    String name = text.substring(0, colon);
    Map<String, Integer> variables = new LinkedHashMap<>();
    List<Atom> schema = new ArrayList<>();
    List<Atom> body = new ArrayList<>();
    List<Pair> distinct = new ArrayList<>();
    ListCondition list = null;
    String conditions = text.substring(colon + 1, arrow).strip();
    Matcher m = CONDITION.matcher(conditions);
    int end = 0;
    while (m.find() && m.start() == end) {
      end = m.end();
      if (m.group("distinct") != null) {
        String[] pair = m.group("distinct").split("!=");
        distinct.add(new Pair(term(pair[0].strip(), variables), term(pair[1].strip(), variables)));
      } else if (m.group("form") != null) {
        list = listCondition(m, variables);
      } else {
        (m.group("at").isEmpty() ? body : schema).add(atom(m.group("atom"), variables));
      }
    }
    if (end != conditions.length()) {
      throw wrong("cannot read the condition at: " + conditions.substring(end));
    }
    int known = variables.size();
    List<Atom> head = head(text.substring(arrow + 2).strip(), variables);
    if (variables.size() > known) {
      throw wrong("rule " + name + " concludes on a variable that no condition binds");
    }
    return new Rule(name, group, schema, body, list, distinct, head, known);
  }

  private List<Atom> head(String text, Map<String, Integer> variables) {
    List<Atom> out = new ArrayList<>();
    if (text.equals("false")) {
      return out;
    }
    Matcher m = CONDITION.matcher(text);
    int end = 0;
    while (m.find() && m.start() == end && m.group("atom") != null) {
      end = m.end();
      out.add(atom(m.group("atom"), variables));
    }
    if (out.isEmpty() || end != text.length()) {
      throw wrong("cannot read the conclusion at: " + text.substring(end));
    }
    return out;
  }

  private ListCondition listCondition(Matcher m, Map<String, Integer> variables) {
    Form form = Form.valueOf(m.group("form").toUpperCase(java.util.Locale.ROOT));
    int list = term(m.group("list"), variables);
    String[] over = m.group("over").strip().split("\\s+");
    if (over.length != (form == Form.EACH ? 3 : 2)) {
      throw wrong("wrong number of terms in: " + m.group());
    }
    int left = term(over[0], variables);
    int second = term(over[1], variables);
    return form == Form.EACH
        ? new ListCondition(form, list, left, second, -1)
        : new ListCondition(form, list, left, 0, second);
  }

  private Atom atom(String text, Map<String, Integer> variables) {
    String[] terms = text.strip().split("\\s+");
    if (terms.length != 3) {
      throw wrong("a triple has three terms: (" + text + ")");
    }
    return new Atom(
        term(terms[0], variables), term(terms[1], variables), term(terms[2], variables));
  }

  private int term(String text, Map<String, Integer> variables) {
    if (text.startsWith("?")) {
      Integer known = variables.putIfAbsent(text, variables.size());
      return ~(known == null ? variables.size() - 1 : known);
    }
    if (text.matches("\\d+")) {
      return dictionary.id(NodeFactory.createLiteralDT(text, XSDDatatype.XSDnonNegativeInteger));
    }
    if (text.startsWith("<") && text.endsWith(">")) {
      return dictionary.id(NodeFactory.createURI(text.substring(1, text.length() - 1)));
    }
    int colon = text.indexOf(':');
    @Nullable String start = prefixes.get(text.substring(0, colon + 1));
    if (text.startsWith("list:")) {
      return dictionary.internal(text);
    }
    if (start == null) {
      throw wrong("no prefix for " + text);
    }
    return dictionary.id(NodeFactory.createURI(start + text.substring(colon + 1)));
  }

  private IllegalArgumentException wrong(String what) {
    return new IllegalArgumentException(source + ":" + line + ": " + what);
  }
}
