package org.w3id.chokepoint.text.parser;

import java.util.List;
import java.util.stream.Stream;

/**
 * Lists of names, as a trie whose nodes are known by the fingerprint of the way to them. A node's
 * number has a bit for each list in which it is a name, and the two highest for being there at all
 * and for ending a name.
 */
final class Gazetteers {
  static final long NODE = 1L << 62;
  static final long NAME = 1L << 61;
  static final long[] NOTHING = {};

  private final List<String> kinds;
  private final List<String> tags;
  private final long[] hashes;
  private final Table nodes;

  private Gazetteers(List<String> kinds, Table nodes) {
    this.kinds = kinds;
    this.nodes = nodes;
    this.tags =
        kinds.stream()
            .flatMap(kind -> Stream.of("B-", "I-", "L-", "U-").map(part -> part + kind))
            .sorted()
            .toList();
    this.hashes = tags.stream().mapToLong(tag -> Print.of(tag).hash()).toArray();
    if (tags.size() > Long.SIZE) {
      throw new IllegalArgumentException("too many gazetteers for one word: " + kinds);
    }
  }

  static Gazetteers read(FlatFile file) {
    return new Gazetteers(file.strings(), Table.read(file));
  }

  /** The way to the node that a word leads to from the one before; 0 is the way to the root. */
  static long way(long before, long hash) {
    return Print.key(before + hash, 1);
  }

  /** Marks the longest name from each word on. */
  void mark(Node[] words) {
    for (int begin = 1; begin < words.length; begin++) {
      long way = 0;
      long name = 0;
      int end = 0;
      for (int i = begin; i < words.length; i++) {
        way = way(way, words[i].hashes[Slot.WORD_FORM_SIMPLIFIED.ordinal()]);
        long found = nodes.get(way);
        if (found == 0) {
          break;
        }
        if ((found & NAME) != 0) {
          name = found;
          end = i;
        }
      }
      for (int kind = 0; kind < kinds.size(); kind++) {
        if ((name & 1L << kind) != 0) {
          mark(words, begin, end, kinds.get(kind));
        }
      }
    }
    for (Node word : words) {
      word.listed = word.gazetteers == 0 ? NOTHING : hashes(word.gazetteers);
    }
  }

  private void mark(Node[] words, int begin, int end, String kind) {
    for (int i = begin; i <= end; i++) {
      String part = begin == end ? "U-" : i == begin ? "B-" : i == end ? "L-" : "I-";
      words[i].gazetteers |= 1L << tags.indexOf(part + kind);
    }
  }

  /** The hashes of marks, in the order of their texts. */
  private long[] hashes(long marks) {
    long[] out = new long[Long.bitCount(marks)];
    int n = 0;
    for (long rest = marks; rest != 0; rest &= rest - 1) {
      out[n++] = hashes[Long.numberOfTrailingZeros(rest)];
    }
    return out;
  }
}
