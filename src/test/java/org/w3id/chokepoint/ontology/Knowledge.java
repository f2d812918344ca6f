package org.w3id.chokepoint.ontology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.ValidationReport;

/** The files under test, read once, and the few ways in which these tests ask them. */
final class Knowledge {
  static final String CP = "https://w3id.org/chokepoint/ontology#";
  static final Path ONTOLOGY = Path.of("ontology", "chokepoint.ttl");
  static final Path QUERIES = Path.of("ontology", "queries");
  static final Path REFERENCE = Path.of("data", "reference");
  private static final String PREFIXES =
      """
      PREFIX cp: <https://w3id.org/chokepoint/ontology#>
      PREFIX owl: <http://www.w3.org/2002/07/owl#>
      PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
      PREFIX dcterms: <http://purl.org/dc/terms/>
      PREFIX schema: <https://schema.org/>
      """;

  private Knowledge() {}

  static Model ontology() {
    return RDFDataMgr.loadModel(ONTOLOGY.toString());
  }

  static Model reference() {
    Model all = ModelFactory.createDefaultModel();
    files(REFERENCE, ".ttl").forEach(file -> RDFDataMgr.read(all, file.toString()));
    return all;
  }

  /** Files of a folder whose names have the ending, sorted by name. */
  static List<Path> files(Path folder, String ending) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A text that lies beside these tests. */
  static String resource(String name) {
    return text(Path.of("src/test/resources/org/w3id/chokepoint/ontology", name));
  }

  /**
   * Rows of a SELECT query over the model, one readable line each; the usual prefixes are known.
   */
  static List<String> rows(Model model, String select) {
    List<String> rows = new ArrayList<>();
    try (QueryExecution execution =
        QueryExecution.model(model).query(QueryFactory.create(PREFIXES + select)).build()) {
      execution.execSelect().forEachRemaining(row -> rows.add(row.toString()));
    }
    return rows;
  }

  /** Report of the project's shapes over the data together with the ontology. */
  static ValidationReport validate(Model data) {
    Shapes shapes = Shapes.parse(RDFDataMgr.loadGraph("ontology/shapes.ttl"));
    return ShaclValidator.get().validate(shapes, ontology().add(data).getGraph());
  }
}
