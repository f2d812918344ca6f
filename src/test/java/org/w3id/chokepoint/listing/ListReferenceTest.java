package org.w3id.chokepoint.listing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.chokepoint.mention.Entity;
import org.w3id.chokepoint.mention.NameLexicon;
import org.w3id.chokepoint.mention.Ontology;
import org.w3id.chokepoint.mention.ReferenceData;

/** Which listed parties become which entities, on invented lists and a small reference data. */
class ListReferenceTest {
  private static final String PREFIXES =
      """
      PREFIX cp: <https://w3id.org/chokepoint/ontology#>
      PREFIX actor: <https://w3id.org/chokepoint/id/actor/>
      PREFIX policy: <https://w3id.org/chokepoint/id/policy/>
      PREFIX place: <https://w3id.org/chokepoint/id/place/>
      PREFIX event: <https://w3id.org/chokepoint/id/event/>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
      PREFIX dcterms: <http://purl.org/dc/terms/>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      """;

  private static final String KNOWN =
      """
      place:china a cp:Country ; rdfs:label "China"@en .
      place:norway a cp:Country ; rdfs:label "Norway"@en .
      place:rosenburg a cp:Place ; rdfs:label "Rosenburg"@en ; cp:locatedIn place:china .
      actor:us-bis a cp:GovernmentAgency ; rdfs:label "BIS"@en .
      policy:us-entity-list a cp:RestrictedPartyList ; rdfs:label "U.S. Entity List"@en ; cp:issuedBy actor:us-bis .
      actor:rosen a cp:Company ; rdfs:label "Rosen"@en ; skos:altLabel "Rosen Chips"@en, "Rosen Microdevices Co"@en ;
          cp:basedIn place:rosenburg .
      actor:nordlys a cp:Company ; rdfs:label "Nordlys Semiconductor"@en .
      actor:lin-park a cp:Person ; rdfs:label "Lin Park"@en .
      actor:may-li a cp:Person ; rdfs:label "May Li"@en ; dcterms:identifier "OFAC 77" .
      """;

  private static final String HEADER =
      "source,entity_number,type,programs,name,addresses,start_date,end_date,source_list_url,alt_names\n";

  private static final String EL = "Entity List (EL) - Bureau of Industry and Security";

  @TempDir Path folder;

  @ParameterizedTest(name = "{0}, {1}, {2}, {3}: {4}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Rosen Chips                   |        | CN | ''                     | the exact alias of ours
          Rosen Chips                   |        | '' | ''                     | nothing speaks against it
          ROSEN CHIPS CO., LTD.         | Entity | CN | ''                     | case and legal form, kind and country agree
          Rosen Microdevices Company    |        | CN | ''                     | the legal form states the kind
          Rosen                         |        | CN | ''                     | one word, and the country agrees
          Another Name Ltd.             | Entity | CN | Rosen Chips            | an exact alias of theirs
          Another Name Ltd.             | Entity | CN | ROSEN MICRODEVICES LTD | an alias but for its case
          """)
  void joins(String name, String type, String country, String aliases, String why)
      throws IOException {
    ListReference.Result made = csl(row(EL, type, name, country, "2019-05-21", aliases));
    assertEquals(1, made.joined(), why);
    holds(
        made,
        "policy:us-entity-list cp:designates actor:rosen . actor:rosen a cp:Company ; rdfs:label 'Rosen'@en");
    holdsNot(made, "policy:us-entity-list cp:designates ?x FILTER(?x != actor:rosen)");
  }

  @ParameterizedTest(name = "{0}, {1}, {2}, {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ROSEN CHIPS LTD               | Entity     | NO | ''          | Rosen     | another country
          Rosen Chips                   | Entity     | NO | ''          | Rosen     | another country
          Rosen Chips                   | Individual | CN | ''          | Rosen     | another kind
          ROSEN CHIPS LTD               | Entity     | '' | ''          | Rosen     | not stated
          Rosen                         |            | '' | ''          | Rosen     | not stated
          Another Name Ltd.             | Entity     | '' | Rosen       | Rosen     | not stated
          NORDLYS SEMICONDUCTOR AS LTD. | Entity     | NO | ''          | Nordlys   | has a name in common
          Nordlys Semiconductors        | Entity     | NO | ''          | Nordlys   | a letter or two
          Rosen Chips Norway            | Entity     | CN | ''          | Rosen     | has a name in common
          Quite Different Ltd.          | Entity     | NO | Rosen Chips | Rosen     | another country
          PARK, Lin                     | Individual | CN | ''          | Lin Park  | not stated
          Lin Park                      |            | CN | ''          | Lin Park  | not stated
          """)
  void doubtsAndDoesNotJoin(
      String name, String type, String country, String aliases, String known, String why)
      throws IOException {
    ListReference.Result made = csl(row(EL, type, name, country, "", aliases));
    assertEquals(0, made.joined());
    assertEquals(1, made.doubts().size(), made.doubts().toString());
    Doubt doubt = made.doubts().get(0);
    assertEquals(2, doubt.line());
    assertTrue(doubt.entity().label().startsWith(known), doubt.toString());
    assertTrue(doubt.reason().contains(why), doubt.reason());
    holds(
        made,
        "policy:us-entity-list cp:designates ?x FILTER(?x NOT IN (actor:rosen, actor:nordlys, actor:lin-park))");
  }

