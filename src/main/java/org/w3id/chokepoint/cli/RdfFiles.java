package org.w3id.chokepoint.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotParseException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;

/** RDF files, with complaints that name file and line. */
final class RdfFiles {
  private static final Pattern PLACE =
      Pattern.compile("\\[line: (\\d+), col: \\d+ *\\] *(.*)", Pattern.DOTALL);

  private RdfFiles() {}

  /** The triples of a file; those of its named graphs among them. */
  static Graph graph(Path file) {
    DatasetGraph dataset = DatasetGraphFactory.create();
    Lang lang = RDFLanguages.filenameToLang(file.toString());
    if (lang == null) {
      throw new NoAccess(
          file + ": its name does not end like an RDF format's; rename it to .ttl, .nt, .nq or so");
    }
    try (InputStream in = Files.newInputStream(file)) {
      RDFParser.source(in)
          .lang(lang)
          .base(file.toUri().toString())
          .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
          .parse(dataset);
    } catch (IOException | RuntimeIOException e) {
      throw new NoAccess(file + ": cannot be read; check the path and its permissions");
    } catch (RiotParseException e) {
      throw new NoAccess(
          file + ":" + e.getLine() + ": " + e.getOriginalMessage() + "; mend the file there");
    } catch (RuntimeException | StackOverflowError e) {
      throw new NoAccess(place(file, String.valueOf(e.getMessage())));
    }
    return union(dataset);
  }

  /** The Turtle files of a folder, in order of name. */
  static List<Path> turtle(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(".ttl")).sorted().toList();
    } catch (IOException e) {
      throw new NoAccess(folder + ": cannot be read; run in a checkout of the project");
    }
  }

  /** All triples of a dataset in one graph. */
  static Graph union(DatasetGraph data) {
    Graph all = GraphMemFactory.createGraphMemRoaring();
    data.getDefaultGraph().find().forEach(all::add);
    data.listGraphNodes().forEachRemaining(name -> data.getGraph(name).find().forEach(all::add));
    return all;
  }

  /** Jena writes "[line: 2, col: 1 ] what"; we write "file:2: what". */
  private static String place(Path file, String message) {
    Matcher m = PLACE.matcher(message);
    return m.matches()
        ? file + ":" + m.group(1) + ": not well-formed RDF (" + m.group(2) + "); mend the file"
        : file + ": not well-formed RDF (" + message + "); mend the file";
  }
}
