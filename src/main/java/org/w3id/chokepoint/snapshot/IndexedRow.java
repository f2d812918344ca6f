package org.w3id.chokepoint.snapshot;

import java.util.Arrays;
import java.util.Iterator;
import java.util.function.BiConsumer;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBase;
import org.jspecify.annotations.Nullable;

/** Values of variables as numbers of terms, which are made when somebody asks for them. */
final class IndexedRow extends BindingBase {
  private final TermTable terms;
  private final Var[] variables;
  private final int[] values;

  /**
   * A row on top of another.
   *
   * @param variables that the other does not have
   * @param values their numbers in {@code terms}, in the same order
   */
  IndexedRow(Binding parent, TermTable terms, Var[] variables, int[] values) {
    super(parent);
    this.terms = terms;
    this.variables = variables;
    this.values = values;
  }

  /** The number of a variable's value, {@link TripleTable#ANY} without one. */
  static int number(@Nullable Binding row, Var variable, TermTable terms) {
    Binding at = row;
    while (at instanceof IndexedRow own && own.terms == terms) {
      int place = own.place(variable);
      if (place >= 0) {
        return own.values[place];
      }
      at = own.parent;
    }
    Node value = at == null ? null : at.get(variable);
    int number = value == null ? TripleTable.ANY : terms.find(value);
    return value != null && number < 0 ? IndexedGraph.UNKNOWN : number;
  }

  private int place(Var variable) {
    for (int i = 0; i < variables.length; i++) {
      if (variables[i].equals(variable)) {
        return i;
      }
    }
    return -1;
  }

  @Override
  protected Iterator<Var> vars1() {
    return Arrays.asList(variables).iterator();
  }

  @Override
  protected void forEach1(BiConsumer<Var, Node> action) {
    for (int i = 0; i < variables.length; i++) {
      action.accept(variables[i], terms.node(values[i]));
    }
  }

  @Override
  protected int size1() {
    return variables.length;
  }

  @Override
  protected boolean isEmpty1() {
    return variables.length == 0;
  }

  @Override
  protected boolean contains1(Var variable) {
    return place(variable) >= 0;
  }

  @Override
  protected @Nullable Node get1(Var variable) {
    int place = place(variable);
    return place < 0 ? null : terms.node(values[place]);
  }

  @Override
  protected Binding detachWithNewParent(Binding parent) {
    return new IndexedRow(parent, terms, variables, values);
  }
}
