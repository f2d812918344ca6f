package org.w3id.chokepoint.text.parser;

import java.util.Arrays;
import java.util.List;

/** A linear classifier over features of a sentence. */
record Model(List<String> labels, Template template, Weights weights) {
  static Model read(FlatFile file) {
    List<String> labels = file.strings();
    return new Model(labels, Template.of(file.strings()), Weights.read(file, labels.size()));
  }

  /** A scorer for one thread. */
  Scorer scorer(Lexicon lexicon) {
    return new Scorer(this, lexicon);
  }

  /** Scores the labels, in an array that each call uses again; its end means nothing. */
  static final class Scorer {
    private final Model model;
    private final Lexicon lexicon;
    private final Template.Finder finder;
    private final Weights.Memory memory;
    private final float[] scores;

    private Scorer(Model model, Lexicon lexicon) {
      this.model = model;
      this.lexicon = lexicon;
      this.finder = model.template.new Finder();
      this.memory = model.weights.new Memory();
      this.scores = new float[Weights.stride(model.labels.size())];
    }

    float[] score(Stage stage) {
      Arrays.fill(scores, 0);
      long[] keys = finder.find(stage, lexicon);
      int rows = memory.find(keys, finder.size());
      model.weights.add(memory.rows(), rows, scores);
      return scores;
    }

    /** The first label of those with the highest score. */
    int best(Stage stage) {
      return best(score(stage));
    }

    /** The same for scores that were found before. */
    int best(float[] found) {
      int best = 0;
      for (int i = 1; i < model.labels.size(); i++) {
        best = found[best] < found[i] ? i : best;
      }
      return best;
    }
  }
}
