package org.w3id.chokepoint.relation;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The learned model, read from its file when it is first asked. Safe for several threads; the same
 * sentence gives the same answer whatever else is read.
 */
public final class RelationModel {
  private static final String NONE = "none";
  private static final String CERTAIN = "Certain";

  /** The kind of a text's opening piece: the press relates less than what was invented to learn. */
  private static final String PUBLISHED = "@published";

  /** Bytes of stack for reading the file. */
  private static final long STACK = 32L << 20;

  private final Path file;
  private volatile @Nullable Loaded loaded;

  private RelationModel(Path file) {
    this.file = file;
  }

  /** The model of a file, which need not be there: then it reads nothing. */
  public static RelationModel of(Path file) {
    return new RelationModel(file);
  }

  /** What the file holds besides weights: what its numbers stand for, and pieces of words. */
  private record Loaded(
      OrtEnvironment environment,
      OrtSession session,
      List<String> relations,
      List<String> certainties,
      Map<String, Integer> kinds,
      WordPieces pieces) {}

  /**
   * The likeliest relation from the first to the second span of each pair, in order of the pairs.
   *
   * @param words the words of one sentence, punctuation among them
   * @param pairs each the indexes of two spans
   * @return as many as pairs; none where there is no file
   * @throws UncheckedIOException if the file or the native library cannot be read
   */
  public List<Guess> read(List<String> words, List<Span> spans, List<int[]> pairs) {
    if (pairs.isEmpty() || !Files.exists(file)) {
      return List.of();
    }
    try {
      return guesses(loaded(), words, spans, pairs);
    } catch (OrtException e) {
      throw unreadable(e);
    }
  }

  private static List<Guess> guesses(
      Loaded model, List<String> words, List<Span> spans, List<int[]> pairs) throws OrtException {
    WordPieces.Pieces pieces = model.pieces().of(words);
    int[] kinds = new int[pieces.ids().length];
    kinds[0] = model.kinds().getOrDefault(PUBLISHED, 0);
    List<int[]> places = new ArrayList<>();
    for (Span span : spans) {
      int kind = model.kinds().getOrDefault(span.kind(), 0);
      int[] place = place(pieces, span);
      for (int i = place[0]; i < place[1]; i++) {
        kinds[i] = kind;
      }
      places.add(new int[] {place[0], place[1], kind});
    }
    int[] from = new int[2 * pairs.size()];
    int[] to = new int[2 * pairs.size()];
    int[] fromKinds = new int[pairs.size()];
    int[] toKinds = new int[pairs.size()];
    for (int i = 0; i < pairs.size(); i++) {
      int[] a = places.get(pairs.get(i)[0]);
      int[] b = places.get(pairs.get(i)[1]);
      System.arraycopy(a, 0, from, 2 * i, 2);
      System.arraycopy(b, 0, to, 2 * i, 2);
      fromKinds[i] = a[2];
      toKinds[i] = b[2];
    }
    Map<String, OnnxTensor> inputs = new HashMap<>();
    try {
      OrtEnvironment e = model.environment();
      inputs.put("ids", tensor(e, pieces.ids(), 1, pieces.ids().length));
      inputs.put("kinds", tensor(e, kinds, 1, kinds.length));
      inputs.put("from", tensor(e, from, pairs.size(), 2));
      inputs.put("to", tensor(e, to, pairs.size(), 2));
      inputs.put("fromKinds", tensor(e, fromKinds, pairs.size()));
      inputs.put("toKinds", tensor(e, toKinds, pairs.size()));
      try (OrtSession.Result result = model.session().run(inputs)) {
        float[][] relations = (float[][]) result.get(0).getValue();
        float[][] certainties = (float[][]) result.get(1).getValue();
        return IntStream.range(0, relations.length)
            .mapToObj(i -> likeliest(model, relations[i], certainties[i]))
            .toList();
      }
    } finally {
      inputs.values().forEach(OnnxTensor::close);
    }
  }

  /** The pieces of a span; an empty place at the start where none of its words was read. */
  private static int[] place(WordPieces.Pieces pieces, Span span) {
    int begin = -1;
    int end = 0;
    for (int w = span.begin(); w < span.end(); w++) {
      if (pieces.first()[w] >= 0) {
        begin = begin < 0 ? pieces.first()[w] : begin;
        end = pieces.last()[w] + 1;
      }
    }
    return new int[] {Math.max(begin, 0), end};
  }

  private static Guess likeliest(Loaded model, float[] relations, float[] certainties) {
    int none = model.relations().indexOf(NONE);
    double any = 0;
    for (int i = 0; i < relations.length; i++) {
      any += i == none ? 0 : relations[i];
    }
    return new Guess(
        model.relations().get(greatest(relations, none)),
        any,
        model.certainties().get(greatest(certainties, -1)));
  }

  private static int greatest(float[] values, int but) {
    int best = but == 0 ? 1 : 0;
    for (int i = 0; i < values.length; i++) {
      best = i != but && values[i] > values[best] ? i : best;
    }
    return best;
  }

  private static OnnxTensor tensor(OrtEnvironment environment, int[] values, long... shape)
      throws OrtException {
    LongBuffer longs = LongBuffer.allocate(values.length);
    for (int v : values) {
      longs.put(v);
    }
    return OnnxTensor.createTensor(environment, longs.flip(), shape);
  }

  private Loaded loaded() {
    Loaded known = loaded;
    if (known == null) {
      synchronized (this) {
        known = loaded;
        if (known == null) {
          known = onDeepStack(this::load);
          loaded = known;
        }
      }
    }
    return known;
  }

  /** Reading the graph recurses deeper in native code than a worker's stack may hold. */
  private static Loaded onDeepStack(Supplier<Loaded> task) {
    FutureTask<Loaded> loading = new FutureTask<>(task::get);
    new Thread(null, loading, "model", STACK).start();
    try {
      return loading.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof UncheckedIOException unreadable
          ? unreadable
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private Loaded load() {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      OrtEnvironment environment = OrtEnvironment.getEnvironment();
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      OrtSession session = environment.createSession(file.toString(), options);
      Map<String, String> told = session.getMetadata().getCustomMetadata();
      Map<String, Integer> kinds = new HashMap<>();
      for (String kind : told.getOrDefault("kinds", "").split("\n")) {
        kinds.put(kind, kinds.size() + 1);
      }
      return new Loaded(
          environment,
          session,
          List.of(told.getOrDefault("relations", NONE).split("\n")),
          List.of(told.getOrDefault("certainties", CERTAIN).split("\n")),
          Map.copyOf(kinds),
          new WordPieces(List.of(told.getOrDefault("vocabulary", "").split("\n"))));
    } catch (OrtException | UnsatisfiedLinkError e) {
      throw unreadable(e);
    }
  }

  private UncheckedIOException unreadable(Throwable e) {
    return new UncheckedIOException(
        new IOException(
            file
                + ": the learned model cannot be read ("
                + e.getMessage()
                + "); take the file as it is in the repository, or remove it to read by patterns"
                + " alone",
            e));
  }
}
