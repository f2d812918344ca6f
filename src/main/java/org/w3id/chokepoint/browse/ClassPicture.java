package org.w3id.chokepoint.browse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The classes as a tree, one a line, and beside it the relations used most, each as an arc from the
 * class that it starts at to the one that it leads to; lengths in pixels.
 */
record ClassPicture(int width, int height, List<Row> rows, List<Arc> arcs) {
  /** Relations drawn. */
  private static final int MOST = 14;

  private static final int ROW = 22;
  private static final int INDENT = 18;
  private static final int TREE = 240;
  private static final int LANE = 22;
  private static final int WORDS = 190;

  /**
   * A class.
   *
   * @param from height of the class above it in the tree; that of its own line where there is none
   */
  record Row(Link type, int uses, int x, int y, int from) {}

  /** A relation between two classes, with its arrow at the end. */
  record Arc(Link relation, int uses, int from, int to, int x, int words) {
    /** SVG path data: out, along a lane, and back with an arrow. */
    public String path() {
      return "M%d %dH%dV%dH%dm6 -4l-6 4l6 4".formatted(TREE, from, x, to, TREE);
    }
  }

  static ClassPicture of(List<OntologyPage.Branch> tree, List<OntologyPage.Term> relations) {
    List<Row> rows = new ArrayList<>();
    tree.forEach(branch -> place(branch, 0, 0, rows));
    Map<String, Integer> heights = new HashMap<>();
    rows.forEach(row -> heights.putIfAbsent(row.type().iri(), row.y()));
    List<OntologyPage.Term> most =
        relations.stream()
            .filter(term -> end(term, "from", heights).isPresent())
            .filter(term -> end(term, "to", heights).isPresent())
            .sorted(Comparator.comparing(OntologyPage.Term::uses).reversed())
            .limit(MOST)
            .toList();
    List<Arc> arcs = new ArrayList<>();
    Set<Integer> taken = new HashSet<>();
    for (OntologyPage.Term term : most) {
      int from = end(term, "from", heights).orElse(0);
      int to = end(term, "to", heights).orElse(0);
      int words = (from + to) / 2 / ROW * ROW;
      while (!taken.add(words)) {
        words += ROW;
      }
      arcs.add(
          new Arc(
              new Link(term.link().label(), "#" + term.name(), term.link().iri()),
              term.uses(),
              from + 3 - arcs.size() % 3 * 3,
              to + 3 - arcs.size() % 3 * 3 + (from == to ? 6 : 0),
              TREE + (arcs.size() + 1) * LANE,
              words));
    }
    int height =
        Math.max(rows.size() * ROW, arcs.stream().mapToInt(Arc::words).max().orElse(0)) + ROW;
    return new ClassPicture(TREE + (MOST + 1) * LANE + WORDS, height, rows, arcs);
  }

  private static Optional<Integer> end(
      OntologyPage.Term term, String word, Map<String, Integer> heights) {
    return term.relations().stream()
        .filter(relation -> relation.word().equals(word))
        .flatMap(relation -> relation.terms().stream())
        .flatMap(type -> Optional.ofNullable(heights.get(type.iri())).stream())
        .findFirst();
  }

  private static void place(OntologyPage.Branch branch, int depth, int above, List<Row> rows) {
    int y = rows.size() * ROW + ROW;
    rows.add(new Row(branch.type(), branch.uses(), depth * INDENT + 6, y, depth == 0 ? y : above));
    branch.kinds().forEach(kind -> place(kind, depth + 1, y, rows));
  }
}
