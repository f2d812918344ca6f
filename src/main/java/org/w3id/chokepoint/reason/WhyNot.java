package org.w3id.chokepoint.reason;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.vocabulary.OWL2;
import org.w3id.chokepoint.reason.Triggers.Trigger;

/** Looks for rules that would yield a triple if a single premise more held. */
final class WhyNot {
  private static final int PER_PATTERN = 50;
  private static final int QUESTIONS = 16;

  private final Engine engine;
  private final Facts facts;
  private final Fitting fitting;
  private final ProofTree proofs;
  private final Join join;
  private final int[] goal;
  private final Map<NearMiss, Integer> found = new LinkedHashMap<>();
  private final Set<NearMiss> restated = new HashSet<>();

  private WhyNot(Engine engine, Triple triple) {
    this.engine = engine;
    this.facts = new Facts(engine);
    this.fitting = new Fitting(facts);
    this.proofs = new ProofTree(engine);
    this.join = new Join(engine.store, engine.datatypes, TripleStore.LIVE);
    this.goal =
        new int[] {
          engine.top(triple.getSubject()),
          engine.top(triple.getPredicate()),
          engine.top(triple.getObject())
        };
  }

  /**
   * At most {@code limit} near misses, those first that ask for the least. What only says the
   * missing triple in another way, by an inverse or a narrower property, is followed further; so is
   * membership in a class without a name, which is not told itself. What the known classes of a
   * term exclude is no near miss.
   */
  static List<NearMiss> of(Engine engine, Triple triple, int limit) {
    Set<NearMiss> out = new LinkedHashSet<>();
    Set<Triple> asked = new HashSet<>();
    Deque<Triple> open = new ArrayDeque<>(List.of(triple));
    while (!open.isEmpty() && out.size() < limit && asked.size() < QUESTIONS) {
      Triple next = open.remove();
      if (asked.add(next)) {
        WhyNot search = new WhyNot(engine, next);
        for (NearMiss m : search.sorted()) {
          if (m.missing().getObject().isBlank()) {
            open.addFirst(m.missing());
          } else if (!asked.contains(m.missing())) {
            out.add(m);
            if (search.restated.contains(m)) {
              open.addLast(m.missing());
            }
          }
        }
      }
    }
    return out.stream().limit(limit).toList();
  }

  private List<NearMiss> sorted() {
    if (Arrays.stream(goal).anyMatch(t -> t < 0)) {
      return List.of();
    }
    look(engine.instances.conclusions.exact(goal[1], goal[2]));
    look(engine.instances.conclusions.predicate(goal[1]));
    look(engine.instances.conclusions.open());
    Comparator<NearMiss> nearest =
        Comparator.comparing(NearMiss::open)
            .thenComparing(m -> -m.present().size())
            .thenComparing(m -> found.getOrDefault(m, 0))
            .thenComparing(m -> m.missing().toString());
    return found.keySet().stream()
        .filter(m -> !m.missing().getObject().equals(OWL2.Nothing.asNode()))
        .filter(m -> fitting.fits(m.missing()))
        .sorted(nearest)
        .toList();
  }

  private void look(List<Trigger> conclusions) {
    for (Trigger t : conclusions) {
      for (int missing = 0; missing < t.instance().body.size(); missing++) {
        without(t.instance(), t.instance().head.get(t.index()), missing);
      }
    }
  }

  private void without(Instance instance, Atom head, int missing) {
    int[] values = new int[instance.variables];
    Arrays.setAll(values, v -> -2 - v);
    if (!assign(head.s(), goal[0], values)
        || !assign(head.p(), goal[1], values)
        || !assign(head.o(), goal[2], values)) {
      return;
    }
    BitSet known = new BitSet();
    for (int v = 0; v < values.length; v++) {
      known.set(v, values[v] >= 0);
    }
    int[] left = {PER_PATTERN};
    join.rest(
        instance,
        Plan.of(instance.body, missing, known, engine.datatypes),
        values,
        (i, bound, premises) -> {
          add(i, missing, bound, premises);
          return --left[0] == 0;
        });
  }

  private void add(Instance instance, int missing, int[] values, int[] premises) {
    Atom a = instance.body.get(missing);
    int[] t = {Atom.value(a.s(), values), Atom.value(a.p(), values), Atom.value(a.o(), values)};
    if (Arrays.equals(t, goal) || isInternal(t[1]) || isInternal(t[2]) || holds(t)) {
      return;
    }
    int[] rows = premises.clone();
    rows[missing] = TripleStore.NONE;
    int[] present = proofs.open(instance.guards(), Join.rows(rows, instance.body.size()));
    List<Triple> told = new ArrayList<>();
    Set<Proof> ground = Collections.newSetFromMap(new IdentityHashMap<>());
    for (int row : present) {
      steps(proofs.of(row), ground);
      if (!facts.isList(row)) {
        told.add(facts.triple(row));
      }
    }
    Triple lacking = Triple.create(node(t[0]), node(t[1]), node(t[2]));
    NearMiss miss = new NearMiss(instance.rule.name(), told, lacking);
    found.merge(miss, ground.size(), Math::min);
    if (instance.body.size() == 1 && lacking.isConcrete()) {
      restated.add(miss);
    }
  }

  /** All steps of a proof: of equally near misses that comes first whose conditions lie at hand. */
  private static void steps(Proof start, Set<Proof> into) {
    ArrayDeque<Proof> left = new ArrayDeque<>(List.of(start));
    while (!left.isEmpty()) {
      Proof step = left.pop();
      if (into.add(step) && step instanceof Proof.Inferred i) {
        i.premises().forEach(left::push);
      }
    }
  }

  private boolean holds(int[] t) {
    int row = engine.store.find(t[0], t[1], t[2]);
    return row >= 0 && engine.store.holds(row);
  }

  private boolean isInternal(int term) {
    return term >= 0 && engine.dictionary.isInternal(term);
  }

  private Node node(int term) {
    return term >= 0 ? engine.dictionary.node(term) : Var.alloc("v" + (-2 - term));
  }

  private static boolean assign(int term, int value, int[] values) {
    if (term < 0 && values[~term] < 0) {
      values[~term] = value;
    }
    return Atom.value(term, values) == value;
  }
}
