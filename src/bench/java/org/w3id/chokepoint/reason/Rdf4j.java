package org.w3id.chokepoint.reason;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.ValueFactory;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.repository.sail.SailRepository;
import org.eclipse.rdf4j.repository.sail.SailRepositoryConnection;
import org.eclipse.rdf4j.sail.inferencer.fc.SchemaCachingRDFSInferencer;
import org.eclipse.rdf4j.sail.memory.MemoryStore;

/** RDF4J's RDFS inferencer. */
final class Rdf4j {
  private static final ValueFactory VALUES = SimpleValueFactory.getInstance();

  private Rdf4j() {}

  static Engines.Result run(List<Triple> data) {
    SailRepository repository =
        new SailRepository(new SchemaCachingRDFSInferencer(new MemoryStore()));
    long start = System.nanoTime();
    try (SailRepositoryConnection connection = repository.getConnection()) {
      connection.begin();
      for (Triple t : data) {
        connection.add(
            (Resource) value(t.getSubject()),
            VALUES.createIRI(t.getPredicate().getURI()),
            value(t.getObject()));
      }
      connection.commit();
      double close = Engines.since(start);
      long all = connection.getStatements(null, null, null, true).stream().distinct().count();
      long asserted = connection.getStatements(null, null, null, false).stream().distinct().count();
      return new Engines.Result(0, close, asserted, all - asserted, repository, () -> "load and closure in one");
    }
  }

  private static Value value(Node n) {
    return n.isURI()
        ? VALUES.createIRI(n.getURI())
        : n.isBlank()
            ? VALUES.createBNode(n.getBlankNodeLabel())
            : VALUES.createLiteral(n.getLiteralLexicalForm(), n.getLiteralLanguage());
  }
}
