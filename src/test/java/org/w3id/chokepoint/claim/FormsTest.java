package org.w3id.chokepoint.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.chokepoint.article.Article;
import org.w3id.chokepoint.article.ArticleReader;
import org.w3id.chokepoint.article.Reading.Accepted;
import org.w3id.chokepoint.graph.ArticleGraph;
import org.w3id.chokepoint.graph.Terms;
import org.w3id.chokepoint.mention.Entity;
import org.w3id.chokepoint.text.Parser;

/** The same article says the same in whatever form it comes, and with whatever characters. */
class FormsTest {
  private static final Path FORMS = Path.of("src/test/resources/org/w3id/chokepoint/article/forms");
  private static Reader reader;
  private static Set<String> expected;

  @BeforeAll
  static void read() throws IOException {
    reader = new Reader(Knowledge.load(Path.of("")), Parser.annotator());
    expected = claims(dated(article(Files.readAllBytes(FORMS.resolve("text.txt")))));
    assertTrue(expected.size() >= 8, () -> String.join("\n", expected));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "markdown.md",
        "page.html",
        "news-article.json",
        "ninjs.json",
        "feed.xml",
        "atom.xml",
        "feed.json",
        "archive.warc"
      })
  void saysWhatTheTextSays(String file) throws IOException {
    byte[] bytes = Files.readAllBytes(FORMS.resolve(file));
    Article article = article(bytes);
    assertEquals(
        Optional.of("Nvidia buys Lunar Devices as Huawei courts its rivals"), article.title());
    assertEquals(Optional.of(LocalDate.of(2025, 9, 18)), article.published());
    assertEquals(Optional.of("Harbor Wire"), article.outlet());
    assertEquals(expected, claims(article));
    assertEquals(article.fingerprint(), article(zipped(zipped(bytes))).fingerprint());
  }

  @Test
  void marksStructure() throws IOException {
    assertEquals(
        "PARAGRAPH PARAGRAPH HEADING BULLET BULLET QUOTE PARAGRAPH",
        article(Files.readAllBytes(FORMS.resolve("page.html"))).blocks().stream()
            .map(b -> b.kind().name())
            .collect(Collectors.joining(" ")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The ban hit the U.S.'s allies and the U.K.'s networks.",
        "Rivals envy the U.S.\u2019s lead in chips.",
        "Intel Corp. said it would sell Amazon.com servers."
      })
  void aStopThatIsPartOfANameEndsNoSentence(String text) {
    assertEquals(1, reader.read(Parser.article(text)).sentences().size());
  }

  /** What nobody sees changes nothing, and offsets still count in the body as given. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "soft",
        "zero-width",
        "bidi",
        "no-break",
        "nfd",
        "straight",
        "emoji",
        "nul",
        "variation"
      })
  void unseenCharactersChangeNothing(String kind) throws IOException {
    String text = Files.readString(FORMS.resolve("text.txt"));
    String odd =
        switch (kind) {
          case "soft" -> text.replace("Nvidia", "Nvi\u00ADdia");
          case "zero-width" -> text.replace("Lunar", "\u200BLu\u200Dnar\uFEFF");
          case "bidi" -> text.replace("Huawei", "\u202DHuawei\u202C");
          case "no-break" -> text.replace("Lunar Devices", "Lunar\u00A0Devices");
          case "straight" -> text.replace('\u2019', '\'').replaceAll("[\u201C\u201D]", "\"");
          case "emoji" -> "\uD83D\uDE80 " + text;
          case "nul" -> text.replace("Ascend", "As\u0000cend");
          default -> text.replace("Intel", "Intel\uFE0F");
        };
    Article article = dated(odd);
    Reading reading = reader.read(article);
    assertEquals(expected, contents(reading));
    int[] given = odd.codePoints().toArray();
    ArticleGraph.of(reading, Terms.iri("urn:run"))
        .find(null, Terms.nif("anchorOf"), null)
        .forEach(
            t -> {
              String[] range = t.getSubject().getURI().replaceFirst(".*#char-", "").split("-");
              int begin = Integer.parseInt(range[0]);
              String slice = new String(given, begin, Integer.parseInt(range[1]) - begin);
              assertEquals(
                  slice.replace('\u0000', '\uFFFD'), t.getObject().getLiteralLexicalForm());
            });
  }

  @Test
  void lettersThatOnlyLookAlikeAreOtherLetters() {
    Reading reading = reader.read(dated("N\u0475idia and Hu\u0430wei sell chips to \u0399ntel."));
    assertEquals(
        List.of("semiconductors"),
        reading.mentions().stream()
            .map(m -> m.entity())
            .filter(Entity::known)
            .map(Entity::label)
            .toList());
  }

  private static Article article(byte[] bytes) {
    List<Article> out = new ArrayList<>();
    ArticleReader.read(
        "story", new ByteArrayInputStream(bytes), r -> out.add(((Accepted) r).article()));
    assertEquals(1, out.size());
    return out.getFirst();
  }

  private static Article dated(Article article) {
    return dated(article.body());
  }

  private static Article dated(String body) {
    return Article.of(
        "story",
        "story",
        body,
        Optional.empty(),
        Optional.of(LocalDate.of(2025, 9, 18)),
        Optional.empty(),
        Optional.empty());
  }

  private static byte[] zipped(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(bytes);
    }
    return out.toByteArray();
  }

  private static Set<String> claims(Article article) {
    return contents(reader.read(article));
  }

  /** A line a claim, without what depends on the article's name. */
  private static Set<String> contents(Reading reading) {
    Map<String, String> events = new HashMap<>();
    for (Event e : reading.events()) {
      events.put(
          e.iri(),
          e.kind()
              + names(e.agents())
              + names(e.objects())
              + names(e.recipients())
              + e.status()
              + e.date().map(d -> d.text()).orElse(""));
    }
    return reading.claims().stream()
        .map(
            c ->
                String.join(
                    " ",
                    c.statement()
                        .map(s -> s.subject().iri() + " " + s.predicate() + " " + s.object().iri())
                        .orElse(""),
                    c.event().map(e -> events.getOrDefault(e, e)).orElse(""),
                    c.modality().certainty().name(),
                    c.modality().polarity().name(),
                    c.modality().realization().name(),
                    c.status().name(),
                    c.source().map(Entity::iri).orElse("")))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String names(List<Entity> entities) {
    return entities.stream().map(Entity::iri).toList().toString();
  }
}
