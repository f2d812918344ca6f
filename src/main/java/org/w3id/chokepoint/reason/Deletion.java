package org.w3id.chokepoint.reason;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Triple;
import org.w3id.chokepoint.reason.Triggers.Trigger;

/**
 * Takes asserted triples back. First all triples die whose stored derivation rests on them; what
 * keeps a derivation of live triples stays (derivations have no cycles, so that support is well
 * founded). Then each of the dead gets its turn again if it is asserted or some rule still yields
 * it from the living.
 */
final class Deletion {
  private final Engine engine;
  private final TripleStore store;
  private final Derivations derivations;
  private final Map<Integer, Byte> doomed = new HashMap<>();
  private final List<Integer> order = new ArrayList<>();
  private final ArrayDeque<Integer> left = new ArrayDeque<>();
  private final Join join;

  private Deletion(Engine engine) {
    this.engine = engine;
    this.store = engine.store;
    this.derivations = engine.derivations;
    this.join =
        new Join(
            store,
            engine.datatypes,
            TripleStore.LIVE,
            TripleStore.SUPERSEDED,
            TripleStore.LINK,
            TripleStore.DOOMED);
  }

  /** Deletes those of {@code triples} that are asserted; the engine has run to its end before. */
  static void of(Engine engine, Collection<Triple> triples) {
    Deletion deletion = new Deletion(engine);
    for (Triple t : triples) {
      int row =
          engine.store.find(
              engine.dictionary.find(t.getSubject()),
              engine.dictionary.find(t.getPredicate()),
              engine.dictionary.find(t.getObject()));
      if (row >= 0
          && engine.store.holds(row)
          && engine.store.derivation(row) == Derivations.ASSERTED) {
        deletion.doom(row);
      }
    }
    deletion.spread();
    deletion.bury();
    engine.run();
  }

  private void doom(int row) {
    doomed.put(row, store.state(row));
    store.state(row, TripleStore.DOOMED);
    order.add(row);
    left.add(row);
  }

  private void spread() {
    while (!left.isEmpty()) {
      int row = left.remove();
      engine.matches(row, join, (instance, values, premises) -> follow(row, instance, values));
      for (Instance guarded : List.copyOf(engine.instances.guardedBy(row))) {
        engine.instances.retire(guarded).forEach(this::doomYieldOf);
      }
      byte state = doomed.getOrDefault(row, TripleStore.DEAD);
      if (state == TripleStore.LINK) {
        int loser = engine.rewriting.loserOf(row);
        for (int old : mentionsOf(loser)) {
          doomReplacement(old, loser, row);
        }
      } else if (state == TripleStore.SUPERSEDED) {
        for (int term : new int[] {store.s(row), store.p(row), store.o(row)}) {
          if (engine.equality.parent(term) >= 0) {
            doomReplacement(row, term, row);
          }
        }
      }
    }
  }

  private List<Integer> mentionsOf(int loser) {
    List<Integer> out = engine.rewriting.mentions(loser, TripleStore.SUPERSEDED);
    out.addAll(engine.rewriting.mentions(loser, TripleStore.DOOMED));
    return out;
  }

  private void doomReplacement(int old, int loser, int premise) {
    int row = engine.rewriting.replacement(old, loser);
    if (row >= 0 && store.holds(row) && store.derivation(row) >= 0) {
      int instance = derivations.instance(store.derivation(row));
      if (engine.rewriting.isReplacement(instance)
          && derivations.uses(store.derivation(row), instance, premise)) {
        doom(row);
      }
    }
  }

  private boolean follow(int premise, Instance instance, int[] values) {
    for (int i = 0; i < instance.head.size(); i++) {
      Atom h = instance.head.get(i);
      int row =
          store.find(
              Atom.value(h.s(), values), Atom.value(h.p(), values), Atom.value(h.o(), values));
      if (row >= 0
          && store.holds(row)
          && store.derivation(row) >= 0
          && derivations.uses(store.derivation(row), instance.id, premise)) {
        doom(row);
      }
    }
    return false;
  }

  /** Dooms all that a retired instance has yielded. */
  private void doomYieldOf(Instance instance) {
    for (Atom h : instance.head) {
      Access access = Access.of(h.s() >= 0, h.p() >= 0, h.o() >= 0);
      int row = store.first(access, h.s(), h.p(), h.o());
      for (; row >= 0; row = store.next(access, row)) {
        if (store.holds(row)
            && store.derivation(row) >= 0
            && derivations.instance(store.derivation(row)) == instance.id) {
          doom(row);
        }
      }
    }
  }

  private void bury() {
    for (int row : order) {
      store.state(row, TripleStore.DEAD);
    }
    for (int row : order) {
      if (doomed.getOrDefault(row, TripleStore.DEAD) == TripleStore.LINK) {
        engine.rewriting.undo(row);
      }
    }
    Join living = new Join(store, engine.datatypes, TripleStore.LIVE);
    for (int row : order) {
      if (store.state(row) == TripleStore.DEAD) {
        revive(row, living);
      }
    }
  }

  private void revive(int row, Join living) {
    if (revive(engine.instances.conclusions.exact(store.p(row), store.o(row)), row, living)
        || revive(engine.instances.conclusions.predicate(store.p(row)), row, living)
        || revive(engine.instances.conclusions.open(), row, living)) {
      return;
    }
    for (int old : engine.rewriting.sources(row)) {
      if (store.state(old) == TripleStore.SUPERSEDED) {
        engine.wake(old);
      }
    }
  }

  private boolean revive(List<Trigger> triggers, int row, Join living) {
    for (Trigger t : triggers) {
      boolean found =
          living.yielding(
              t.instance(),
              t.index(),
              row,
              (instance, values, premises) -> {
                engine.conclude(
                    instance,
                    Join.rows(premises, instance.body.size()),
                    store.s(row),
                    store.p(row),
                    store.o(row));
                return true;
              });
      if (found) {
        return true;
      }
    }
    return false;
  }
}
