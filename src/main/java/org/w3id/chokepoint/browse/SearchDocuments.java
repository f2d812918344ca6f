package org.w3id.chokepoint.browse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDFS;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.FeatureField;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.w3id.chokepoint.serve.Served;
import org.w3id.chokepoint.snapshot.Terms;

/** The things of a snapshot as documents of a search index in memory, one a thing. */
final class SearchDocuments {
  /** Lower case without accents, in words by Unicode; a Chinese sign is a word of its own. */
  private static final Analyzer ANALYZER =
      new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
          StandardTokenizer words = new StandardTokenizer();
          return new TokenStreamComponents(
              words, new ASCIIFoldingFilter(new LowerCaseFilter(words)));
        }
      };

  /** Lucene refuses longer terms. */
  private static final int LONGEST = 1000;

  private static final Map<Node, String> FIELDS =
      Map.of(
          RDFS.label.asNode(), "name",
          NodeFactory.createURI(Terms.SKOS + "altLabel"), "name",
          Terms.schema("headline"), "title",
          Terms.dcterms("title"), "title");

  private record Text(String field, String text) {}

  private final Scene scene;
  private final String ours;
  private final Map<Node, Integer> mentions = new HashMap<>();
  private final Map<String, List<Text>> texts = new TreeMap<>();

  SearchDocuments(Served served) {
    scene = Scene.of(served);
    ours = served.base() + "id/";
  }

  /** The words of a text as they are indexed. */
  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    try (TokenStream stream = ANALYZER.tokenStream("name", text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        words.add(term.toString());
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }

  IndexSearcher index() {
    try (Stream<Triple> triples = scene.data().stream()) {
      triples.forEach(this::read);
    }
    ByteBuffersDirectory directory = new ByteBuffersDirectory();
    try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(ANALYZER))) {
      for (Map.Entry<String, List<Text>> thing : texts.entrySet()) {
        writer.addDocument(document(thing.getKey(), thing.getValue()));
      }
      writer.commit();
      writer.forceMerge(1);
      writer.commit();
      return new IndexSearcher(DirectoryReader.open(directory));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read(Triple triple) {
    if (!triple.getSubject().isURI() || !triple.getSubject().getURI().startsWith(ours)) {
      return;
    }
    String field = FIELDS.getOrDefault(triple.getPredicate(), "");
    if (triple.getObject().isURI()) {
      mentions.merge(triple.getObject(), 1, Integer::sum);
    } else if (!field.isEmpty() && !kind(triple.getSubject().getURI()).isEmpty()) {
      add(triple, field);
    } else if (triple.getPredicate().equals(Terms.nif("anchorOf"))
        && scene.look().is(triple.getSubject(), Terms.cp("Passage"))) {
      add(triple, "text");
    }
  }

  private void add(Triple triple, String field) {
    texts
        .computeIfAbsent(triple.getSubject().getURI(), iri -> new ArrayList<>())
        .add(new Text(field, triple.getObject().getLiteralLexicalForm()));
  }

  private String kind(String iri) {
    String kind = iri.substring(ours.length()).replaceFirst("/.*", "");
    return iri.contains("#") ? "sentence" : SearchIndex.KINDS.contains(kind) ? kind : "";
  }

  private Document document(String iri, List<Text> texts) {
    Document document = new Document();
    document.add(new StringField("iri", iri, Field.Store.YES));
    document.add(new StringField("kind", kind(iri), Field.Store.YES));
    document.add(new SortedDocValuesField("kind", new BytesRef(kind(iri))));
    Node node = NodeFactory.createURI(iri);
    document.add(new FeatureField("features", "mentions", 1f + mentions.getOrDefault(node, 0)));
    if (texts.stream().noneMatch(text -> text.field().equals("text"))) {
      document.add(new StoredField("shown", scene.look().label(node)));
    }
    for (Text text : texts) {
      document.add(new TextField(text.field(), text.text(), Field.Store.NO));
      document.add(new StoredField("shown", text.text()));
      String whole = String.join(" ", words(text.text()));
      if (!text.field().equals("text") && whole.length() < LONGEST) {
        document.add(new StringField("exact", whole, Field.Store.NO));
      }
    }
    return document;
  }
}
