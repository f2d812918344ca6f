package org.w3id.chokepoint.snapshot;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;

/** Claims as a table, one row each, sorted by IRI; several values in a cell are joined by " | ". */
final class ClaimTable {
  private static final String[] COLUMNS = {
    "claim",
    "subject",
    "subject_label",
    "predicate",
    "predicate_label",
    "object",
    "object_label",
    "event",
    "event_class",
    "agent",
    "event_object",
    "recipient",
    "event_date",
    "certainty",
    "polarity",
    "realization",
    "status",
    "attributed_to",
    "attributed_to_label",
    "cue",
    "pattern",
    "confidence",
    "quote",
    "begin",
    "end",
    "article",
    "article_title",
    "published",
    "article_url"
  };

  private final Lookup look;

  private ClaimTable(Lookup look) {
    this.look = look;
  }

  /** Writes the header and a row for each claim. */
  static void write(Graph data, OutputStream out) throws IOException {
    ClaimTable table = new ClaimTable(new Lookup(data));
    StringBuilder text = new StringBuilder();
    row(List.of(COLUMNS), text);
    for (Node claim : table.look.subjects(RDF.type.asNode(), Terms.cp("Claim"))) {
      row(table.cells(claim, data), text);
    }
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private List<String> cells(Node claim, Graph data) {
    List<String> cells = new ArrayList<>();
    cells.add(Lookup.text(claim));
    for (String slot : List.of("claimSubject", "claimPredicate")) {
      cells.add(look.string(claim, Terms.cp(slot)));
      cells.add(labels(look.objects(claim, Terms.cp(slot))));
    }
    cells.add(look.string(claim, Terms.cp("claimObject"), Terms.cp("claimValue")));
    cells.add(labels(look.objects(claim, Terms.cp("claimObject"))));
    List<Node> events = look.objects(claim, Terms.cp("reportsEvent"));
    cells.add(join(events, Lookup::text));
    cells.add(join(events, event -> labels(look.objects(event, RDF.type.asNode()))));
    for (String role : List.of("hasAgent", "hasObject", "hasRecipient", "eventDate")) {
      cells.add(join(events, event -> labels(look.objects(event, Terms.cp(role)))));
    }
    for (String facet : List.of("certainty", "polarity", "realization", "claimStatus")) {
      cells.add(labels(look.objects(claim, Terms.cp(facet))));
    }
    cells.add(join(look.objects(claim, Terms.cp("attributedTo")), Lookup::text));
    cells.add(labels(look.objects(claim, Terms.cp("attributedTo"))));
    for (String slot : List.of("cue", "pattern", "confidence")) {
      cells.add(look.string(claim, Terms.cp(slot)));
    }
    List<Evidence> evidence = Evidence.ofClaim(claim, data);
    cells.add(join(evidence, Evidence::quote));
    cells.add(join(evidence, e -> Integer.toString(e.begin())));
    cells.add(join(evidence, e -> Integer.toString(e.end())));
    cells.add(join(evidence, Evidence::article));
    cells.add(join(evidence, Evidence::title));
    cells.add(
        evidence.stream()
            .map(Evidence::article)
            .map(NodeFactory::createURI)
            .map(a -> look.string(a, Terms.schema("datePublished"), Terms.dcterms("issued")))
            .distinct()
            .collect(Collectors.joining(" | ")));
    cells.add(join(evidence, Evidence::source));
    return cells;
  }

  private String labels(List<Node> nodes) {
    return join(nodes, look::label);
  }

  private static <T> String join(List<T> values, Function<T, String> text) {
    return values.stream().map(text).distinct().collect(Collectors.joining(" | "));
  }

  private static void row(List<String> cells, StringBuilder out) {
    out.append(cells.stream().map(ClaimTable::cell).collect(Collectors.joining(",")));
    out.append("\r\n");
  }

  /** Quoted where needed; a cell that a spreadsheet would run as a formula gets an apostrophe. */
  static String cell(String text) {
    boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    String safe = formula ? "'" + text : text;
    boolean quote = safe.chars().anyMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
    return quote ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
