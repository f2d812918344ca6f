package org.w3id.chokepoint.text.parser;

import edu.emory.mathcs.nlp.component.dep.DEPLabelCandidate;
import edu.emory.mathcs.nlp.component.dep.DEPParser;
import edu.emory.mathcs.nlp.component.template.OnlineComponent;
import edu.emory.mathcs.nlp.component.template.feature.FeatureItem;
import edu.emory.mathcs.nlp.component.template.feature.FeatureTemplate;
import edu.emory.mathcs.nlp.component.template.feature.Field;
import edu.emory.mathcs.nlp.component.template.node.NLPNode;
import edu.emory.mathcs.nlp.component.template.state.NLPState;
import edu.emory.mathcs.nlp.learning.util.FeatureMap;
import edu.emory.mathcs.nlp.learning.util.MajorVector;
import edu.emory.mathcs.nlp.learning.util.WeightVector;
import it.unimi.dsi.fastutil.ints.IntSet;
import it.unimi.dsi.fastutil.objects.Object2IntMap;
import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/** A model as NLP4J ships it. */
final class Shipped {
  private final OnlineComponent<NLPNode, ?> component;
  private final List<Object2IntMap<String>> features;

  private Shipped(OnlineComponent<NLPNode, ?> component, List<Object2IntMap<String>> features) {
    this.component = component;
    this.features = features;
  }

  static URL locate(String part) throws IOException {
    URL url = Shipped.class.getClassLoader().getResource(part);
    if (url == null) {
      throw new FileNotFoundException("the library nlp4j-english is missing: no " + part);
    }
    return url;
  }

  static Shipped model(String part) throws IOException {
    try (Objects in = new Objects(locate(part).openStream())) {
      OnlineComponent<NLPNode, ? extends NLPState<NLPNode>> component = in.next();
      FeatureMap map = in.features;
      if (map == null) {
        throw new IOException("no feature map in " + part);
      }
      return new Shipped(component, map.getIndexMaps());
    }
  }

  static <T> T read(String part) throws IOException {
    try (Objects in = new Objects(locate(part).openStream())) {
      return in.next();
    }
  }

  /** An object stream that keeps the feature map, to which a model gives no way. */
  private static final class Objects extends ObjectInputStream {
    private @Nullable FeatureMap features;

    Objects(InputStream in) throws IOException {
      super(new BufferedInputStream(new XZInputStream(new BufferedInputStream(in)), 1 << 16));
      enableResolveObject(true);
    }

    @Override
    protected Object resolveObject(Object object) {
      if (object instanceof FeatureMap map) {
        features = map;
      }
      return object;
    }

    @SuppressWarnings("unchecked")
    <T> T next() throws IOException {
      try {
        return (T) readObject();
      } catch (ClassNotFoundException e) {
        throw new IOException("the library nlp4j-api does not fit nlp4j-english", e);
      }
    }
  }

  void write(FlatWriter out) throws IOException {
    WeightVector weights = component.getOptimizer().getWeightVector();
    if (weights.hasActivationFunction() || component.getOptimizer().getBias() != 0) {
      throw new IOException("a model with a bias or an activation function");
    }
    out.strings(component.getOptimizer().getLabelMap().getLabelList());
    out.strings(template(component.getFeatureTemplate()));
    weights(weights.getSparseWeightVector(), out);
  }

  private static List<String> template(FeatureTemplate<?, ?> template) {
    List<String> out = new ArrayList<>();
    template.getSetFeatureList().forEach(item -> out.add("set " + text(item)));
    for (FeatureItem[] items : template.getFeatureList()) {
      out.add(String.join(" ", Arrays.stream(items).map(Shipped::text).toList()));
    }
    return out;
  }

  private static String text(FeatureItem item) {
    boolean affix = item.field == Field.prefix || item.field == Field.suffix;
    boolean direction = item.field == Field.valency;
    return "%s%d%s:%s%s"
        .formatted(
            item.source,
            item.window,
            item.relation == null ? "" : "_" + item.relation,
            item.field,
            affix || direction ? "_" + item.attribute : "")
        .toLowerCase(Locale.ROOT);
  }

  private void weights(MajorVector all, FlatWriter out) throws IOException {
    Table.Builder table = new Table.Builder();
    Rows rows = new Rows(all.getLabelSize());
    for (int space = 0; space < features.size(); space++) {
      for (Object2IntMap.Entry<String> e : features.get(space).object2IntEntrySet()) {
        long row = known(all, e.getIntValue()) ? rows.add(all, e.getIntValue()) : 0;
        if (row != 0) {
          table.putNew(Print.key(Print.of(e.getKey()).hash(), space), row);
        }
      }
    }
    table.write(out);
    out.longs(rows.sparse, rows.sparseSize);
    out.floats(rows.dense, rows.denseSize);
  }

  /** Rows of {@link Weights} in the making. */
  private static final class Rows {
    private final int labels;
    private long[] sparse = new long[1 << 20];
    private int sparseSize;
    private float[] dense = new float[1 << 20];
    private int denseSize;

    Rows(int labels) {
      this.labels = labels;
    }

    /** What the table says of the row of a feature; 0 where all of it is zero. */
    long add(MajorVector all, int feature) {
      int weights = 0;
      for (int label = 0; label < labels; label++) {
        weights += all.get(label, feature) != 0 ? 1 : 0;
      }
      if (weights == 0) {
        return 0;
      }
      return Weights.dense(weights, labels) ? addDense(all, feature) : addSparse(all, feature);
    }

    private long addDense(MajorVector all, int feature) {
      int begin = denseSize;
      denseSize += Weights.stride(labels);
      dense = denseSize > dense.length ? Arrays.copyOf(dense, 2 * dense.length) : dense;
      for (int label = 0; label < labels; label++) {
        dense[begin + label] = all.get(label, feature);
      }
      return (long) (begin / Weights.stride(labels)) << 8 | Weights.DENSE;
    }

    private long addSparse(MajorVector all, int feature) {
      int begin = sparseSize;
      sparse = begin + labels > sparse.length ? Arrays.copyOf(sparse, 2 * sparse.length) : sparse;
      for (int label = 0; label < labels; label++) {
        long weight = Float.floatToRawIntBits(all.get(label, feature)) & 0xFFFFFFFFL;
        if (all.get(label, feature) != 0) {
          sparse[sparseSize++] = (long) label << 32 | weight;
        }
      }
      return (long) begin << 8 | sparseSize - begin;
    }
  }

  private static boolean known(MajorVector all, int feature) {
    return feature > 0 && feature < all.getFeatureSize();
  }

  /** The labels allowed in each situation, asked of the parser with nodes that are in it. */
  void writeCandidates(FlatWriter out) throws IOException {
    @SuppressWarnings("unchecked")
    DEPParser<NLPNode> parser = (DEPParser<NLPNode>) (Object) component;
    DEPLabelCandidate<NLPNode> sets = parser.getLabelCandidates();
    NLPNode root = new NLPNode();
    NLPNode above = new NLPNode(1, "a");
    NLPNode below = new NLPNode(2, "b");
    out.longs(longs(sets.get(root, below)));
    below.setDependencyHead(above);
    out.longs(longs(sets.get(below, above)));
    out.longs(longs(sets.get(above, below)));
    out.longs(longs(sets.get(above, new NLPNode(3, "c"))));
    out.longs(longs(sets.getLeftArcs()));
    out.longs(longs(sets.getRightArcs()));
  }

  /** In the order in which NLP4J goes through them. */
  private static long[] longs(IntSet set) {
    return Arrays.stream(set.toIntArray()).asLongStream().toArray();
  }
}
