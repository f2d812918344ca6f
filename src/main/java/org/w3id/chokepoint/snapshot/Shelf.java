package org.w3id.chokepoint.snapshot;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.w3id.chokepoint.graph.Terms;

/**
 * The articles of a snapshot, each as it is alone and without {@link Mentions}, to be taken down
 * one by one, and what all of them together say of things and hold to be facts. It lies beside the
 * dump, of which it can be made anew, and is only believed where it names the same hashes and is
 * whole.
 */
public final class Shelf {
  private static final String FILE = "articles.bin";
  private static final int FORMAT = 1;

  private final Map<String, Item> items = new HashMap<>();
  private final Map<Node, Map<Triple, Integer>> things = new HashMap<>();
  private final Set<Triple> changed = new HashSet<>();
  private final Set<Triple> facts = new HashSet<>();

  /**
   * An article.
   *
   * @param ties what ties it to others, for the caller to read
   * @param packed its lines, deflated
   */
  private record Item(long[] ties, ByteBuffer packed) {}

  /** The shelf beside a snapshot; empty where there is none, or none of this snapshot. */
  public static Optional<Shelf> of(Snapshot snapshot) {
    return IndexFile.kept(snapshot.folder().resolve(FILE), snapshot.madeOf(FORMAT), Shelf::read);
  }

  /** From now on it counts as read. */
  public Shelf asRead() {
    changed.clear();
    return this;
  }

  private static Shelf read(IndexFile.In in) {
    TermTable terms = TermTable.read(in);
    Shelf shelf = new Shelf();
    int[] things = in.ints();
    int[] counts = in.ints();
    for (int i = 0; i < counts.length; i++) {
      Triple t = triple(terms, things, i);
      shelf.things.computeIfAbsent(t.getSubject(), s -> new HashMap<>()).put(t, counts[i]);
    }
    int[] facts = in.ints();
    for (int i = 0; i < facts.length / 3; i++) {
      shelf.facts.add(triple(terms, facts, i));
    }
    int[] names = in.ints();
    int[] sizes = in.ints();
    long[] ties = in.longs();
    ByteBuffer packed = in.buffer();
    int tie = 0;
    int at = 0;
    for (int i = 0; i < names.length; i++) {
      Item item =
          new Item(
              Arrays.copyOfRange(ties, tie, tie + sizes[2 * i]),
              packed.slice(at, sizes[2 * i + 1]));
      shelf.items.put(terms.node(names[i]).getURI(), item);
      tie += sizes[2 * i];
      at += sizes[2 * i + 1];
    }
    return shelf;
  }

  private static Triple triple(TermTable terms, int[] numbers, int i) {
    return Triple.create(
        terms.node(numbers[3 * i]), terms.node(numbers[3 * i + 1]), terms.node(numbers[3 * i + 2]));
  }

  /**
   * Leaves it beside a snapshot, for the next conversion; false where the folder cannot be written.
   */
  public boolean keep(Snapshot snapshot) {
    TermTable terms = new TermTable();
    List<Triple> all = ordered(things.values().stream().flatMap(own -> own.keySet().stream()));
    int[] counts =
        all.stream()
            .mapToInt(t -> things.getOrDefault(t.getSubject(), Map.of()).getOrDefault(t, 0))
            .toArray();
    int[] said = numbers(terms, all);
    int[] held = numbers(terms, ordered(facts.stream()));
    int[] names = new int[items.size()];
    int[] sizes = new int[2 * names.length];
    byte[][] packed = new byte[names.length][];
    List<long[]> ties = new ArrayList<>();
    int i = 0;
    for (Map.Entry<String, Item> one : new TreeMap<>(items).entrySet()) {
      names[i] = terms.add(Terms.iri(one.getKey()));
      ties.add(one.getValue().ties());
      packed[i] = bytes(one.getValue().packed());
      sizes[2 * i] = one.getValue().ties().length;
      sizes[2 * i + 1] = packed[i].length;
      i++;
    }
    return IndexFile.keep(
        snapshot.folder().resolve(FILE),
        out -> {
          out.ints(snapshot.madeOf(FORMAT));
          terms.write(out);
          out.ints(said);
          out.ints(counts);
          out.ints(held);
          out.ints(names);
          out.ints(sizes);
          out.longs(ties.stream().flatMapToLong(Arrays::stream).toArray());
          out.bytes(packed, Arrays.stream(packed).mapToInt(p -> p.length).sum());
        });
  }

