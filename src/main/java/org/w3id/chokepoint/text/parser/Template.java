package org.w3id.chokepoint.text.parser;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The features of a model. A feature is written {@code i-1:lemma i0_lmd:part_of_speech_tag}: from
 * where in the sentence, which relative of it, which slot, joined; or {@code set i0:word_clusters}
 * for one that has several texts.
 */
final class Template {
  /** Which relative of a node is meant; the names are NLP4J's. */
  private enum Relative {
    SELF,
    H,
    H2,
    LMD,
    LMD2,
    RMD,
    RMD2,
    LNS,
    LNS2
  }

  /** Features with several texts. */
  private enum Kind {
    AMBIGUITY_CLASSES,
    WORD_CLUSTERS,
    ORTHOGRAPHIC,
    POSITIONAL,
    NAMED_ENTITY_GAZETTEERS
  }

  /** A node: a source, a distance from it, and a relative. */
  private record Place(char source, int window, Relative relative) {}

  /** A slot of the node at a place. */
  private record Atom(int place, int slot) {}

  /** Several texts of the node at a place. */
  private record Several(int place, Kind kind) {}

  private final List<Place> places = new ArrayList<>();
  private final List<Atom> atoms = new ArrayList<>();
  private final List<Several> sets = new ArrayList<>();
  private final List<int[]> features = new ArrayList<>();

  /** Takes each feature's text apart; the index in the list is the feature's namespace. */
  static Template of(List<String> texts) {
    Template out = new Template();
    for (String text : texts) {
      if (text.startsWith("set ")) {
        String[] parts = text.substring(4).split(":", 2);
        out.sets.add(new Several(out.place(parts[0]), Kind.valueOf(capital(parts[1]))));
      } else {
        String[] items = text.split(" ", -1);
        out.features.add(java.util.stream.Stream.of(items).mapToInt(out::atom).toArray());
      }
    }
    return out;
  }

  private int atom(String text) {
    String[] parts = text.split(":", 2);
    Atom atom = new Atom(place(parts[0]), Slot.of(parts[1]).ordinal());
    return index(atoms, atom);
  }

  private int place(String text) {
    String[] parts = text.split("_", 2);
    int window = Integer.parseInt(parts[0].substring(1));
    Relative relative = parts.length > 1 ? Relative.valueOf(capital(parts[1])) : Relative.SELF;
    return index(places, new Place(text.charAt(0), window, relative));
  }

  private static <T> int index(List<T> list, T item) {
    if (!list.contains(item)) {
      list.add(item);
    }
    return list.indexOf(item);
  }

  private static String capital(String text) {
    return text.toUpperCase(Locale.ROOT);
  }

  /** Finds the features of a moment. For one thread. */
  final class Finder {
    private final @Nullable Node[] at = new Node[places.size()];
    private final Place[] where = places.toArray(new Place[0]);
    private final Atom[] what = atoms.toArray(new Atom[0]);
    private final int[][] joined = features.toArray(new int[0][]);
    private final long[] hashes = new long[what.length];
    private final long[] powers = new long[what.length];
    private long[] keys = new long[256];
    private int size;

    /** The keys of every feature that holds, sets first, in order; {@link #size} says how many. */
    long[] find(Stage stage, Lexicon lexicon) {
      for (int i = 0; i < at.length; i++) {
        at[i] = relative(stage, where[i]);
      }
      for (int i = 0; i < what.length; i++) {
        Node node = at[what[i].place];
        powers[i] = node == null ? 0 : node.powers[what[i].slot];
        hashes[i] = node == null ? 0 : node.hashes[what[i].slot];
      }
      size = 0;
      int space = 0;
      for (; space < sets.size(); space++) {
        Several set = sets.get(space);
        Node node = at[set.place];
        if (node != null) {
          addAll(texts(stage, lexicon, node, set.kind), space);
        }
      }
      for (int i = 0; i < joined.length; i++, space++) {
        join(joined[i], space);
      }
      return keys;
    }

    int size() {
      return size;
    }

    private void addAll(long[] texts, int space) {
      if (size + texts.length + joined.length > keys.length) {
        keys = Arrays.copyOf(keys, 2 * keys.length + texts.length);
      }
      for (long text : texts) {
        keys[size++] = Print.key(text, space);
      }
    }

    private void join(int[] parts, int space) {
      long hash = hashes[parts[0]];
      if (powers[parts[0]] == 0) {
        return;
      }
      for (int i = 1; i < parts.length; i++) {
        if (powers[parts[i]] == 0) {
          return;
        }
        hash = Print.join(hash, hashes[parts[i]], powers[parts[i]]);
      }
      keys[size++] = Print.key(hash, space);
    }
  }

  private static @Nullable Node relative(Stage stage, Place place) {
    Node node = stage.node(place.source, place.window);
    if (node == null) {
      return null;
    }
    return switch (place.relative) {
      case SELF -> node;
      case H -> node.head;
      case H2 -> node.head == null ? null : node.head.head;
      case LMD -> node.left(0);
      case LMD2 -> node.left(1);
      case RMD -> node.right(0);
      case RMD2 -> node.right(1);
      case LNS -> node.leftSibling(0);
      case LNS2 -> node.leftSibling(1);
    };
  }

  private static long[] texts(Stage stage, Lexicon lexicon, Node node, Kind kind) {
    return switch (kind) {
      case AMBIGUITY_CLASSES -> node.word.ambiguity();
      case WORD_CLUSTERS -> node.word.clusters();
      case ORTHOGRAPHIC -> stage.first(node) ? node.word.opening() : node.word.inside();
      case POSITIONAL -> lexicon.position(stage.first(node), stage.last(node));
      case NAMED_ENTITY_GAZETTEERS -> node.listed;
    };
  }
}
