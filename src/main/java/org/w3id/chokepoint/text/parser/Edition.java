package org.w3id.chokepoint.text.parser;

import edu.emory.mathcs.nlp.common.collection.tree.PrefixNode;
import edu.emory.mathcs.nlp.common.collection.tree.PrefixTree;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.CRC32;

/**
 * The flat file of NLP4J's models and lexica. It is made at first use, not with every build: what
 * it is made of never changes, and most commands do without it.
 */
final class Edition {
  private static final int FORMAT = 3;
  private static final String ROOT = "edu/emory/mathcs/nlp/";
  private static final String CLASSES =
      ROOT + "lexica/en-ambiguity-classes-simplified-lowercase.xz";
  private static final String CLUSTERS = ROOT + "lexica/en-brown-clusters-simplified-lowercase.xz";
  private static final String NAMES = ROOT + "lexica/en-named-entity-gazetteers-simplified.xz";
  private static final String TAGGER = ROOT + "models/en-pos.xz";
  private static final String RECOGNISER = ROOT + "models/en-ner.xz";
  private static final String PARSER = ROOT + "models/en-dep.xz";

  private Edition() {}

  /** The file in a folder, named by the check sums of what it is made of. */
  static synchronized Path in(Path folder) throws IOException {
    CRC32 sum = new CRC32();
    sum.update(FORMAT);
    for (String part : List.of(CLASSES, CLUSTERS, NAMES, TAGGER, RECOGNISER, PARSER)) {
      sum.update(
          Long.toHexString(checksum(part)).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    Path file = folder.resolve("parser-%08x.flat".formatted(sum.getValue()));
    if (!Files.exists(file)) {
      System.err.println("Preparing the parser, once on this machine (half a minute): " + file);
      make(folder, file);
    }
    return file;
  }

  /** Never half a file: it is moved to its name when all of it is there. */
  private static void make(Path folder, Path file) throws IOException {
    Files.createDirectories(folder);
    Path draft = folder.resolve(file.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
    try {
      try (FlatWriter out = new FlatWriter(draft)) {
        Shipped.model(TAGGER).write(out);
        Shipped.model(RECOGNISER).write(out);
        Shipped parser = Shipped.model(PARSER);
        parser.write(out);
        parser.writeCandidates(out);
        lexicon(out);
      }
      try {
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static void lexicon(FlatWriter out) throws IOException {
    Map<String, List<String>> classes = Shipped.read(CLASSES);
    Set<String> tags = new TreeSet<>();
    classes.values().forEach(tags::addAll);
    List<String> order = List.copyOf(tags);
    Lists lists = new Lists();
    Table.Builder ambiguity = new Table.Builder();
    classes.forEach(
        (form, of) ->
            ambiguity.putNew(key(form), lists.add(of.stream().map(order::indexOf).toList())));
    Map<String, Set<String>> words = Shipped.read(CLUSTERS);
    Table.Builder clusters = new Table.Builder();
    words.forEach(
        (form, of) ->
            clusters.putNew(
                key(form), lists.add(of.stream().map(text -> Print.of(text).hash()).toList())));
    out.strings(order);
    ambiguity.write(out);
    clusters.write(out);
    out.longs(lists.values, lists.size);
    gazetteers(out);
  }

  private static void gazetteers(FlatWriter out) throws IOException {
    PrefixTree<String, Set<String>> tree = Shipped.read(NAMES);
    Set<String> kinds = new TreeSet<>();
    kinds(tree.getRoot(), kinds);
    List<String> order = new ArrayList<>(kinds);
    Table.Builder nodes = new Table.Builder();
    nodes(tree.getRoot(), 0, order, nodes);
    out.strings(order);
    nodes.write(out);
  }

  private static void kinds(PrefixNode<String, Set<String>> node, Set<String> out) {
    if (node.hasValue()) {
      out.addAll(node.getValue());
    }
    node.values().forEach(child -> kinds(child, out));
  }

  private static void nodes(
      PrefixNode<String, Set<String>> node, long way, List<String> kinds, Table.Builder out) {
    node.forEach(
        (form, child) -> {
          long marks = Gazetteers.NODE;
          if (child.hasValue()) {
            marks |= Gazetteers.NAME;
            for (String kind : child.getValue()) {
              marks |= 1L << kinds.indexOf(kind);
            }
          }
          long to = Gazetteers.way(way, Print.of(form).hash());
          out.putNew(to, marks);
          nodes(child, to, kinds, out);
        });
  }

  private static long key(String form) {
    return Print.key(Print.of(form).hash(), 0);
  }

  /** Runs of numbers, each known by its start, shifted by eight, and its length. */
  private static final class Lists {
    private long[] values = new long[1 << 16];
    private int size;

    long add(Collection<? extends Number> run) {
      if (run.size() > 255) {
        throw new IllegalStateException("a list of " + run.size() + " does not fit");
      }
      long out = (long) size << 8 | run.size();
      for (Number value : run) {
        if (size == values.length) {
          values = java.util.Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value.longValue();
      }
      return out;
    }
  }

  /** The check sum that the jar has of a part, or that of its bytes outside of a jar. */
  private static long checksum(String part) throws IOException {
    URL url = Shipped.locate(part);
    if (url.openConnection() instanceof JarURLConnection jar) {
      return jar.getJarEntry().getCrc();
    }
    try (InputStream in = url.openStream()) {
      CRC32 sum = new CRC32();
      sum.update(in.readAllBytes());
      return sum.getValue();
    }
  }
}