  @Test
  void thePersonWithTheSameNameAndNumberOfTheOfficeIsTheSame() throws IOException {
    String sdn = "Specially Designated Nationals (SDN) - Treasury Department";
    String row = row(sdn, "Individual", "LI, May", "NO", "", "");
    assertEquals(1, csl(row.replace(",,Individual", ",77,Individual")).joined());
    assertEquals(0, csl(row.replace(",,Individual", ",78,Individual")).joined());
    assertEquals(0, csl(row).joined());
  }

  @Test
  void twoPartiesOfOneNameDoNotBothJoin() throws IOException {
    ListReference.Result made =
        csl(
            row(EL, "Entity", "ROSEN CHIPS LTD", "CN", "", ""),
            row(EL, "Entity", "Rosen Chips Corp.", "CN", "", ""));
    assertEquals(0, made.joined());
    assertEquals(2, made.doubts().size());
    holds(made, "?x a cp:Company . ?y a cp:Company FILTER(STR(?x) < STR(?y))");
  }

  @Test
  void whatIsNotKnownIsMintedWithAllThatTheListSays() throws IOException {
    ListReference.Result made =
        csl(
            row(EL, "", "TARN LASER CO., LTD.", "CN", "2019-05-21", "Tarn Optik; 塔恩"),
            row(
                "Denied Persons List (DPL) - BIS",
                "Individual",
                "VALE, Ada Marie",
                "NO",
                "2020-01-02",
                ""));
    assertEquals(List.of(), made.doubts());
    holds(
        made,
        """
        actor:tarn-laser-org a cp:Company ; rdfs:label "Tarn Laser"@en ; cp:basedIn place:china ;
            skos:altLabel "Tarn Laser Co., Ltd."@en, "Tarn Optik"@en, "塔恩"@zh ;
            dcterms:source "https://lists.example/: line 2 of list.csv"@en .
        event:listing-us-entity-list-tarn-laser-org-2019-05-21 a cp:ListingEvent ; cp:eventDate "2019-05-21"^^xsd:date ;
            cp:hasAgent actor:us-bis ; cp:hasObject policy:us-entity-list ; cp:hasRecipient actor:tarn-laser-org ;
            cp:eventStatus cp:Occurred ; cp:outcome cp:Begun ;
            dcterms:source "https://lists.example/: line 2 of list.csv"@en .
        actor:ada-marie-vale a cp:Person ; rdfs:label "Ada Marie Vale"@en ; skos:altLabel "VALE, Ada Marie"@en .
        policy:us-denied-persons-list a cp:RestrictedPartyList ; rdfs:label "U.S. Denied Persons List"@en ;
            cp:issuedBy actor:us-bis ; cp:designates actor:ada-marie-vale .
        """);
    holdsNot(made, "actor:ada-marie-vale cp:basedIn ?p");
  }

