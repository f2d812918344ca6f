package org.w3id.chokepoint.reason;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.jena.assembler.Assembler;
import org.apache.jena.rdf.model.InfModel;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.Test;

/** The reasoner under Jena: by API and named in an assembler file as of a stock Fuseki. */
class JenaReasonerTest {
  private static final String CONFIGURATION =
      """
      @prefix ja: <http://jena.hpl.hp.com/2005/11/Assembler#> .
      @prefix : <https://example.org/> .
      :model a ja:InfModel ;
        ja:baseModel [ a ja:MemoryModel ; ja:content [ ja:literalContent
          \"""@prefix : <https://example.org/> .
          @prefix owl: <http://www.w3.org/2002/07/owl#> .
          :p owl:propertyChainAxiom ( :q :r ) . :a :q :b . :b :r :c .\""" ; ja:contentEncoding "TTL" ] ] ;
        ja:reasoner [ ja:reasonerClass "org.w3id.chokepoint.reason.OwlRlReasonerFactory" ] .
      """;

  @Test
  void anAssemblerFileNamesIt() {
    Model configuration = ModelFactory.createDefaultModel();
    RDFParser.fromString(CONFIGURATION, Lang.TURTLE).parse(configuration);
    Resource root = configuration.createResource("https://example.org/model");
    Model model = Assembler.general().openModel(root);
    assertTrue(model.getGraph().contains(Graphs.one(":a :p :c .")));
  }

  @Test
  void changesThroughTheModelChangeTheConclusions() {
    Model data = ModelFactory.createModelForGraph(Graphs.turtle(":a a :C ."));
    Model schema = ModelFactory.createModelForGraph(Graphs.turtle(":C rdfs:subClassOf :D ."));
    InfModel model = ModelFactory.createInfModel(new OwlRlReasoner().bindSchema(schema), data);
    assertTrue(model.getGraph().contains(Graphs.one(":a a :D .")));
    model.getGraph().add(Graphs.one(":b a :C ."));
    model.getGraph().delete(Graphs.one(":a a :C ."));
    assertTrue(model.getGraph().contains(Graphs.one(":b a :D .")));
    assertFalse(model.getGraph().contains(Graphs.one(":a a :D .")));
    assertEquals(1, data.size());
    assertEquals(1, model.getDeductionsModel().size());
  }

  @Test
  void reportsContradictionsAsJenaDoes() {
    Model data =
        ModelFactory.createModelForGraph(Graphs.turtle(":C owl:disjointWith :D . :a a :C , :D ."));
    InfModel model = ModelFactory.createInfModel(new OwlRlReasoner(), data);
    assertFalse(model.validate().isValid());
    assertEquals("cax-dw", model.validate().getReports().next().getType());
  }
}