  /** In the order of their texts, so that the same articles make the same file. */
  private static List<Triple> ordered(Stream<Triple> triples) {
    return triples
        .map(t -> Map.entry(t.toString(), t))
        .sorted(Map.Entry.comparingByKey())
        .map(Map.Entry::getValue)
        .toList();
  }

  private static int[] numbers(TermTable terms, Collection<Triple> triples) {
    int[] out = new int[3 * triples.size()];
    int i = 0;
    for (Triple t : triples) {
      out[i++] = terms.add(t.getSubject());
      out[i++] = terms.add(t.getPredicate());
      out[i++] = terms.add(t.getObject());
    }
    return out;
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] out = new byte[buffer.remaining()];
    buffer.get(buffer.position(), out);
    return out;
  }

  /** Puts an article on the shelf, under the name of its graph. */
  public void put(String name, Graph alone, long[] ties) {
    Graph article = CompactGraph.of(Mentions.leftOut(alone));
    items.put(name, new Item(ties, ByteBuffer.wrap(packed(article))));
    described(article).forEach(t -> count(t, 1));
  }

  /** Takes one away. */
  public void remove(String name) {
    described(graph(name)).forEach(t -> count(t, -1));
    items.remove(name);
  }

  /** What an article says of things. */
  private static List<Triple> described(Graph article) {
    return article
        .find()
        .filterDrop(t -> Records.contain(t.getSubject()))
        .filterDrop(t -> Records.isEvent(t.getSubject()))
        .toList();
  }

  private void count(Triple triple, int more) {
    Map<Triple, Integer> own = things.computeIfAbsent(triple.getSubject(), s -> new HashMap<>());
    int before = own.getOrDefault(triple, 0);
    int now = before + more;
    if (now == 0) {
      own.remove(triple);
    } else {
      own.put(triple, now);
    }
    if ((before == 0 || now == 0) && !changed.remove(triple)) {
      changed.add(triple);
    }
  }

  /** The names of the graphs of all articles. */
  public Set<String> names() {
    return Set.copyOf(items.keySet());
  }

  /** What ties an article to others. */
  public long[] ties(String name) {
    return item(name).ties();
  }

  /** An article, as it is alone. */
  public Graph graph(String name) {
    byte[] bytes = bytes(item(name).packed());
    try (InflaterInputStream lines = new InflaterInputStream(new ByteArrayInputStream(bytes))) {
      return NQuads.read(lines);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name + " back (" + e.getMessage() + ")", e);
    }
  }

  private Item item(String name) {
    Item item = items.get(name);
    if (item == null) {
      throw new IllegalArgumentException(name + " is not here");
    }
    return item;
  }

  private static byte[] packed(Graph article) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    try (DeflaterOutputStream to = new DeflaterOutputStream(out, deflater, 1 << 13)) {
      NQuads.write(article, to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      deflater.end();
    }
    return out.toByteArray();
  }

  /** What all articles say of things. */
  public Graph things() {
    return CompactGraph.grouped(
        things.values().stream().flatMap(own -> own.keySet().stream()).toList());
  }

  /** Of which things other is said than when the shelf was read. */
  public Set<Node> changed() {
    Set<Node> out = new HashSet<>();
    changed.forEach(t -> out.add(t.getSubject()));
    return out;
  }

  /** The facts; to be changed by the caller. */
  public Set<Triple> facts() {
    return facts;
  }
}
