package org.w3id.chokepoint.text.parser;

import edu.emory.mathcs.nlp.common.util.StringUtils;
import edu.emory.mathcs.nlp.component.morph.english.EnglishMorphAnalyzer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.w3id.chokepoint.text.parser.Word.Lemma;

/** What is known of words before any sentence: tags, clusters, gazetteers, dictionary forms. */
final class Lexicon {
  private static final long[] NOTHING = {};
  private static final long[] FIRST = {Print.of("0").hash()};
  private static final long[] LAST = {Print.of("1").hash()};
  private static final int KEPT = 50_000;

  private final List<Print> classes;
  private final Table ambiguity;
  private final Table clusters;
  private final long[] lists;
  private final Gazetteers gazetteers;
  private final EnglishMorphAnalyzer morphology = new EnglishMorphAnalyzer();
  private final Map<String, Word> words = new ConcurrentHashMap<>();
  private final int tags;

  private Lexicon(
      List<Print> classes,
      Table ambiguity,
      Table clusters,
      long[] lists,
      Gazetteers gazetteers,
      int tags) {
    this.tags = tags;
    this.classes = classes;
    this.ambiguity = ambiguity;
    this.clusters = clusters;
    this.lists = lists;
    this.gazetteers = gazetteers;
  }

  /** For a tagger with so many tags. */
  static Lexicon read(FlatFile file, int tags) {
    List<Print> classes = file.strings().stream().map(Print::of).toList();
    return new Lexicon(
        classes, Table.read(file), Table.read(file), file.array(), Gazetteers.read(file), tags);
  }

  /** The word of a form as it stands in the text. */
  Word word(String form) {
    if (words.size() > KEPT) {
      words.clear();
    }
    return words.computeIfAbsent(form, this::make);
  }

  /** The dictionary form of a word with a tag, whose index is given too. */
  Lemma lemma(Word word, int index, String tag) {
    Lemma known = word.lemmas()[index];
    if (known == null) {
      String text = morphology.lemmatize(word.simplified(), tag);
      known = new Lemma(text, Print.of(text));
      word.lemmas()[index] = known;
    }
    return known;
  }

  long[] position(boolean first, boolean last) {
    return first ? FIRST : last ? LAST : NOTHING;
  }

  private Word make(String form) {
    String simplified = StringUtils.toSimplifiedForm(form);
    String lower = StringUtils.toLowerCase(simplified);
    Print[] prints = new Print[Slot.COUNT];
    Arrays.fill(prints, Print.NONE);
    Print print = Print.of(lower);
    long[] tags = list(ambiguity, print);
    prints[Slot.WORD_FORM_SIMPLIFIED.ordinal()] = Print.of(simplified);
    prints[Slot.WORD_FORM_SIMPLIFIED_LOWERCASE.ordinal()] = print;
    prints[Slot.WORD_SHAPE.ordinal()] = Print.of(StringUtils.getShape(simplified, 2));
    prints[Slot.AMBIGUITY_CLASSES.ordinal()] =
        Arrays.stream(tags)
            .mapToObj(i -> classes.get((int) i))
            .reduce(Print::join)
            .orElse(Print.NONE);
    affixes(lower, prints);
    return new Word(
        simplified,
        prints,
        Arrays.stream(tags).map(i -> classes.get((int) i).hash()).toArray(),
        list(clusters, print),
        Orthography.of(simplified, true),
        Orthography.of(simplified, false),
        new Lemma[this.tags]);
  }

  /** Prefixes and suffixes that are shorter than the word. */
  private static void affixes(String lower, Print[] prints) {
    for (Slot slot : List.of(Slot.PREFIX_2, Slot.PREFIX_3)) {
      int n = slot.ordinal() - Slot.PREFIX_2.ordinal() + 2;
      prints[slot.ordinal()] = n < lower.length() ? Print.of(lower, 0, n) : Print.NONE;
    }
    for (Slot slot : List.of(Slot.SUFFIX_1, Slot.SUFFIX_2, Slot.SUFFIX_3, Slot.SUFFIX_4)) {
      int from = lower.length() - (slot.ordinal() - Slot.SUFFIX_1.ordinal() + 1);
      prints[slot.ordinal()] = from > 0 ? Print.of(lower, from, lower.length()) : Print.NONE;
    }
  }

  private long[] list(Table table, Print print) {
    long found = table.get(Print.key(print.hash(), 0));
    int begin = (int) (found >>> 8);
    return found == 0 ? NOTHING : Arrays.copyOfRange(lists, begin, begin + (int) (found & 255));
  }

  /** Names the words of a sentence by the lists that they stand in. */
  void mark(Node[] nodes) {
    gazetteers.mark(nodes);
  }
}
