package org.w3id.chokepoint.text.parser;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The features of a model. A feature is written {@code i-1:lemma i0_lmd:part_of_speech_tag}: from
 * where in the sentence, which relative of it, which slot, joined; or {@code set i0:word_clusters}
 * for one that has several texts.
 */
final class Template {
  /** A node: a source, a distance from it, and a relative or "". */
  private record Place(char source, int window, String relative) {}

  /** A slot of the node at a place. */
  private record Atom(int place, int slot) {}

  /** Several texts of the node at a place. */
  private record Several(int place, String kind) {}

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
        out.sets.add(new Several(out.place(parts[0]), parts[1]));
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
    return index(places, new Place(text.charAt(0), window, parts.length > 1 ? parts[1] : ""));
  }

  private static <T> int index(List<T> list, T item) {
    if (!list.contains(item)) {
      list.add(item);
    }
    return list.indexOf(item);
  }

  /** The features of one moment, found by a thread of its own. */
  final class Finder {
    private final @Nullable Node[] at = new Node[places.size()];
    private final long[] hashes = new long[atoms.size()];
    private final long[] powers = new long[atoms.size()];

    /** Adds the weights of every feature that holds, sets first, in order. */
    void score(Stage stage, Lexicon lexicon, Weights weights, float[] scores) {
      for (int i = 0; i < at.length; i++) {
        at[i] = find(stage, places.get(i));
      }
      for (int i = 0; i < hashes.length; i++) {
        Atom atom = atoms.get(i);
        Node node = at[atom.place];
        powers[i] = node == null ? 0 : node.powers[atom.slot];
        hashes[i] = node == null ? 0 : node.hashes[atom.slot];
      }
      int space = 0;
      for (; space < sets.size(); space++) {
        Several set = sets.get(space);
        Node node = at[set.place];
        if (node != null) {
          for (long hash : texts(stage, lexicon, node, set.kind)) {
            weights.add(hash, space, scores);
          }
        }
      }
      for (int i = 0; i < features.size(); i++, space++) {
        join(features.get(i), space, weights, scores);
      }
    }

    private void join(int[] parts, int space, Weights weights, float[] scores) {
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
      weights.add(hash, space, scores);
    }
  }

  private static @Nullable Node find(Stage stage, Place place) {
    Node node = stage.node(place.source, place.window);
    if (node == null) {
      return null;
    }
    return switch (place.relative) {
      case "" -> node;
      case "h" -> node.head;
      case "h2" -> node.head == null ? null : node.head.head;
      case "lmd" -> node.left(0);
      case "lmd2" -> node.left(1);
      case "rmd" -> node.right(0);
      case "rmd2" -> node.right(1);
      case "lns" -> node.leftSibling(0);
      case "lns2" -> node.leftSibling(1);
      default -> throw new IllegalArgumentException("unknown relative " + place.relative);
    };
  }

  private static long[] texts(Stage stage, Lexicon lexicon, Node node, String kind) {
    return switch (kind) {
      case "ambiguity_classes" -> node.word.ambiguity();
      case "word_clusters" -> node.word.clusters();
      case "orthographic" -> stage.first(node) ? node.word.opening() : node.word.inside();
      case "positional" -> lexicon.position(stage.first(node), stage.last(node));
      case "named_entity_gazetteers" -> lexicon.listed(node.gazetteers);
      default -> throw new IllegalArgumentException("unknown kind of features " + kind);
    };
  }
}
