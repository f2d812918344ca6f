package org.w3id.chokepoint.snapshot;

import java.util.Arrays;
import java.util.NoSuchElementException;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIter1;
import org.jspecify.annotations.Nullable;
import org.w3id.chokepoint.snapshot.IndexedPlan.Step;

/**
 * The rows that a plan makes of each row that comes in: the triples of the first step one by one,
 * for each of them those of the next, and so on, with the numbers of what is known so far.
 */
final class IndexedRows extends QueryIter1 {
  /** Triples looked at between two looks at the clock. */
  private static final int PATIENCE = 1 << 12;

  private final IndexedGraph graph;
  private final TripleTable triples;
  private final ExecutionContext execution;
  private final Step[] steps;
  private final Var[] variables;
  private final int[] values;
  private final Level[] levels;
  private @Nullable Binding row;
  private Var[] fresh = {};
  private int[] freshAt = {};
  private boolean found;
  private int looked;

  /** Where one step is: what it looks for, the triples left, and which variables it set. */
  private static final class Level {
    private TripleTable.Run run = new TripleTable.Run(TripleTable.NO_ORDER, 0, 0);
    private boolean ask;
    private int subject;
    private int predicate;
    private int object;
    private int at;
    private int subjectSet = -1;
    private int predicateSet = -1;
    private int objectSet = -1;
  }

  IndexedRows(
      IndexedGraph graph, IndexedPlan plan, QueryIterator input, ExecutionContext execution) {
    super(input, execution);
    this.graph = graph;
    this.triples = graph.triples();
    this.execution = execution;
    this.steps = plan.steps().toArray(Step[]::new);
    this.variables = plan.variables().toArray(Var[]::new);
    this.values = new int[variables.length];
    this.levels = new Level[steps.length];
    Arrays.setAll(levels, i -> new Level());
  }

  @Override
  protected boolean hasNextBinding() {
    if (!found) {
      found = row == null ? nextRow() : advance(steps.length - 1) || nextRow();
    }
    return found;
  }

  @Override
  protected Binding moveToNextBinding() {
    Binding parent = hasNextBinding() ? row : null;
    if (parent == null) {
      throw new NoSuchElementException();
    }
    found = false;
    int[] made = new int[freshAt.length];
    for (int i = 0; i < made.length; i++) {
      made[i] = values[freshAt[i]];
    }
    return new IndexedRow(parent, graph.terms(), fresh, made);
  }

  /** The first row that comes of the next row of the input that has any. */
  private boolean nextRow() {
    while (getInput().hasNext()) {
      row = getInput().next();
      if (begin(row)) {
        open(0);
        if (advance(0)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Takes the values of a row; false where one of them is not in the data. */
  private boolean begin(Binding row) {
    int free = 0;
    for (int i = 0; i < values.length; i++) {
      values[i] = IndexedRow.number(row, variables[i], graph.terms());
      if (values[i] == IndexedGraph.UNKNOWN) {
        return false;
      }
      free += values[i] == TripleTable.ANY ? 1 : 0;
    }
    int[] places = new int[free];
    for (int i = values.length - 1; i >= 0; i--) {
      if (values[i] == TripleTable.ANY) {
        places[--free] = i;
      }
    }
    if (!Arrays.equals(places, freshAt)) {
      freshAt = places;
      fresh = Arrays.stream(places).mapToObj(i -> variables[i]).toArray(Var[]::new);
    }
    return true;
  }

  private void open(int depth) {
    Step step = steps[depth];
    Level level = levels[depth];
    level.subject = step.subjectAt() < 0 ? step.subject() : values[step.subjectAt()];
    level.predicate = step.predicateAt() < 0 ? step.predicate() : values[step.predicateAt()];
    level.object = step.objectAt() < 0 ? step.object() : values[step.objectAt()];
    level.run = graph.run(level.subject, level.predicate, level.object);
    level.ask = graph.asks(level.run);
    level.at = level.run.from();
    level.subjectSet = -1;
    level.predicateSet = -1;
    level.objectSet = -1;
  }

  /** Goes on from a step that is open; false where nothing is left. */
  private boolean advance(int from) {
    int depth = from;
    while (depth >= 0) {
      if (!next(steps[depth], levels[depth])) {
        depth--;
      } else if (depth == steps.length - 1) {
        return true;
      } else {
        open(++depth);
      }
    }
    return false;
  }

  private boolean next(Step step, Level level) {
    clear(level);
    while (level.at < level.run.to()) {
      int position = level.run.position(level.at++);
      if (++looked % PATIENCE == 0) {
        execution.checkCancelSignal();
      }
      if (triples.matches(position, level.subject, level.predicate, level.object)
          && (!level.ask || graph.has(position))) {
        level.subjectSet = set(step.subjectAt(), triples.subjects()[position]);
        level.predicateSet = set(step.predicateAt(), triples.predicates()[position]);
        level.objectSet = set(step.objectAt(), triples.objects()[position]);
        if (agrees(step.subjectAt(), triples.subjects()[position])
            && agrees(step.predicateAt(), triples.predicates()[position])
            && agrees(step.objectAt(), triples.objects()[position])) {
          return true;
        }
        clear(level);
      }
    }
    return false;
  }

  /** A variable that stands twice in a triple has one value. */
  private boolean agrees(int place, int value) {
    return place < 0 || values[place] == value;
  }

  private int set(int place, int value) {
    if (place < 0 || values[place] != TripleTable.ANY) {
      return -1;
    }
    values[place] = value;
    return place;
  }

  private void clear(Level level) {
    level.subjectSet = clear(level.subjectSet);
    level.predicateSet = clear(level.predicateSet);
    level.objectSet = clear(level.objectSet);
  }

  private int clear(int place) {
    if (place >= 0) {
      values[place] = TripleTable.ANY;
    }
    return -1;
  }

  @Override
  protected void requestSubCancel() {}

  @Override
  protected void closeSubIterator() {}
}
