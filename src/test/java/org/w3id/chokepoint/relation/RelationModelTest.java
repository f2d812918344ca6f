package org.w3id.chokepoint.relation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RelationModelTest {
  private static final List<String> WORDS =
      List.of("Huawei", "sells", "its", "Ascend", "chips", "to", "Baidu", ".");
  private static final List<Span> SPANS =
      List.of(new Span(0, 1, "Company"), new Span(3, 4, "Chip"), new Span(6, 7, "Company"));
  private static final List<int[]> PAIRS =
      List.of(new int[] {0, 2}, new int[] {2, 0}, new int[] {0, 1});

  @TempDir Path folder;

  @Test
  void tellsWhoSellsToWhomAndWhoMakesWhat() {
    List<Guess> read = model().read(WORDS, SPANS, PAIRS);
    assertEquals("suppliesTo", read.get(0).relation());
    assertEquals("develops", read.get(2).relation());
    assertTrue(read.get(0).probability() > read.get(1).probability(), read.toString());
  }

  @Test
  void tellsHowTheSentenceHoldsIt() {
    assertEquals("Certain", effect("Huawei sells chips to Baidu ."));
    assertEquals("Prospective", effect("Huawei plans to sell chips to Baidu ."));
    assertEquals("Possible", effect("Huawei might sell chips to Baidu ."));
  }

  @Test
  void whatRelatesNothingIsNotRead() {
    List<String> words = List.of("Huawei", "and", "Baidu", "fell", "by", "2", "percent", ".");
    List<Span> spans = List.of(new Span(0, 1, "Company"), new Span(2, 3, "Company"));
    Guess guess = model().read(words, spans, List.of(new int[] {0, 1})).getFirst();
    assertTrue(guess.probability() < .2, guess.toString());
  }

  @Test
  void threadsAgree() throws Exception {
    RelationModel model = model();
    Callable<List<Guess>> task = () -> model.read(WORDS, SPANS, PAIRS);
    try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
      for (Future<List<Guess>> f :
          pool.invokeAll(List.of(task, task, task, task, task, task, task, task))) {
        assertEquals(task.call(), f.get());
      }
    }
  }

  @Test
  void withoutAFileNothingIsRead() {
    RelationModel none = RelationModel.of(folder.resolve("none.onnx"));
    assertEquals(List.of(), none.read(WORDS, SPANS, PAIRS));
  }

  @Test
  void aBrokenFileIsNamedWithTheRemedy() throws IOException {
    Path broken = Files.writeString(folder.resolve("broken.onnx"), "no model");
    UncheckedIOException e =
        assertThrows(
            UncheckedIOException.class, () -> RelationModel.of(broken).read(WORDS, SPANS, PAIRS));
    assertTrue(e.toString().contains("broken.onnx"), e.toString());
    assertTrue(e.toString().contains("remove it"), e.toString());
  }

  private static String effect(String sentence) {
    List<String> words = List.of(sentence.split(" "));
    int last = words.size() - 2;
    List<Span> spans = List.of(new Span(0, 1, "Company"), new Span(last, last + 1, "Company"));
    return model().read(words, spans, List.of(new int[] {0, 1})).getFirst().effect();
  }

  private static RelationModel model() {
    return RelationModel.of(Path.of("ontology/model/relations.onnx"));
  }
}
