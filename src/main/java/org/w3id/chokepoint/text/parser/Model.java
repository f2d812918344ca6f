package org.w3id.chokepoint.text.parser;

import java.util.Arrays;
import java.util.List;

/** A linear classifier over features of a sentence. */
record Model(List<String> labels, Template template, Weights weights) {
  static Model read(FlatFile file) {
    return new Model(file.strings(), Template.of(file.strings()), Weights.read(file));
  }

  /** A scorer for one thread. */
  Scorer scorer(Lexicon lexicon) {
    return new Scorer(this, lexicon);
  }

  /** The scores of all labels, in an array that the next call uses again. */
  static final class Scorer {
    private final Model model;
    private final Lexicon lexicon;
    private final Template.Finder finder;
    private final float[] scores;

    private Scorer(Model model, Lexicon lexicon) {
      this.model = model;
      this.lexicon = lexicon;
      this.finder = model.template.new Finder();
      this.scores = new float[model.labels.size()];
    }

    float[] score(Stage stage) {
      Arrays.fill(scores, 0);
      finder.score(stage, lexicon, model.weights, scores);
      return scores;
    }

    /** The first label of those with the highest score. */
    int best(Stage stage) {
      float[] found = score(stage);
      int best = 0;
      for (int i = 1; i < found.length; i++) {
        best = found[best] < found[i] ? i : best;
      }
      return best;
    }
  }
}
