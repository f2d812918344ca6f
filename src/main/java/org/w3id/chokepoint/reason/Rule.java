package org.w3id.chokepoint.reason;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule as it is written.
 *
 * @param name as in OWL 2 Profiles, tables 4 to 9
 * @param group the heading it stands under
 * @param schema the conditions it is specialised for
 * @param body the other conditions
 * @param list the condition on all members of a list, if there is one
 * @param distinct pairs of terms that must differ
 * @param head the conclusions; none means contradiction
 * @param variables how many variables it has
 */
record Rule(
    String name,
    String group,
    List<Atom> schema,
    List<Atom> body,
    @Nullable ListCondition list,
    List<Pair> distinct,
    List<Atom> head,
    int variables) {

  /** Two terms, numbered as in {@link Atom}. */
  record Pair(int left, int right) {
    Pair bind(int[] values) {
      return new Pair(Atom.bind(left, values), Atom.bind(right, values));
    }

    boolean same() {
      return left == right;
    }
  }

  /** What must hold of a list as a whole. */
  enum Form {
    EACH,
    CHAIN,
    KEYS
  }

  /**
   * A condition on all members of a list.
   *
   * @param list the first cell
   * @param s for EACH the subject, else the term on the left
   * @param p for EACH the predicate, else unused
   * @param o for EACH unused, else the term on the right
   */
  record ListCondition(Form form, int list, int s, int p, int o) {
    ListCondition bind(int[] values) {
      return new ListCondition(
          form,
          Atom.bind(list, values),
          Atom.bind(s, values),
          Atom.bind(p, values),
          Atom.bind(o, values));
    }
  }
}
