package org.w3id.chokepoint.text.parser;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** NLP4J's dependency parser: a stack, the words passed over, and the next word. */
final class Arcs extends Stage {
  private static final int REACH = 5;

  /**
   * Which labels may be taken in which situation, in NLP4J's order, which decides between equals.
   *
   * @param texts the labels: arc, list, relation, joined by underscores
   */
  record Labels(
      Label[] texts, int[] atRoot, int[] noArc, int[] stay, int[] keep, int[] left, int[] right) {
    static Labels read(List<String> texts, FlatFile file) {
      return new Labels(
          texts.stream().map(Label::of).toArray(Label[]::new),
          ints(file),
          ints(file),
          ints(file),
          ints(file),
          ints(file),
          ints(file));
    }

    private static int[] ints(FlatFile file) {
      return Arrays.stream(file.array()).mapToInt(i -> (int) i).toArray();
    }
  }

  /** What to do: draw an arc to the left (L), to the right (R) or none (N), then move. */
  record Label(char arc, char move, String relation, Print print) {
    static Label of(String text) {
      String relation = text.substring(text.lastIndexOf('_') + 1);
      return new Label(text.charAt(0), text.charAt(2), relation, Print.of(relation));
    }
  }

  private final Labels labels;
  private final Model.Scorer scorer;
  private final int[] stack;
  private final int[] passed;
  private int depth;
  private int aside;
  private int input;

  private Arcs(Node[] nodes, Labels labels, Model.Scorer scorer) {
    super(nodes);
    this.labels = labels;
    this.scorer = scorer;
    this.stack = new int[nodes.length];
    this.passed = new int[nodes.length];
    shift();
  }

  /** Gives every word its head. */
  static void draw(Node[] nodes, Labels labels, Model.Scorer scorer) {
    Arcs arcs = new Arcs(nodes, labels, scorer);
    while (arcs.input < nodes.length) {
      arcs.step();
    }
    for (int i = 1; i < nodes.length; i++) {
      if (nodes[i].head == null) {
        arcs.adopt(nodes[i]);
      }
    }
  }

  @Override
  @Nullable Node node(char source, int window) {
    if (source == 'k') {
      return -window < depth ? nodes[stack[depth - 1 + window]] : null;
    }
    int i = window + (source == 'i' ? stack[depth - 1] : input);
    return i >= 0 && i < nodes.length ? nodes[i] : null;
  }

  private void step() {
    Node left = nodes[stack[depth - 1]];
    Node right = nodes[input];
    int[] allowed = allowed(left, right);
    float[] scores = scorer.score(this);
    Label label = labels.texts[allowed == null ? scorer.best(scores) : best(scores, allowed)];
    if (label.arc == 'L') {
      left.hang(right, label.relation, label.print);
    } else if (label.arc == 'R') {
      right.hang(left, label.relation, label.print);
    }
    boolean reduce = label.move == 'R' && label.arc != 'R';
    boolean shift = label.move == 'S' && label.arc != 'L';
    if (shift) {
      shift();
    } else if (reduce) {
      depth--;
    } else {
      passed[aside++] = stack[--depth];
    }
  }

  private int @Nullable [] allowed(Node left, Node right) {
    if (left.id == 0) {
      return labels.atRoot;
    }
    if (left.under(right)) {
      return labels.noArc;
    }
    if (right.under(left)) {
      return left.head != null ? labels.noArc : labels.stay;
    }
    return left.head == null ? labels.keep : null;
  }

  private void shift() {
    while (aside > 0) {
      stack[depth++] = passed[--aside];
    }
    stack[depth++] = input++;
  }

  /** A word that the parser left without a head goes to the likeliest one nearby. */
  private void adopt(Node node) {
    Candidate best = new Candidate(-1, -1, -Float.MAX_VALUE);
    best = search(node, -1, labels.right, best);
    best = search(node, 1, labels.left, best);
    if (best.head < 0) {
      node.hang(nodes[0], "root", Print.of("root"));
    } else {
      Label label = labels.texts[best.label];
      node.hang(nodes[best.head], label.relation, label.print);
    }
  }

  private record Candidate(int head, int label, float score) {}

  private Candidate search(Node node, int step, int[] allowed, Candidate before) {
    Candidate best = before;
    int head = node.id + step;
    for (int i = 0; i < REACH && head >= 0 && head < nodes.length; i++, head += step) {
      if (!nodes[head].under(node)) {
        aside = 0;
        depth = 1;
        stack[0] = Math.min(head, node.id);
        input = Math.max(head, node.id);
        float[] scores = scorer.score(this);
        int label = best(scores, allowed);
        if (best.score < scores[label]) {
          best = new Candidate(head, label, scores[label]);
        }
      }
    }
    return best;
  }

  private static int best(float[] scores, int[] allowed) {
    int best = allowed[0];
    for (int i : allowed) {
      best = scores[best] < scores[i] ? i : best;
    }
    return best;
  }
}
