package org.w3id.chokepoint.text;

import edu.emory.mathcs.nlp.component.tokenizer.EnglishTokenizer;
import edu.emory.mathcs.nlp.component.tokenizer.Tokenizer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.w3id.chokepoint.article.Article;
import org.w3id.chokepoint.article.Block;
import org.w3id.chokepoint.article.CodePoints;
import org.w3id.chokepoint.text.parser.Parser;
import org.w3id.chokepoint.text.parser.Tagged;

/** Emory NLP4J's models behind our own records. Make one and share it. */
public final class Nlp4jAnnotator implements Annotator {
  private final Parser parser;
  private final Tokenizer tokenizer = new EnglishTokenizer();

  /**
   * Maps the models into memory.
   *
   * @param folder where their file is; it is made there at first use, in half a minute
   * @throws UncheckedIOException where it can be neither read nor made; the message is for the user
   */
  public Nlp4jAnnotator(Path folder) {
    try {
      parser = Parser.open(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(
          new IOException(
              "the parser's file cannot be read or made in " + folder + " (" + e + ")", e));
    }
  }

  @Override
  public List<Sentence> annotate(Article article) {
    List<Sentence> sentences = new ArrayList<>();
    String text = article.clean().text();
    CodePoints points = CodePoints.of(text);
    for (Block block : article.blocks()) {
      annotate(text, points, block, sentences);
    }
    return List.copyOf(sentences);
  }

  @Override
  public List<Sentence> reparse(List<Sentence> sentences, List<Unit> units) {
    Reparse reparse = new Reparse(parser);
    return sentences.stream().map(s -> reparse.of(s, units)).toList();
  }

  private void annotate(String body, CodePoints points, Block block, List<Sentence> out) {
    int from = points.utf16(block.begin());
    String text = body.substring(from, points.utf16(block.end()));
    for (List<edu.emory.mathcs.nlp.component.tokenizer.token.Token> words :
        Segments.of(tokenizer, text)) {
      if (!words.isEmpty()) {
        out.add(sentence(out.size(), block, words, body, from, points));
      }
    }
  }

  private Sentence sentence(
      int index,
      Block block,
      List<edu.emory.mathcs.nlp.component.tokenizer.token.Token> words,
      String body,
      int from,
      CodePoints points) {
    Tagged tagged = parser.tag(words.stream().map(w -> w.getWordForm()).toList(), true);
    Tree tree = new Tree(() -> Edge.of(tagged.parses()));
    List<Token> tokens = new ArrayList<>(words.size());
    for (int i = 0; i < words.size(); i++) {
      int begin = from + words.get(i).getStartOffset();
      int end = from + words.get(i).getEndOffset();
      String form = body.substring(begin, end);
      tokens.add(
          new Token(
              i,
              form,
              Edge.lemma(tagged, i, form),
              tagged.tag(i),
              tagged.entity(i),
              tree,
              points.codePoint(begin),
              points.codePoint(end)));
    }
    int begin = tokens.getFirst().begin();
    int end = tokens.getLast().end();
    String text = body.substring(points.utf16(begin), points.utf16(end));
    return new Sentence(index, block, text, begin, end, List.copyOf(tokens));
  }
}
