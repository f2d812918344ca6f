package org.w3id.chokepoint.mention;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.w3id.chokepoint.claim.Knowledge;
import org.w3id.chokepoint.text.Parser;
import org.w3id.chokepoint.text.Sentence;

/**
 * Whether the finder lives on its list: the names of each annotated article are taken out of the
 * reference data before the article is read.
 */
class LeaveOneOutTest {
  private static final Path CORPUS = Path.of("../shared/corpus");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Counts over all articles. */
  private record Score(int found, int right, int wanted) {
    Score plus(Score o) {
      return new Score(found + o.found, right + o.right, wanted + o.wanted);
    }

    double f1() {
      return found + wanted == 0 ? 0 : 2.0 * right / (found + wanted);
    }
  }

  @Test
  void unknownNamesAreFoundNearlyAsWell() throws IOException {
    assumeTrue(Files.isDirectory(CORPUS), CORPUS + " is not here; the measurement is skipped");
    Knowledge knowledge = Knowledge.load(Path.of(""));
    Score with = new Score(0, 0, 0);
    Score without = new Score(0, 0, 0);
    try (Stream<Path> files = Files.list(CORPUS.resolve("articles"))) {
      for (Path file : files.sorted().toList()) {
        JsonNode gold = JSON.readTree(CORPUS.resolve("gold").resolve(file.getFileName()).toFile());
        String text = JSON.readTree(file.toFile()).path("text").asText();
        List<Sentence> sentences = Parser.annotator().annotate(Parser.article(text));
        with = with.plus(score(knowledge, knowledge.reference(), sentences, gold));
        Graph left = without(knowledge.reference().graph(), names(gold));
        without =
            without.plus(
                score(knowledge, ReferenceData.of(left, knowledge.ontology()), sentences, gold));
      }
    }
    System.out.printf(
        Locale.ROOT,
        "mentions F1 %.3f with, %.3f without the article's own names%n",
        with.f1(),
        without.f1());
    assertTrue(with.f1() - without.f1() <= 0.10, with + " " + without);
  }

  private static Score score(
      Knowledge k, ReferenceData reference, List<Sentence> sentences, JsonNode gold) {
    Set<String> found = new HashSet<>();
    for (Mention m : new NameFinder(k.ontology(), reference, k.names()).find(sentences)) {
      if (m.form() != Mention.Form.DESCRIPTION) {
        found.add(m.begin() + "-" + m.end());
      }
    }
    Set<String> wanted = new HashSet<>();
    gold.path("entities")
        .forEach(
            e ->
                e.path("mentions")
                    .forEach(
                        m -> wanted.add(m.path("start").asInt() + "-" + m.path("end").asInt())));
    Set<String> right = new HashSet<>(found);
    right.retainAll(wanted);
    return new Score(found.size(), right.size(), wanted.size());
  }

  private static Set<String> names(JsonNode gold) {
    Set<String> out = new HashSet<>();
    gold.path("entities")
        .forEach(
            e -> {
              out.add(ReferenceData.key(e.path("canonical").asText()));
              e.path("mentions").forEach(m -> out.add(ReferenceData.key(m.path("text").asText())));
            });
    return out;
  }

  /** The graph without every entity that has one of the names. */
  private static Graph without(Graph all, Set<String> names) {
    UnaryOperator<String> key = ReferenceData::key;
    Set<Node> gone = new HashSet<>();
    all.find(Node.ANY, Node.ANY, Node.ANY)
        .filterKeep(
            t ->
                t.getObject().isLiteral()
                    && names.contains(key.apply(t.getObject().getLiteralLexicalForm())))
        .forEach(t -> gone.add(t.getSubject()));
    Graph left = GraphFactory.createDefaultGraph();
    all.find()
        .filterDrop(t -> gone.contains(t.getSubject()) || gone.contains(t.getObject()))
        .forEach(left::add);
    return left;
  }
}
