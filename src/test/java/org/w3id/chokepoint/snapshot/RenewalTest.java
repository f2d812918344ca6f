package org.w3id.chokepoint.snapshot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A dump made of the one before has the bytes of one made from nothing, whatever its articles are
 * called and whichever lines go and come.
 */
class RenewalTest {
  private static final int ROUNDS = 150;

  /** Some are the beginning of others, so that their lines lie between those of these. */
  private static final List<String> ARTICLES = List.of("a", "a-b", "a-b-c", "b", "bb", "c", "d");

  @TempDir Path root;

  @Test
  void theOldDumpDoesNotShow() throws IOException {
    for (int seed = 0; seed < ROUNDS; seed++) {
      Random random = new Random(seed);
      Map<String, Set<Quad>> before = articles(random);
      Map<String, Set<Quad>> after = articles(random);
      Set<String> kept = new HashSet<>();
      List<Quad> gone = new ArrayList<>();
      List<Quad> come = new ArrayList<>();
      for (String name : Set.copyOf(after.keySet())) {
        if (before.containsKey(name) && random.nextInt(5) > 0) {
          kept.add(name);
          Set<Quad> old = before.getOrDefault(name, Set.of());
          Set<Quad> young = new HashSet<>(old);
          if (random.nextInt(3) == 0) {
            young.removeIf(q -> random.nextInt(6) == 0 && gone.add(q));
            quads(name, random, 2).stream().filter(young::add).forEach(come::add);
          }
          come.removeIf(q -> gone.contains(q) && gone.remove(q));
          after.put(name, young);
        }
      }
      Snapshots grown = Snapshots.at(root.resolve("grown" + seed));
      Snapshot old = grown.publish(content(before));
      Snapshot now =
          grown.publish(
              content(after),
              Stream::empty,
              Optional.of(new Kept(old, kept, gone, come, node -> false, Map.of())));
      Snapshot fresh = Snapshots.at(root.resolve("fresh" + seed)).publish(content(after));
      assertArrayEquals(bytes(fresh), bytes(now), "seed " + seed);
      assertEquals(fresh.manifest(), now.manifest(), "seed " + seed);
      assertEquals(lines(after), lines(now), "seed " + seed);
    }
  }

  @Test
  void eachArticleLiesInAMemberOfItsOwn() throws IOException {
    Map<String, Set<Quad>> all = new TreeMap<>();
    for (String article : List.of("b", "bb", "c")) {
      all.put(graph(article), quads(graph(article), new Random(1), 9));
    }
    Snapshot snapshot = Snapshots.at(root).publish(content(all));
    int closed = 0;
    try (FileChannel file = FileChannel.open(snapshot.folder().resolve(Snapshot.DATA))) {
      Optional<Member> member = Member.at(file, 0);
      while (member.isPresent() && member.get().isClosed()) {
        String text = new String(member.get().text(), StandardCharsets.UTF_8);
        assertEquals(member.get().lines(), text.lines().count());
        assertEquals(1, text.lines().map(l -> l.replaceAll(".* <", "")).distinct().count());
        member = Member.at(file, member.get().start() + member.get().length());
        closed++;
      }
    }
    assertTrue(closed >= 3, closed + " members");
  }

  private static String graph(String article) {
    return Terms.BASE + "id/graph/article-" + article;
  }

  private static Map<String, Set<Quad>> articles(Random random) {
    Map<String, Set<Quad>> out = new TreeMap<>();
    for (String article : ARTICLES) {
      if (random.nextInt(4) > 0) {
        out.put(graph(article), quads(graph(article), random, 1 + random.nextInt(12)));
      }
    }
    return out;
  }

  /** Of stretches, of the article, of claims; now and then of another article. */
  private static Set<Quad> quads(String graph, Random random, int most) {
    Set<Quad> out = new HashSet<>();
    String own = graph.substring(graph.indexOf("article-") + "article-".length());
    for (int i = 0; i < most; i++) {
      String article = random.nextInt(9) == 0 ? ARTICLES.get(random.nextInt(ARTICLES.size())) : own;
      String subject =
          switch (random.nextInt(5)) {
            case 0 -> "id/claim/" + random.nextInt(20);
            case 1 -> "id/article/" + article;
            default -> "id/article/" + article + "#char-" + random.nextInt(50);
          };
      out.add(
          Quad.create(
              iri(graph),
              iri(Terms.BASE + subject),
              iri(Terms.BASE + "p" + random.nextInt(3)),
              iri(Terms.BASE + "o" + random.nextInt(5))));
    }
    return out;
  }

  private static Node iri(String iri) {
    return NodeFactory.createURI(iri);
  }

  private static SnapshotContent content(Map<String, Set<Quad>> graphs) {
    DatasetGraph data = DatasetGraphFactory.create();
    graphs.values().forEach(quads -> quads.forEach(data::add));
    return Sample.content(data);
  }

  private static byte[] bytes(Snapshot snapshot) throws IOException {
    return Files.readAllBytes(snapshot.folder().resolve(Snapshot.DATA));
  }

  private static List<String> lines(Map<String, Set<Quad>> graphs) {
    Set<String> out = new TreeSet<>();
    graphs
        .values()
        .forEach(
            quads ->
                quads.forEach(
                    q ->
                        out.add(
                            "<%s> <%s> <%s> <%s> ."
                                .formatted(
                                    q.getSubject(),
                                    q.getPredicate(),
                                    q.getObject(),
                                    q.getGraph()))));
    return List.copyOf(out);
  }

  private static List<String> lines(Snapshot snapshot) throws IOException {
    try (GZIPInputStream in =
        new GZIPInputStream(Files.newInputStream(snapshot.folder().resolve(Snapshot.DATA)))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
