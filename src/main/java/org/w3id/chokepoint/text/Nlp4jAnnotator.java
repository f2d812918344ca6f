package org.w3id.chokepoint.text;

import edu.emory.mathcs.nlp.component.template.node.NLPNode;
import edu.emory.mathcs.nlp.component.tokenizer.EnglishTokenizer;
import edu.emory.mathcs.nlp.component.tokenizer.Tokenizer;
import edu.emory.mathcs.nlp.decode.NLPDecoder;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.w3id.chokepoint.article.Article;

/**
 * Emory NLP4J behind our own records. Loading takes some 20 s and 1.5 GB: make one and share it.
 */
public final class Nlp4jAnnotator implements Annotator {
  private static final String CONFIGURATION =
      """
      <configuration>
        <lexica>
          <ambiguity_classes field="word_form_simplified_lowercase">edu/emory/mathcs/nlp/lexica/en-ambiguity-classes-simplified-lowercase.xz</ambiguity_classes>
          <word_clusters field="word_form_simplified_lowercase">edu/emory/mathcs/nlp/lexica/en-brown-clusters-simplified-lowercase.xz</word_clusters>
          <named_entity_gazetteers field="word_form_simplified">edu/emory/mathcs/nlp/lexica/en-named-entity-gazetteers-simplified.xz</named_entity_gazetteers>
        </lexica>
        <models>
          <pos>edu/emory/mathcs/nlp/models/en-pos.xz</pos>
          <ner>edu/emory/mathcs/nlp/models/en-ner.xz</ner>
          <dep>edu/emory/mathcs/nlp/models/en-dep.xz</dep>
        </models>
      </configuration>
      """;

  private final NLPDecoder decoder;
  private final Tokenizer tokenizer = new EnglishTokenizer();

  public Nlp4jAnnotator() {
    decoder =
        new NLPDecoder(new ByteArrayInputStream(CONFIGURATION.getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public List<Sentence> annotate(Article article) {
    List<Sentence> sentences = new ArrayList<>();
    for (Block block : Layout.blocks(article.body())) {
      annotate(article.body(), block, sentences);
    }
    return List.copyOf(sentences);
  }

  @Override
  public List<Sentence> reparse(List<Sentence> sentences, List<Unit> units) {
    Reparse reparse = new Reparse(decoder);
    return sentences.stream().map(s -> reparse.of(s, units)).toList();
  }

  private void annotate(String body, Block block, List<Sentence> out) {
    CodePoints points = CodePoints.of(body);
    int from = points.utf16(block.begin());
    String text = Characters.plain(body.substring(from, points.utf16(block.end())));
    for (List<edu.emory.mathcs.nlp.component.tokenizer.token.Token> words :
        Segments.of(tokenizer, text)) {
      NLPNode[] nodes = decoder.decode(decoder.toNodeArray(words));
      if (nodes.length > 1) {
        out.add(sentence(out.size(), block, nodes, body, from, points));
      }
    }
  }

  /** The parser at times hangs a subject on an auxiliary: it belongs to the verb. */
  static NLPNode governor(NLPNode node) {
    NLPNode head = node.getDependencyHead();
    boolean auxiliary = head.getID() > 0 && head.getDependencyLabel().startsWith("aux");
    return auxiliary ? head.getDependencyHead() : head;
  }

  /** A noun before "'s" owns what follows, whatever the parser calls it. */
  static boolean owner(NLPNode[] nodes, NLPNode node) {
    int next = node.getID() + 1;
    return next < nodes.length
        && nodes[next].getPartOfSpeechTag().equals("POS")
        && node.getPartOfSpeechTag().startsWith("NN")
        && node.getDependencyLabel().matches("compound|nmod");
  }

  /** The relation of a word and the word that it depends on. */
  record Edge(String relation, NLPNode head) {
    static Edge of(NLPNode[] nodes, NLPNode node) {
      NLPNode head = governor(node);
      if (!owner(nodes, node)) {
        return new Edge(node.getDependencyLabel(), head);
      }
      while (head.getDependencyLabel().matches("compound|nmod")
          && governor(head).getID() > head.getID()) {
        head = governor(head);
      }
      return new Edge("poss", head);
    }
  }

  /** Verbs that the lemmatizer leaves in their past form. */
  private static final Map<String, String> PAST =
      Map.of("provided", "provide", "happened", "happen", "ended", "end");

  static String lemma(NLPNode node) {
    boolean verb = node.getPartOfSpeechTag().startsWith("VB") && node.getID() > 1;
    return verb ? PAST.getOrDefault(node.getLemma(), node.getLemma()) : node.getLemma();
  }

  /** NLP4J puts a root node at index 0; ours count from the first word. */
  private static Sentence sentence(
      int index, Block block, NLPNode[] nodes, String body, int from, CodePoints points) {
    List<Token> tokens = new ArrayList<>(nodes.length - 1);
    for (int i = 1; i < nodes.length; i++) {
      NLPNode n = nodes[i];
      Edge edge = Edge.of(nodes, n);
      int begin = from + n.getStartOffset();
      int end = from + n.getEndOffset();
      tokens.add(
          new Token(
              i - 1,
              body.substring(begin, end),
              lemma(n),
              n.getPartOfSpeechTag(),
              n.getNamedEntityTag(),
              edge.head().getID() - 1,
              edge.relation(),
              points.codePoint(begin),
              points.codePoint(end)));
    }
    int begin = tokens.getFirst().begin();
    int end = tokens.getLast().end();
    String text = body.substring(points.utf16(begin), points.utf16(end));
    return new Sentence(index, block, text, begin, end, List.copyOf(tokens));
  }
}
