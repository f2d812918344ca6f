package org.w3id.chokepoint.text.parser;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.w3id.chokepoint.text.parser.Word.Lemma;

/** Tags, names and parses sentences. Safe for use by several threads. */
public final class Parser {
  private final Model tagger;
  private final List<Print> tags;
  private final Model recogniser;
  private final List<Print> names;
  private final Model parser;
  private final Arcs.Labels labels;
  private final Lexicon lexicon;

  private final Queue<Desk> desks = new ConcurrentLinkedQueue<>();

  /**
   * What one thread needs at a time; lent, as there may be more threads than ever parse at once.
   */
  private static final class Desk {
    private final Model.Scorer tagger;
    private final Model.Scorer recogniser;
    private final Model.Scorer parser;

    Desk(Parser owner) {
      tagger = owner.tagger.scorer(owner.lexicon);
      recogniser = owner.recogniser.scorer(owner.lexicon);
      parser = owner.parser.scorer(owner.lexicon);
    }
  }

  private Parser(FlatFile file) {
    tagger = Model.read(file);
    recogniser = Model.read(file);
    parser = Model.read(file);
    labels = Arcs.Labels.read(parser.labels(), file);
    lexicon = Lexicon.read(file, tagger.labels().size());
    tags = tagger.labels().stream().map(Print::of).toList();
    names = recogniser.labels().stream().map(Print::of).toList();
  }

  /**
   * Maps the models into memory; the first time on a machine this makes their file, half a minute.
   *
   * @param folder where the file is or is to be
   * @throws IOException where the file cannot be made or read
   */
  public static Parser open(Path folder) throws IOException {
    return new Parser(new FlatFile(Edition.in(folder)));
  }

  /**
   * Reads one sentence.
   *
   * @param forms its words as they stand in the text, at least one
   * @param entities whether names are asked for; the tree does not depend on it
   * @return its words and, when asked, its tree
   */
  public Tagged tag(List<String> forms, boolean entities) {
    Node[] nodes = new Node[forms.size() + 1];
    nodes[0] = root();
    for (int i = 1; i < nodes.length; i++) {
      nodes[i] = new Node(i, lexicon.word(forms.get(i - 1)));
    }
    at(
        desk -> {
          tag(nodes, desk.tagger);
          if (entities) {
            name(nodes, desk.recogniser);
          }
        });
    return new Tagged(nodes, n -> at(desk -> Arcs.draw(n, labels, desk.parser)));
  }

  private void at(Consumer<Desk> work) {
    Desk free = desks.poll();
    Desk desk = free == null ? new Desk(this) : free;
    try {
      work.accept(desk);
    } finally {
      desks.add(desk);
    }
  }

  private Node root() {
    Node root = new Node(0, Word.NONE);
    root.put(Slot.LEMMA, Node.ROOT);
    root.put(Slot.PART_OF_SPEECH_TAG, Node.ROOT);
    return root;
  }

  private void tag(Node[] nodes, Model.Scorer scorer) {
    for (Window window = new Window(nodes); !window.atEnd(); ) {
      int tag = scorer.best(window);
      Node node = window.next();
      node.tag = tagger.labels().get(tag);
      node.put(Slot.PART_OF_SPEECH_TAG, tags.get(tag));
      Lemma lemma = lexicon.lemma(node.word, tag, node.tag);
      node.lemma = lemma.text();
      node.put(Slot.LEMMA, lemma.print());
    }
  }

  private void name(Node[] nodes, Model.Scorer scorer) {
    lexicon.mark(nodes);
    for (Window window = new Window(nodes); !window.atEnd(); ) {
      int name = scorer.best(window);
      Node node = window.next();
      node.name = recogniser.labels().get(name);
      node.put(Slot.NAMED_ENTITY_TAG, names.get(name));
    }
    Names.mend(nodes);
  }
}
