package org.w3id.chokepoint.snapshot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.vocabulary.RDF;

/**
 * What a change set means to a reader; each list holds IRIs, or triples as N-Triples without the
 * stop.
 *
 * @param revised articles and claims that both snapshots have and tell differently
 * @param contested claims that became contested
 */
public record ChangeSummary(
    String before,
    String after,
    Lists articles,
    Lists claims,
    Lists facts,
    Lists inferences,
    List<String> contested) {
  private static final Pattern QUAD = Pattern.compile("(<[^>]*>) (<[^>]*>) (.*) <([^>]*)> \\.");

  /** Added, dropped, revised. */
  public record Lists(List<String> added, List<String> dropped, List<String> revised) {}

  /** The meaning of a change set. */
  public static ChangeSummary of(ChangeSet change) {
    List<String> contested =
        subjects(change.added(), Terms.cp("claimStatus").getURI(), Terms.cp("Contested").getURI());
    return new ChangeSummary(
        change.before(),
        change.after(),
        instances(change, "Article", "https://schema.org/sha256"),
        instances(change, "Claim", Terms.cp("claimStatus").getURI()),
        triples(change, "id/graph/facts"),
        triples(change, Terms.INFERRED),
        contested);
  }

  /** One is revised where both snapshots have it and the value of {@code telling} differs. */
  private static Lists instances(ChangeSet change, String kind, String telling) {
    List<String> added = subjects(change.added(), RDF.type.getURI(), Terms.cp(kind).getURI());
    List<String> dropped = subjects(change.deleted(), RDF.type.getURI(), Terms.cp(kind).getURI());
    TreeSet<String> revised = new TreeSet<>(subjects(change.added(), telling, ""));
    revised.retainAll(subjects(change.deleted(), telling, ""));
    return new Lists(added, dropped, List.copyOf(revised));
  }

  private static List<String> subjects(List<String> lines, String predicate, String object) {
    return quads(lines)
        .filter(m -> m.group(2).equals("<" + predicate + ">"))
        .filter(m -> object.isEmpty() || m.group(3).equals("<" + object + ">"))
        .map(m -> m.group(1).substring(1, m.group(1).length() - 1))
        .distinct()
        .toList();
  }

  private static Lists triples(ChangeSet change, String graph) {
    return new Lists(inGraph(change.added(), graph), inGraph(change.deleted(), graph), List.of());
  }

  private static List<String> inGraph(List<String> lines, String graph) {
    return quads(lines)
        .filter(m -> m.group(4).endsWith(graph))
        .map(m -> m.group(1) + " " + m.group(2) + " " + m.group(3))
        .toList();
  }

  private static Stream<Matcher> quads(List<String> lines) {
    List<Matcher> out = new ArrayList<>();
    for (String line : lines) {
      Matcher m = QUAD.matcher(line);
      if (m.matches()) {
        out.add(m);
      }
    }
    return out.stream();
  }

  /** Indented JSON. */
  public String toJson() {
    try {
      return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(this)
          + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("lists of texts are always JSON", e);
    }
  }

  /** A few lines for a terminal or a feed. */
  public String text() {
    StringBuilder out = new StringBuilder("from " + before + " to " + after + "\n");
    line(out, "articles", articles);
    line(out, "claims", claims);
    line(out, "facts", facts);
    line(out, "inferences", inferences);
    out.append("newly contested: ").append(contested.size()).append('\n');
    facts.added().forEach(f -> out.append("+ ").append(f).append('\n'));
    facts.dropped().forEach(f -> out.append("- ").append(f).append('\n'));
    return out.toString();
  }

  private static void line(StringBuilder out, String name, Lists lists) {
    out.append(name)
        .append(": ")
        .append(lists.added().size())
        .append(" added, ")
        .append(lists.dropped().size())
        .append(" dropped, ")
        .append(lists.revised().size())
        .append(" revised\n");
  }
}
