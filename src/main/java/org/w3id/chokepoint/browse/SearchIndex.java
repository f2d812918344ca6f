package org.w3id.chokepoint.browse;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDFS;
import org.w3id.chokepoint.serve.Served;
import org.w3id.chokepoint.snapshot.Terms;

/** Finds things by name, articles by title and sentences by their words. */
final class SearchIndex {
  /** What a text is to its thing; the order is that of the ranking. */
  private enum Field {
    LABEL(100),
    ALIAS(90),
    TITLE(60),
    SENTENCE(20);

    private final int weight;

    Field(int weight) {
      this.weight = weight;
    }
  }

  private record Entry(Node node, Field field, String text, String folded) {}

  /**
   * Something found.
   *
   * @param text the name, title or sentence that fits
   */
  record Hit(Node node, String text, boolean sentence, int score) {}

  private final List<Entry> entries;
  private final Map<Node, Integer> mentions;

  private SearchIndex(List<Entry> entries, Map<Node, Integer> mentions) {
    this.entries = entries;
    this.mentions = mentions;
  }

  /** Reads names, titles and sentences; the ontology's terms have their own page. */
  static SearchIndex of(Served served) {
    List<Entry> entries = new ArrayList<>();
    Map<Node, Integer> mentions = new HashMap<>();
    String ours = served.base() + "id/";
    Map<Node, Field> fields =
        Map.of(
            RDFS.label.asNode(), Field.LABEL,
            NodeFactory.createURI(Terms.SKOS + "altLabel"), Field.ALIAS,
            Terms.schema("headline"), Field.TITLE,
            Terms.dcterms("title"), Field.TITLE);
    Scene scene = Scene.of(served);
    try (Stream<Triple> triples = scene.data().stream()) {
      triples
          .filter(triple -> triple.getSubject().isURI())
          .filter(triple -> triple.getSubject().getURI().startsWith(ours))
          .forEach(
              triple -> {
                Field field = fields.get(triple.getPredicate());
                if (triple.getObject().isURI()) {
                  mentions.merge(triple.getObject(), 1, Integer::sum);
                } else if (field != null) {
                  entries.add(entry(triple, field));
                } else if (triple.getPredicate().equals(Terms.nif("anchorOf"))
                    && scene.look().is(triple.getSubject(), Terms.cp("Passage"))) {
                  entries.add(entry(triple, Field.SENTENCE));
                }
              });
    }
    return new SearchIndex(entries, mentions);
  }

  private static Entry entry(Triple triple, Field field) {
    String text = triple.getObject().getLiteralLexicalForm();
    return new Entry(triple.getSubject(), field, text, fold(text));
  }

  /** The things that fit all words of the query, best first, each once. */
  List<Hit> find(String query) {
    String folded = fold(query);
    List<String> words = List.of(folded.split("[^\\p{L}\\p{N}]+"));
    if (folded.isBlank()) {
      return List.of();
    }
    Set<Node> seen = new HashSet<>();
    return entries.stream()
        .map(
            entry ->
                new Hit(entry.node(), entry.text(), sentence(entry), score(entry, folded, words)))
        .filter(hit -> hit.score() > 0)
        .sorted(
            Comparator.comparing(Hit::score, Comparator.reverseOrder())
                .thenComparing(Hit::text)
                .thenComparing(hit -> hit.node().getURI()))
        .filter(hit -> seen.add(hit.node()))
        .toList();
  }

  private static boolean sentence(Entry entry) {
    return entry.field() == Field.SENTENCE;
  }

  private int score(Entry entry, String query, List<String> words) {
    if (!words.stream().allMatch(entry.folded()::contains)) {
      return 0;
    }
    int fit =
        entry.folded().equals(query)
            ? 1000
            : entry.folded().startsWith(query)
                ? 500
                : (" " + entry.folded()).contains(" " + query) ? 300 : 0;
    return fit + entry.field().weight + Math.min(99, mentions.getOrDefault(entry.node(), 0));
  }

  /** Lower case without accents. */
  private static String fold(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT)
        .strip();
  }
}
