package org.w3id.chokepoint.browse;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/** Counts what a search finds by kind, in one walk over it. */
final class KindCounts implements CollectorManager<KindCounts.Part, Map<String, Integer>> {
  @Override
  public Part newCollector() {
    return new Part();
  }

  @Override
  public Map<String, Integer> reduce(Collection<Part> parts) {
    Map<String, Integer> counts = new HashMap<>();
    for (Part part : parts) {
      part.counts.forEach((kind, count) -> counts.merge(kind, count, Integer::sum));
    }
    return counts;
  }

  /** The counts of one part of the index. */
  static final class Part extends SimpleCollector {
    private final Map<String, Integer> counts = new HashMap<>();
    private SortedDocValues kinds = DocValues.emptySorted();
    private int[] found = {};

    @Override
    protected void doSetNextReader(LeafReaderContext context) throws IOException {
      kinds = DocValues.getSorted(context.reader(), "kind");
      found = new int[kinds.getValueCount()];
    }

    @Override
    public void collect(int document) throws IOException {
      if (kinds.advanceExact(document)) {
        found[kinds.ordValue()]++;
      }
    }

    @Override
    public void finish() throws IOException {
      for (int kind = 0; kind < found.length; kind++) {
        if (found[kind] > 0) {
          counts.merge(kinds.lookupOrd(kind).utf8ToString(), found[kind], Integer::sum);
        }
      }
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }
  }
}