  @Test
  void namesakesStayApartWhateverTheOrderAndShareNoName() throws IOException {
    String here = row(EL, "", "Tarn Ltd.", "CN", "", "TL");
    String there = row("Unverified List (UVL) - BIS", "", "Tarn Ltd.", "NO", "", "TL");
    ListReference.Result made = csl(here, there);
    holds(made, "?x cp:basedIn place:china . ?y cp:basedIn place:norway FILTER(?x != ?y)");
    holdsNot(
        made,
        "?x rdfs:label|skos:altLabel ?n . ?y rdfs:label|skos:altLabel ?n FILTER(?x != ?y && STRSTARTS(STR(?x), STR(actor:)))");
    assertEquals(1, made.shared());
    assertEquals(subjects(made), subjects(csl(there, here)));
  }

  @Test
  void rowsOfOneListWithOneNameAreOneParty() throws IOException {
    ListReference.Result made =
        csl(row(EL, "", "Tarn Ltd.", "CN", "", ""), row(EL, "", "Tarn Ltd.", "NO", "", ""));
    assertEquals(1, made.parties());
    holdsNot(made, "actor:tarn cp:basedIn ?where");
  }

  @Test
  void vesselsAreLeftOutAndUnknownListsAreTold() throws IOException {
    ListReference.Result made =
        csl(
            row(EL, "Vessel", "Sea Tarn", "", "", ""),
            row("Moon List (ML)", "Entity", "Moon Tarn", "", "", ""));
    assertEquals(0, made.parties());
    assertEquals(1, made.leftOut());
    assertTrue(made.unknown().containsKey("list or programme 'Moon List (ML)'"));
    assertTrue(made.graph().isEmpty());
  }

  @Test
  void theOfacListBringsItsRemarks() throws IOException {
    ListReference.Result made =
        ofac(
            """
            11,"TARN HEAVY INDUSTRY GROUP",-0- ,"CMIC-EO13959",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"Listing Date (CMIC) 03 Jun 2021; Unified Social Credit Code (USCC) 91 (China); a.k.a. 'THIG'."
            12,"ROSEN CHIPS LIMITED",-0- ,"CMIC-EO13959] [MOON-EO1",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"Tax ID No. 7 (China)."
            """,
            "11,1,\"aka\",\"TARN GROUP\",-0- \n");
    holds(
        made,
        """
        actor:tarn-heavy-industry-group a cp:Organization ; rdfs:label "Tarn Heavy Industry Group"@en ;
            skos:altLabel "Tarn Group"@en ; cp:shortLabel "THIG"@en ; cp:basedIn place:china .
        policy:us-non-sdn-chinese-military-industrial-complex-companies-list cp:designates
            actor:tarn-heavy-industry-group, actor:rosen .
        ?event cp:hasRecipient actor:tarn-heavy-industry-group ; cp:eventDate "2021-06-03"^^xsd:date .
        """);
    assertEquals(1, made.joined());
    assertEquals(1, made.unknown().get("list or programme 'MOON-EO1'"));
  }

  @Test
  void theTextIsTheSameForTheSameListAndReadsBack() throws IOException {
    ListFile list = file(row(EL, "", "Tarn Ltd.", "CN", "2019-05-21", "A \\ \"\"b\"\""));
    Graph graph = made(list).graph();
    String text = TurtleFile.of(list, graph);
    assertEquals(text, TurtleFile.of(list, made(list).graph()));
    Graph again = GraphMemFactory.createDefaultGraph();
    RDFParser.fromString(text, Lang.TURTLE).parse(again);
    assertTrue(again.isIsomorphicWith(graph), text);
  }

