package org.w3id.chokepoint.claim;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.w3id.chokepoint.article.Article;
import org.w3id.chokepoint.extract.Pattern;
import org.w3id.chokepoint.extract.PatternFile;
import org.w3id.chokepoint.text.Annotator;
import org.w3id.chokepoint.text.Parser;
import org.w3id.chokepoint.text.Sentence;
import org.w3id.chokepoint.text.Unit;

/**
 * What each construction and each pattern file is worth: read without it. Run by {@code
 * ./chokepoint test -Dtest=AblationTest -Dablate=true}; the table goes to {@code
 * target/ablation.txt}.
 */
class AblationTest {
  private static final Path OWN = Path.of("src/test/resources/org/w3id/chokepoint/gold/known");
  private static final Path DEVELOPMENT = Path.of("../shared/corpus");
  private static final List<String> CONSTRUCTIONS =
      List.of(
          "adjacent",
          "adjunct",
          "antecedent",
          "apposed",
          "apposition",
          "as",
          "attributive",
          "clause",
          "compound",
          "conjunct",
          "control",
          "copula",
          "dangling",
          "description",
          "direct",
          "group",
          "light verb",
          "loose",
          "measure",
          "member",
          "modifier",
          "new",
          "object",
          "participle",
          "passive",
          "possessive",
          "pronoun",
          "relative",
          "shared",
          "title",
          "with");

  /** The parses of an article, kept: only what comes after them changes. */
  private static final class Kept implements Annotator {
    private final Map<String, List<Sentence>> first = new HashMap<>();
    private final Map<List<Sentence>, List<Sentence>> second = new HashMap<>();

    @Override
    public List<Sentence> annotate(Article article) {
      return first.computeIfAbsent(article.body(), b -> Parser.annotator().annotate(article));
    }

    @Override
    public List<Sentence> reparse(List<Sentence> sentences, List<Unit> units) {
      return second.computeIfAbsent(sentences, s -> Parser.annotator().reparse(s, units));
    }
  }

  @Test
  void writesTheTable() throws IOException {
    assumeTrue(Boolean.getBoolean("ablate"), "runs with -Dablate=true only");
    Knowledge all = Knowledge.load(Path.of(""));
    Map<String, Knowledge> variants = new LinkedHashMap<>();
    variants.put("everything", all);
    for (String c : CONSTRUCTIONS) {
      variants.put("without " + c, with(all, all.patterns(), without(all.acceptance(), c)));
    }
    try (Stream<Path> files = Files.list(Path.of("ontology/patterns"))) {
      for (Path file : files.sorted().toList()) {
        List<Pattern> others = new ArrayList<>(all.patterns());
        others.removeAll(PatternFile.load(file, all.ontology()));
        variants.put("without " + file.getFileName(), with(all, others, all.acceptance()));
      }
    }
    Kept parses = new Kept();
    StringBuilder table = new StringBuilder();
    for (var v : variants.entrySet()) {
      Reader reader = new Reader(v.getValue(), parses);
      table.append("%-24s own, known: %s%n".formatted(v.getKey(), score(reader, OWN)));
      if (Files.isDirectory(DEVELOPMENT)) {
        table.append("%-24s development: %s%n".formatted(v.getKey(), score(reader, DEVELOPMENT)));
      }
    }
    Files.writeString(Path.of("target/ablation.txt"), table);
  }

  private static AcceptanceRule without(AcceptanceRule rule, String construction) {
    Map<String, Double> left = new TreeMap<>(rule.constructions());
    left.put(construction, 0.0);
    return new AcceptanceRule(rule.threshold(), left);
  }

  private static Knowledge with(Knowledge k, List<Pattern> patterns, AcceptanceRule rule) {
    return new Knowledge(
        k.ontology(),
        k.reference(),
        k.names(),
        k.modality(),
        k.quantities(),
        patterns,
        k.relations(),
        rule);
  }

  private static GoldScore score(Reader reader, Path set) throws IOException {
    GoldScore score = new GoldScore();
    try (Stream<Path> files = Files.list(set.resolve("gold"))) {
      for (Path file : files.sorted().toList()) {
        JsonNode article =
            new ObjectMapper()
                .readTree(set.resolve("articles").resolve(file.getFileName()).toFile());
        score.add(
            reader.read(OwnSetTest.article(article)), new ObjectMapper().readTree(file.toFile()));
      }
    }
    return score;
  }
}
