package org.w3id.chokepoint.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.chokepoint.article.Article;
import org.w3id.chokepoint.text.Annotator;
import org.w3id.chokepoint.text.Parser;
import org.w3id.chokepoint.text.Sentence;
import org.w3id.chokepoint.text.Unit;

/** A conversion that stops half-way is gone on with, and what comes of it is the same. */
@Timeout(300)
class ResumeTest {
  private static final String ARTICLES =
      "src/test/resources/org/w3id/chokepoint/gold/known/articles";

  @TempDir Path root;

  /** The real parser, which stops for good after a number of articles. */
  private static final class Stopping implements Annotator {
    private final int after;
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final CountDownLatch stopped = new CountDownLatch(1);

    Stopping(int after) {
      this.after = after;
    }

    @Override
    public List<Sentence> annotate(Article article) {
      // The title of an article is read by itself, under the article's id.
      if (seen.size() == after && !seen.contains(article.id())) {
        stopped.countDown();
        try {
          Thread.sleep(Long.MAX_VALUE);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
      seen.add(article.id());
      return Parser.annotator().annotate(article);
    }

    @Override
    public List<Sentence> reparse(List<Sentence> sentences, List<Unit> units) {
      return Parser.annotator().reparse(sentences, units);
    }
  }

  @Test
  void finishedArticlesAreNotReadAgain() throws Exception {
    Path out = root.resolve("out");
    Stopping first = new Stopping(3);
    Thread.ofPlatform()
        .daemon()
        .start(
            () ->
                Main.execute(
                    () -> first, "convert", ARTICLES, "--out", out + "", "--threads", "1"));
    first.stopped.await();
    assertEquals(3, kept(out));

    Stopping second = new Stopping(Integer.MAX_VALUE);
    Shell result = Shell.run(() -> second, "convert", ARTICLES, "--out", out + "");
    assertEquals(Exit.DONE, result.code(), result.err());
    assertTrue(result.err().contains("3 of "), result.err());
    assertTrue(second.seen.stream().noneMatch(first.seen::contains), second.seen.toString());
    assertFalse(second.seen.isEmpty());
    assertEquals(0, kept(out), "what is published is not kept twice");

    Path clean = root.resolve("clean");
    Shell.run(Parser::annotator, "convert", ARTICLES, "--out", clean + "");
    assertArrayEquals(Seeds.data(clean), Seeds.data(out));
  }

  private static long kept(Path out) throws IOException {
    try (Stream<Path> files = Files.walk(out)) {
      return files.filter(f -> f.toString().endsWith(".nt")).count();
    }
  }
}
