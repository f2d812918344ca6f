package org.w3id.chokepoint.browse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.FeatureField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.w3id.chokepoint.serve.Served;

/**
 * Finds things by name, articles by title and sentences by their words: whole words before
 * beginnings of words before words with a typing error, and what is named often before the rest.
 */
final class SearchIndex {
  /** Lucene asks for an incubator module; who starts a server can do nothing with that. */
  private static final Logger QUIET =
      Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

  static {
    QUIET.setLevel(Level.SEVERE);
  }

  /** What can be looked for, in the order of the filters. */
  static final List<String> KINDS =
      List.of("actor", "tech", "policy", "place", "article", "sentence");

  private static final int FEW = 1000;

  private final IndexSearcher searcher;

  private SearchIndex(IndexSearcher searcher) {
    this.searcher = searcher;
  }

  /** Reads names, titles and sentences; the ontology's terms have their own page. */
  static SearchIndex of(Served served) {
    return new SearchIndex(new SearchDocuments(served).index());
  }

  /**
   * Something found.
   *
   * @param text the name, title or sentence that fits
   * @param kind one of {@link #KINDS}
   */
  record Hit(Node node, String text, String kind) {}

  /**
   * What was found.
   *
   * @param page the best first; no more than a thousand can be paged through
   * @param kinds how many fit, by kind; those without any left out
   */
  record Found(Paged<Hit> page, Map<String, Integer> kinds) {}

  /**
   * The things that fit all words.
   *
   * @param kind one of {@link #KINDS}; "" for all
   * @param wanted number of the page
   */
  Found find(String words, String kind, int wanted) {
    return query(words)
        .map(query -> found(query, words, kind, wanted))
        .orElse(new Found(Paged.of(List.of(), 1), Map.of()));
  }

  private Found found(Query query, String words, String kind, int wanted) {
    Map<String, Integer> kinds = counts(query);
    int total =
        kinds.entrySet().stream()
            .filter(entry -> kind.isEmpty() || entry.getKey().equals(kind))
            .mapToInt(Map.Entry::getValue)
            .sum();
    int last = Math.max(1, (Math.min(total, FEW) + Paged.SIZE - 1) / Paged.SIZE);
    int number = Math.min(wanted, last);
    List<Hit> hits = hits(query, words, kind, (number - 1) * Paged.SIZE, Paged.SIZE);
    return new Found(new Paged<>(hits, number, last, total), kinds);
  }

  /** Things whose names begin like this, for a reader who is still typing. */
  List<Hit> suggest(String words, int most) {
    return query(words)
        .map(query -> hits(without(query, "sentence"), words, "", 0, most))
        .orElse(List.of());
  }

  /** The thing of a kind that a name stands for best. */
  Optional<Node> best(String name, String kind) {
    return query(name).flatMap(q -> hits(q, name, kind, 0, 1).stream().findFirst()).map(Hit::node);
  }

  private Optional<Query> query(String text) {
    List<String> words = SearchDocuments.words(text);
    if (words.isEmpty()) {
      return Optional.empty();
    }
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    words.stream().limit(16).forEach(word -> all.add(word(word), Occur.MUST));
    all.add(boosted(new TermQuery(new Term("exact", String.join(" ", words))), 50), Occur.SHOULD);
    all.add(boosted(new PrefixQuery(new Term("exact", String.join(" ", words))), 8), Occur.SHOULD);
    all.add(FeatureField.newSaturationQuery("features", "mentions", 5f, 20f), Occur.SHOULD);
    return Optional.of(rewritten(all.build()));
  }

  /** Words with errors are looked up once, not for each kind again. */
  private Query rewritten(Query query) {
    try {
      return searcher.rewrite(query);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A word of a name, a title or a sentence; one or two letters of a long word that occurs nowhere
   * may be wrong.
   */
  private Query word(String word) {
    int letters = word.codePointCount(0, word.length());
    int wrong = letters < 4 || occurs(word) ? 0 : letters < 8 ? 1 : 2;
    List<Query> ways = new ArrayList<>();
    for (Map.Entry<String, Float> field : Map.of("name", 10f, "title", 4f, "text", 2f).entrySet()) {
      Term term = new Term(field.getKey(), word);
      ways.add(boosted(new TermQuery(term), 3 * field.getValue()));
      ways.add(boosted(new PrefixQuery(term), 1.5f * field.getValue()));
      if (wrong > 0) {
        ways.add(boosted(new FuzzyQuery(term, wrong, 1), field.getValue() / 2));
      }
    }
    return new DisjunctionMaxQuery(ways, 0);
  }

  private boolean occurs(String word) {
    try {
      for (String field : List.of("name", "title", "text")) {
        if (searcher.getIndexReader().docFreq(new Term(field, word)) > 0) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Query boosted(Query query, float weight) {
    return new BoostQuery(new ConstantScoreQuery(query), weight);
  }

  private static Query only(Query query, String kind) {
    return new BooleanQuery.Builder()
        .add(query, Occur.MUST)
        .add(new TermQuery(new Term("kind", kind)), Occur.FILTER)
        .build();
  }

  private static Query without(Query query, String kind) {
    return new BooleanQuery.Builder()
        .add(query, Occur.MUST)
        .add(new TermQuery(new Term("kind", kind)), Occur.MUST_NOT)
        .build();
  }

  private Map<String, Integer> counts(Query query) {
    try {
      Map<String, Integer> found = searcher.search(query, new KindCounts());
      Map<String, Integer> counts = new LinkedHashMap<>();
      KINDS.stream().filter(found::containsKey).forEach(kind -> counts.put(kind, found.get(kind)));
      return counts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Hit> hits(Query query, String words, String kind, int from, int most) {
    try {
      TopDocs top = searcher.search(kind.isEmpty() ? query : only(query, kind), from + most);
      List<Hit> hits = new ArrayList<>();
      for (ScoreDoc found :
          List.of(top.scoreDocs)
              .subList(Math.min(from, top.scoreDocs.length), top.scoreDocs.length)) {
        hits.add(hit(searcher.storedFields().document(found.doc), words));
      }
      return hits;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Hit hit(Document document, String words) {
    String[] texts = document.getValues("shown");
    String wanted = words.strip().toLowerCase(Locale.ROOT);
    String text =
        List.of(texts).stream()
            .filter(name -> name.toLowerCase(Locale.ROOT).contains(wanted))
            .findFirst()
            .orElse(texts.length == 0 ? "" : texts[0]);
    return new Hit(NodeFactory.createURI(document.get("iri")), text, document.get("kind"));
  }
}
