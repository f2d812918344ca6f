package org.w3id.chokepoint.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.sparql.core.DatasetGraph;
import org.w3id.chokepoint.snapshot.Snapshot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code query}: SPARQL on a snapshot, without a server. */
@Command(
    name = "query",
    description = "Answers a SPARQL query on the newest snapshot, inferences included.")
final class Query implements Callable<Integer> {
  /** How results are written. */
  enum Format {
    text,
    json,
    xml,
    csv,
    tsv
  }

  @Parameters(paramLabel = "FILE|TEXT", description = "A file with the query, or the query itself.")
  private String query = "";

  @Mixin private DataOption data = new DataOption();

  @Option(
      names = "--format",
      paramLabel = "F",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).",
      defaultValue = "text")
  private Format format = Format.text;

  @Option(names = "--asserted", description = "Leave inferences out.")
  private boolean asserted;

  @Override
  public Integer call() throws IOException {
    String text = text(query);
    org.apache.jena.query.Query parsed;
    try {
      parsed = QueryFactory.create(text);
    } catch (QueryParseException e) {
      System.err.println(
          "the query has an error at line "
              + e.getLine()
              + ", column "
              + e.getColumn()
              + ": "
              + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
      return Exit.USAGE;
    }
    Snapshot snapshot = data.snapshot();
    try (QueryExecution execution = QueryExecutionFactory.create(parsed, dataset(snapshot))) {
      print(execution, parsed);
    }
    return Exit.DONE;
  }

  private org.apache.jena.query.Dataset dataset(Snapshot snapshot) {
    DatasetGraph stored = snapshot.readAsserted();
    RdfFiles.union(stored).find().forEach(stored.getDefaultGraph()::add);
    if (!asserted) {
      snapshot.readInferred().find().forEach(stored.getDefaultGraph()::add);
    }
    return org.apache.jena.query.DatasetFactory.wrap(stored);
  }

  private void print(QueryExecution execution, org.apache.jena.query.Query parsed) {
    if (parsed.isAskType()) {
      System.out.println(execution.execAsk());
    } else if (parsed.isSelectType()) {
      switch (format) {
        case text -> ResultSetFormatter.out(System.out, execution.execSelect(), parsed);
        case json ->
            ResultSetFormatter.output(System.out, execution.execSelect(), ResultSetLang.RS_JSON);
        case xml ->
            ResultSetFormatter.output(System.out, execution.execSelect(), ResultSetLang.RS_XML);
        case csv ->
            ResultSetFormatter.output(System.out, execution.execSelect(), ResultSetLang.RS_CSV);
        case tsv ->
            ResultSetFormatter.output(System.out, execution.execSelect(), ResultSetLang.RS_TSV);
      }
    } else {
      RDFDataMgr.write(
          System.out,
          parsed.isConstructType() ? execution.execConstruct() : execution.execDescribe(),
          Lang.TURTLE);
    }
  }

  private static String text(String query) throws IOException {
    try {
      Path file = Path.of(query);
      return Files.isRegularFile(file) ? Files.readString(file) : query;
    } catch (InvalidPathException e) {
      return query;
    }
  }
}
