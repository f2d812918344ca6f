package org.w3id.chokepoint.serve;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.w3id.chokepoint.snapshot.Snapshot;

/**
 * What a snapshot is about.
 *
 * @param subjects how many different ones there are
 * @param names of those with a page of their own, such as {@code actor/huawei}, sorted; without
 *     claims, to which the others lead
 * @param entities those of them that a reader may call by name
 * @param dropped what is not there any more, as far back as changes are kept
 */
record Catalogue(long subjects, List<String> names, List<String> entities, Set<String> dropped) {
  private static final int SUGGESTIONS = 5;

  private static final Pattern NAME =
      Pattern.compile("(actor|tech|policy|place|event|article)/[A-Za-z0-9._~-]+");

  private static final Pattern ENTITY = Pattern.compile("(actor|tech|policy|place)/.*");

  static Catalogue of(Graph data, String base, Optional<Snapshot> snapshot) {
    Set<Node> subjects = data.stream().map(Triple::getSubject).collect(Collectors.toSet());
    List<String> names =
        subjects.stream()
            .flatMap(node -> name(node, base).stream())
            .filter(name -> NAME.matcher(name).matches())
            .sorted()
            .toList();
    return new Catalogue(
        subjects.size(),
        names,
        names.stream().filter(name -> ENTITY.matcher(name).matches()).toList(),
        snapshot.map(now -> dropped(now, base)).orElse(Set.of()));
  }

  private static Optional<String> name(Node node, String base) {
    String start = base + "id/";
    return node.isURI() && node.getURI().startsWith(start)
        ? Optional.of(node.getURI().substring(start.length()))
        : Optional.empty();
  }

  /** Subjects of what was deleted; whoever asks has seen that they are not there now. */
  private static Set<String> dropped(Snapshot now, String base) {
    String start = "<" + base + "id/";
    return ChangesDocument.history(now).stream()
        .flatMap(step -> step.change().deleted().stream())
        .filter(line -> line.startsWith(start))
        .map(line -> line.substring(start.length(), line.indexOf('>')))
        .collect(Collectors.toSet());
  }

  /** Why there is nothing under a name: it was dropped (410), or never was (404). */
  Problem missing(String name) {
    List<String> near = near(name);
    String hint = near.isEmpty() ? "" : " Near it are: " + String.join(", ", near) + ".";
    return dropped.contains(name)
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
        : entities.stream()
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
