package org.w3id.chokepoint.serve;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.w3id.chokepoint.snapshot.Snapshot;
import org.w3id.chokepoint.snapshot.Snapshots;

/**
 * The names of a snapshot's things, such as {@code actor/huawei}, for those who ask for one that is
 * not there.
 *
 * @param names what is there
 * @param before what was there in the snapshot before this one
 */
record Catalogue(Set<String> names, Set<String> before) {
  private static final int SUGGESTIONS = 5;

  static Catalogue of(Stream<Node> subjects, String base, Optional<Snapshot> snapshot) {
    Optional<Snapshot> previous =
        snapshot
            .flatMap(found -> Optional.ofNullable(found.folder().toAbsolutePath().getParent()))
            .flatMap(root -> Snapshots.at(root).previous())
            .filter(found -> !found.name().equals(snapshot.get().name()));
    Set<String> before =
        previous
            .map(found -> names(found.readAsserted().stream().map(quad -> quad.getSubject()), base))
            .orElse(Set.of());
    return new Catalogue(names(subjects, base), before);
  }

  private static Set<String> names(Stream<Node> subjects, String base) {
    String start = base + "id/";
    return subjects
        .filter(node -> node.isURI() && node.getURI().startsWith(start))
        .map(node -> node.getURI().substring(start.length()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Why there is nothing under a name: it was dropped (410), or never was (404). */
  Problem missing(String name) {
    List<String> near = near(name);
    String hint = near.isEmpty() ? "" : " Near it are: " + String.join(", ", near) + ".";
    return before.contains(name)
        ? new Problem(410, "The data no longer has " + name + "." + hint, Optional.empty(), near)
        : new Problem(404, "Nothing is known about " + name + "." + hint, Optional.empty(), near);
  }

  /** Names that differ in a few letters, or of which it is a part. */
  private List<String> near(String name) {
    String slug = slug(name);
    int most = Math.max(1, slug.length() / 4);
    record Near(String name, int distance) {}
    return slug.length() < 2 || slug.length() > 80
        ? List.of()
        : names.stream()
            .filter(there -> there.matches("(actor|tech|policy|place)/.*"))
            .map(there -> new Near(there, distance(slug, slug(there), most)))
            .filter(there -> there.distance() <= most)
            .sorted(Comparator.comparing(Near::distance).thenComparing(Near::name))
            .limit(SUGGESTIONS)
            .map(Near::name)
            .toList();
  }

  private static String slug(String name) {
    return name.substring(name.indexOf('/') + 1);
  }

  /** Changes of one letter that make one of the other; more than {@code most} where it is more. */
  private static int distance(String one, String other, int most) {
    if (other.contains(one) || one.contains(other) && other.length() > 3) {
      return Math.min(most, 1);
    } else if (Math.abs(one.length() - other.length()) > most) {
      return most + 1;
    }
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int same = one.charAt(i - 1) == other.charAt(j - 1) ? diagonal : diagonal + 1;
        diagonal = row[j];
        row[j] = Math.min(same, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }
}
