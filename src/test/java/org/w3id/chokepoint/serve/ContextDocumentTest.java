package org.w3id.chokepoint.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.riot.RDFDataMgr;
import org.junit.jupiter.api.Test;

class ContextDocumentTest {
  @Test
  void theFileIsWhatFollowsFromTheOntology() throws IOException {
    String made = ContextDocument.json(RDFDataMgr.loadGraph("ontology/chokepoint.ttl"));
    Path target = Path.of("target", "context.jsonld");
    Files.writeString(target, made);
    assertEquals(
        made,
        Files.readString(Path.of("ontology", "context.jsonld")),
        "the ontology changed: cp " + target + " ontology/context.jsonld");
  }
}
