package org.w3id.chokepoint.cli;

import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.jspecify.annotations.Nullable;
import org.w3id.chokepoint.listing.ListFile;
import org.w3id.chokepoint.listing.ListLexicon;
import org.w3id.chokepoint.listing.ListReference;
import org.w3id.chokepoint.listing.TurtleFile;
import org.w3id.chokepoint.mention.NameLexicon;
import org.w3id.chokepoint.mention.Ontology;
import org.w3id.chokepoint.mention.ReferenceData;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code import}: a published list of restricted parties to reference data. */
@Command(
    name = "import",
    description = {
      "Turns a published list of restricted parties into reference data: who is listed, since when,",
      "on which list, under which names."
    },
    footer = {
      "",
      "FILE is the U.S. Consolidated Screening List (CSV) or cons_prim.csv of the OFAC consolidated",
      "list, with cons_alt.csv beside it, as published. A party joins a known entity on the exact",
      "name only; what merely looks alike goes to the report. Put the output into data/reference",
      "to have it read with the rest.",
      "Exit code 1: done, but some rows cannot be read, or are on lists not in ontology/lexicon/lists.yaml."
    })
final class Import implements Callable<Integer> {
  @Parameters(arity = "1", paramLabel = "FILE", description = "The list.")
  private Path file = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where to write the Turtle (default: standard output).")
  private @Nullable Path out;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Where to write the doubtful matches, as CSV.")
  private @Nullable Path report;

  @Override
  public Integer call() throws IOException {
    Project project = Project.here();
    ListLexicon lexicon = ListLexicon.load(project.lexicon().resolve("lists.yaml"));
    ListFile list = ListFile.read(file, lexicon);
    Ontology ontology = Ontology.load(project.ontology());
    ListReference.Result made =
        ListReference.of(
            list,
            ReferenceData.of(reference(project), ontology),
            ontology,
            NameLexicon.load(project.lexicon().resolve("names.yaml")),
            lexicon,
            parties -> Progress.toStandardError("Parties matched", parties)::done);
    write(out, TurtleFile.of(list, made.graph()));
    if (report != null) {
      write(report, doubts(made));
    }
    return tell(list, made);
  }

  /** What an earlier run wrote to the same place is no background for this one. */
  private Graph reference(Project project) {
    Path own = out == null ? Path.of("") : out;
    Graph graph = GraphMemFactory.createDefaultGraph();
    RdfFiles.turtle(project.reference()).stream()
        .filter(f -> !f.toAbsolutePath().normalize().equals(own.toAbsolutePath().normalize()))
        .forEach(f -> RdfFiles.graph(f).find().forEach(graph::add));
    return graph;
  }

  private static void write(@Nullable Path file, String text) {
    if (file == null) {
      System.out.print(text);
      System.out.flush();
      return;
    }
    try {
      Files.writeString(file, text, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new NoAccess(file + ": cannot be written (" + e + "); check folder and permissions");
    }
  }

  private static String doubts(ListReference.Result made) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("line", "listed", "known", "iri", "why doubtful"));
    made.doubts()
        .forEach(
            d ->
                rows.add(
                    List.of(
                        Integer.toString(d.line()),
                        d.listed(),
                        d.entity().label(),
                        d.entity().iri(),
                        d.reason())));
    return new CsvMapper().writeValueAsString(rows);
  }

  private static int tell(ListFile list, ListReference.Result made) {
    list.rejected().forEach(System.err::println);
    made.unknown()
        .forEach(
            (what, times) ->
                System.err.printf(
                    "unknown %s, %d times; add it to ontology/lexicon/lists.yaml%n", what, times));
    System.err.printf(
        "%s: %d parties, %d of them known, %d doubtful matches not joined; left out: %d aliases of others, %d parties on no known list, %d unreadable rows%n",
        list.title(),
        made.parties(),
        made.joined(),
        made.doubts().size(),
        made.shared(),
        made.leftOut(),
        list.rejected().size());
    return list.rejected().isEmpty() && made.leftOut() == 0 ? Exit.DONE : Exit.WITH_COMPLAINTS;
  }
}
