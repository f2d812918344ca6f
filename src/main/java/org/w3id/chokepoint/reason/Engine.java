package org.w3id.chokepoint.reason;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.jspecify.annotations.Nullable;
import org.w3id.chokepoint.reason.Triggers.Trigger;

/**
 * Applies the rules to triples, one triple after the other in the order of their coming, until
 * nothing new follows. A rule sees only the triples that had their turn, so each match is found
 * once, when the last of its premises has its turn. One thread at a time.
 */
final class Engine {
  final Dictionary dictionary = new Dictionary();
  final Vocabulary words = new Vocabulary(dictionary);
  final TripleStore store = new TripleStore();
  final Derivations derivations = new Derivations();
  final Equality equality = new Equality();
  final Datatypes datatypes = new Datatypes(dictionary, words.type);
  final Instances instances = new Instances(this);
  final Rewriting rewriting = new Rewriting(this);
  private final IntQueue queue = new IntQueue();
  private final Join join = new Join(store, datatypes, TripleStore.LIVE);
  private final Firing derive = this::derive;
  private final int ownTerms;
  private final Instance sameValue;
  private @Nullable Node lastSubject;
  private int lastTerm;

  Engine(RuleSet rules) {
    List<Rule> base = rules.read(dictionary);
    ownTerms = dictionary.size();
    sameValue = instances.of(Rewriting.axiom("dt-eq"));
    base.forEach(instances::begin);
    for (int id = 0; id < ownTerms; id++) {
      datatypes.register(id);
    }
  }

  /** Whether a rule names {@code term}, so that no other term may stand for it. */
  boolean isNamedByRules(int term) {
    return term < ownTerms;
  }

  /** Adds an asserted triple; {@link #run} draws the conclusions. */
  void add(Triple t) {
    // Graphs give the triples of a subject one after the other.
    if (t.getSubject() != lastSubject) {
      lastSubject = t.getSubject();
      lastTerm = term(lastSubject);
    }
    int row = store.row(lastTerm, term(t.getPredicate()), term(t.getObject()));
    store.derivation(row, Derivations.ASSERTED);
    if (store.state(row) == TripleStore.DEAD) {
      wake(row);
    }
  }

  /** The number of the term that stands for {@code node}, or -1 when it is not known. */
  int top(Node node) {
    int id = dictionary.find(node);
    return id < 0 ? id : equality.representative(id);
  }

  /** How many rows hold. */
  long size() {
    long out = 0;
    for (int row = 0; row < store.size(); row++) {
      out += store.holds(row) ? 1 : 0;
    }
    return out;
  }

  /** The asserted triples, as they were given. */
  List<Triple> asserted() {
    Facts facts = new Facts(this);
    return IntStream.range(0, store.size())
        .filter(row -> store.holds(row) && store.derivation(row) == Derivations.ASSERTED)
        .mapToObj(facts::triple)
        .toList();
  }

  boolean isAsserted(Triple t) {
    int row =
        store.find(
            dictionary.find(t.getSubject()),
            dictionary.find(t.getPredicate()),
            dictionary.find(t.getObject()));
    return row >= 0 && store.holds(row) && store.derivation(row) == Derivations.ASSERTED;
  }

  /** Applies the rules until nothing new follows. */
  void run() {
    while (true) {
      for (Instance i = instances.next(); i != null; i = instances.next()) {
        join.all(i, derive);
      }
      if (queue.isEmpty()) {
        return;
      }
      int row = queue.remove();
      if (store.state(row) == TripleStore.PENDING && !rewriting.replaces(row)) {
        store.state(row, TripleStore.LIVE);
        dispatch(row);
      }
    }
  }

  /** Adds a triple that {@code instance} yields, unless it holds already. */
  void conclude(Instance instance, int[] premises, int s, int p, int o) {
    int row = store.row(s, p, o);
    if (store.state(row) == TripleStore.DEAD) {
      int[] rows = Join.rows(premises, premises.length);
      store.derivation(row, derivations.add(instance.id, rows, rows.length));
      wake(row);
    }
  }

  void wake(int row) {
    store.state(row, TripleStore.PENDING);
    queue.add(row);
  }

  /** Lets {@code sink} see the matches of complete instances that {@code row} takes part in. */
  void matches(int row, Join over, Firing sink) {
    matches(instances.conditions.exact(store.p(row), store.o(row)), row, over, sink);
    matches(instances.conditions.predicate(store.p(row)), row, over, sink);
    matches(instances.conditions.open(), row, over, sink);
  }

  private static void matches(List<Trigger> triggers, int row, Join over, Firing sink) {
    for (Trigger t : triggers) {
      if (t.index() >= 0) {
        over.from(t.instance(), t.index(), row, sink);
      }
    }
  }

  private int term(Node node) {
    int known = dictionary.find(node);
    if (known >= 0) {
      return known;
    }
    int id = dictionary.id(node);
    int twin = datatypes.register(id);
    if (twin >= 0) {
      conclude(sameValue, new int[0], id, words.sameAs, twin);
    }
    return id;
  }

  private void dispatch(int row) {
    dispatch(instances.conditions.exact(store.p(row), store.o(row)), row);
    dispatch(instances.conditions.predicate(store.p(row)), row);
    dispatch(instances.conditions.open(), row);
  }

  private void dispatch(List<Trigger> triggers, int row) {
    for (int i = 0; i < triggers.size(); i++) {
      Trigger t = triggers.get(i);
      if (t.index() < 0) {
        instances.meet(t.instance(), row);
      } else {
        join.from(t.instance(), t.index(), row, derive);
      }
    }
  }

  private boolean derive(Instance i, int[] values, int[] premises) {
    for (int k = 0; k < i.head.size(); k++) {
      Atom h = i.head.get(k);
      int row =
          store.row(
              Atom.value(h.s(), values), Atom.value(h.p(), values), Atom.value(h.o(), values));
      if (store.state(row) == TripleStore.DEAD) {
        int[] rows = Join.rows(premises, i.body.size());
        store.derivation(row, derivations.add(i.id, rows, rows.length));
        wake(row);
      }
    }
    return false;
  }
}