  @Test
  void aFileBesideTheOthersIsReadWithThem() throws IOException {
    ListFile list = file(row(EL, "", "Tarn Laser Ltd.", "CN", "2019-05-21", "Tarn Optik"));
    Files.writeString(folder.resolve("known.ttl"), PREFIXES + KNOWN);
    Files.writeString(folder.resolve("listed.ttl"), TurtleFile.of(list, made(list).graph()));
    Ontology ontology = Ontology.load(Path.of("ontology/chokepoint.ttl"));
    ReferenceData both = ReferenceData.load(folder, ontology);
    Entity tarn = both.named("Tarn Optik").get(0).entity();
    assertEquals("Tarn Laser", tarn.label());
    assertEquals(
        List.of("U.S. Entity List"),
        both.subjects("designates", tarn).stream().map(Entity::label).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                              | list.csv: the file is empty; download
          source,name\\n                  | list.csv:1: the header lacks type, addresses, start_date, end_date, source_list_url, alt_names; give
          a,b,c\\n1,2,3\\n                | list.csv:1: neither the header
          <html>                          | list.csv:1: neither the header
          source,name,"oops               | list.csv:1: not well-formed CSV
          """)
  void anotherFileIsRefused(String text, String message) throws IOException {
    Path file = Files.writeString(folder.resolve("list.csv"), text.replace("\\n", "\n"));
    IOException e = assertThrows(IOException.class, () -> ListFile.read(file, lexicon()));
    assertTrue(String.valueOf(e.getMessage()).contains(message), e.getMessage());
  }

  @Test
  void badRowsAreNamedAndTheOthersKept() throws IOException {
    ListFile list =
        file(
            row(EL, "", "Tarn Ltd.", "CN", "21 May 2019", ""),
            "only,three,cells\n",
            row(EL, "", "", "CN", "", ""),
            row(EL, "", "Vale Ltd.", "CN", "", ""));
    assertEquals(1, list.entries().size());
    assertEquals(3, list.rejected().size());
    assertTrue(list.rejected().get(0).contains("list.csv:2: '21 May 2019' is not a day"));
    assertTrue(list.rejected().get(1).contains("list.csv:3: 3 cells instead of 10; mend"));
    assertTrue(list.rejected().get(2).contains("list.csv:4: no name or no source; mend"));

    Path prim = Files.writeString(folder.resolve("cons_prim.csv"), "1,\"A\",-0- ,\"X\"\n");
    List<String> rejected = ListFile.read(prim, lexicon()).rejected();
    assertTrue(rejected.get(0).contains("cons_alt.csv, is not beside it; put"), rejected.get(0));
    assertTrue(rejected.get(1).contains("cons_prim.csv:1: not a row of 12"), rejected.get(1));
  }

  private ListReference.Result csl(String... rows) throws IOException {
    return made(file(rows));
  }

  private ListReference.Result ofac(String prim, String alt) throws IOException {
    Files.writeString(folder.resolve("cons_alt.csv"), alt);
    Path file = folder.resolve("cons_prim.csv");
    Files.writeString(file, prim + "\u001A");
    return made(ListFile.read(file, lexicon()));
  }

  private ListFile file(String... rows) throws IOException {
    Path file = folder.resolve("list.csv");
    Files.writeString(file, HEADER + String.join("", rows));
    return ListFile.read(file, lexicon());
  }

  private static ListReference.Result made(ListFile list) throws IOException {
    Ontology ontology = Ontology.load(Path.of("ontology/chokepoint.ttl"));
    Graph graph = GraphMemFactory.createDefaultGraph();
    RDFParser.fromString(PREFIXES + KNOWN, Lang.TURTLE).parse(graph);
    return ListReference.of(
        list,
        ReferenceData.of(graph, ontology),
        ontology,
        NameLexicon.load(Path.of("ontology/lexicon/names.yaml")),
        lexicon(),
        parties -> () -> {});
  }

  private static ListLexicon lexicon() throws IOException {
    return ListLexicon.load(Path.of("ontology/lexicon/lists.yaml"));
  }

  private static String row(
      String source, String type, String name, String country, String since, String aliases) {
    return "%s,,%s,,\"%s\",\"Street 1, Town, %s\",%s,,https://lists.example/,\"%s\"\n"
        .formatted(source, type == null ? "" : type, name, country, since, aliases);
  }

  private static List<String> subjects(ListReference.Result made) {
    return made.graph().stream().map(t -> t.getSubject().toString()).distinct().sorted().toList();
  }

  private static void holds(ListReference.Result made, String pattern) {
    assertTrue(ask(made, pattern), () -> pattern + "\n" + made.graph().find().toList());
  }

  private static void holdsNot(ListReference.Result made, String pattern) {
    assertFalse(ask(made, pattern), pattern);
  }

  private static boolean ask(ListReference.Result made, String pattern) {
    try (var query =
        QueryExecutionFactory.create(
            PREFIXES + "ASK { " + pattern + " }", ModelFactory.createModelForGraph(made.graph()))) {
      return query.execAsk();
    }
  }
}
