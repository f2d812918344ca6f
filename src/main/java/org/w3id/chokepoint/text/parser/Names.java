package org.w3id.chokepoint.text.parser;

/** Makes the recogniser's labels (BILOU prefix and type) consistent, as NLP4J does. */
final class Names {
  private Names() {}

  /** Mends what two neighbours say against each other, then drops what begins or ends nowhere. */
  static void mend(Node[] nodes) {
    for (int i = 2; i < nodes.length; i++) {
      mend(nodes[i - 1], nodes[i]);
    }
    String[] labels = new String[nodes.length];
    int begin = -1;
    for (int i = 1; i < nodes.length; i++) {
      labels[i] = nodes[i].name;
      nodes[i].name = "O";
    }
    for (int i = 1; i < nodes.length; i++) {
      switch (labels[i].charAt(0)) {
        case 'U' -> {
          nodes[i].name = labels[i];
          begin = -1;
        }
        case 'B' -> begin = i;
        case 'L' -> {
          if (begin > 0) {
            name(nodes, begin, i, labels[i].substring(2));
          }
          begin = -1;
        }
        case 'O' -> begin = -1;
        default -> {}
      }
    }
  }

  private static void name(Node[] nodes, int begin, int end, String type) {
    nodes[begin].name = "B-" + type;
    nodes[end].name = "L-" + type;
    for (int i = begin + 1; i < end; i++) {
      nodes[i].name = "I-" + type;
    }
  }

  private static void mend(Node left, Node right) {
    String both = "" + left.name.charAt(0) + right.name.charAt(0);
    switch (both) {
      case "IU" -> right.name = "I" + right.name.substring(1);
      case "LI", "UI" -> left.name = "I" + left.name.substring(1);
      case "OI" -> left.name = right.name;
      case "UL" -> left.name = "B" + left.name.substring(1);
      default -> {}
    }
  }
}
