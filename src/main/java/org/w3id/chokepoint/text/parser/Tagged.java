package org.w3id.chokepoint.text.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A sentence with its words tagged, whose tree is drawn when it is asked for. */
public final class Tagged {
  private final Node[] nodes;
  private final Consumer<Node[]> tree;

  Tagged(Node[] nodes, Consumer<Node[]> tree) {
    this.nodes = nodes;
    this.tree = tree;
  }

  /** The part of speech of a word, Penn Treebank set. */
  public String tag(int word) {
    return nodes[word + 1].tag;
  }

  /** The dictionary form of a word. */
  public String lemma(int word) {
    return nodes[word + 1].lemma;
  }

  /** The name type of a word with BILOU prefix, "O" outside of names. */
  public String entity(int word) {
    return nodes[word + 1].name;
  }

  /** Draws the tree; to be asked once, as it takes as long as all else and more. */
  public List<Parse> parses() {
    tree.accept(nodes);
    List<Parse> out = new ArrayList<>(nodes.length - 1);
    for (int i = 1; i < nodes.length; i++) {
      Node n = nodes[i];
      int head = n.head == null ? -1 : n.head.id - 1;
      out.add(new Parse(n.lemma, n.tag, n.name, head, n.relation));
    }
    return out;
  }
}
