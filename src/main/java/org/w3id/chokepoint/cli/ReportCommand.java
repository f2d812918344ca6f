package org.w3id.chokepoint.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.w3id.chokepoint.mention.Inventory;
import org.w3id.chokepoint.mention.Inventory.Count;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code report}: how much the reference data holds. */
@Command(
    name = "report",
    description = {
      "Counts the entities of data/reference by file, kind and country, their names and their",
      "links to Wikidata."
    },
    footer = {
      "",
      "The country is that of the seat, of the body that an actor belongs to, of a policy's issuer",
      "or of a technology's maker. A link to Wikidata counts only if its source is named."
    })
final class ReportCommand implements Callable<Integer> {
  @Option(names = "--json", description = "As JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    Map<String, Graph> files = new LinkedHashMap<>();
    Graph all = GraphMemFactory.createDefaultGraph();
    for (Path file : RdfFiles.turtle(Project.here().reference())) {
      Graph graph = RdfFiles.graph(file);
      files.put(String.valueOf(file.getFileName()), graph);
      graph.find().forEach(all::add);
    }
    Inventory inventory = Inventory.of(files, all);
    System.out.print(json ? json(inventory) : text(inventory));
    return Exit.DONE;
  }

  private static String json(Inventory inventory) throws JsonProcessingException {
    return new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .writeValueAsString(inventory)
        + "\n";
  }

  private static String text(Inventory inventory) {
    StringBuilder out = new StringBuilder();
    table(out, "file", inventory.files());
    row(out, "all", inventory.total());
    out.append('\n');
    table(out, "kind", inventory.kinds());
    out.append("\n%-26s %8s\n".formatted("country", "entities"));
    inventory.countries().forEach((c, n) -> out.append("%-26s %8d\n".formatted(c, n)));
    return out.toString();
  }

  private static void table(StringBuilder out, String what, Map<String, Count> rows) {
    out.append(
        "%-26s %8s %8s %8s %8s\n".formatted(what, "entities", "labels", "aliases", "Wikidata"));
    rows.forEach((name, count) -> row(out, name, count));
  }

  private static void row(StringBuilder out, String name, Count c) {
    out.append(
        "%-26s %8d %8d %8d %8d\n"
            .formatted(name, c.entities(), c.labels(), c.aliases(), c.wikidata()));
  }
}
