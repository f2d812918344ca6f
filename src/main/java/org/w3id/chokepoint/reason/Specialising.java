package org.w3id.chokepoint.reason;

import java.util.List;
import org.w3id.chokepoint.reason.Rule.ListCondition;

/** What becomes of an instance once a guard is met: it may have a list to read. */
final class Specialising {
  private Specialising() {}

  /** The forms after {@code row}; {@code form} is that of {@code instance} with the row bound. */
  static List<Instance.Form> after(Instance.Form form, Instance instance, int row, Engine engine) {
    ListWalk walk = form.walk();
    if (walk == null) {
      ListCondition list = form.list();
      return list == null || !form.waiting().isEmpty()
          ? List.of(form)
          : begin(form, list.list(), ListWalk.start(list.list()), engine);
    }
    if (engine.store.p(row) == engine.words.first) {
      ListWalk longer = walk.with(engine.store.o(row));
      Atom rest = new Atom(engine.store.s(row), engine.words.rest, ~form.variables());
      return List.of(waiting(form, rest, longer));
    }
    int next = engine.store.o(row);
    if (next == engine.words.nil) {
      return ListWalk.compile(instance, engine.dictionary, engine.words.type);
    }
    ListWalk there = walk.to(next);
    return there == null ? List.of() : List.of(at(form, next, there, engine));
  }

  private static List<Instance.Form> begin(
      Instance.Form form, int cell, ListWalk walk, Engine engine) {
    return cell == engine.words.nil ? List.of() : List.of(at(form, cell, walk, engine));
  }

  private static Instance.Form at(Instance.Form form, int cell, ListWalk walk, Engine engine) {
    return waiting(form, new Atom(cell, engine.words.first, ~form.variables()), walk);
  }

  private static Instance.Form waiting(Instance.Form form, Atom next, ListWalk walk) {
    return new Instance.Form(
        List.of(next),
        form.body(),
        form.list(),
        walk,
        form.distinct(),
        form.head(),
        form.variables());
  }
}
