package org.w3id.chokepoint.article;

import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/**
 * Which language a text is in. Words that every English text is full of settle most; only where
 * they are missing the language model of Apache OpenNLP is asked, and loaded.
 */
final class Languages {
  private static final Pattern WORD = Pattern.compile("[\\p{L}']+");
  private static final Set<String> ENGLISH =
      Set.of(
          "the", "of", "and", "to", "a", "in", "is", "that", "for", "it", "its", "with", "as",
          "was", "on", "by", "has", "have", "from", "are", "be", "at", "an", "this", "said", "will",
          "not", "but", "which", "they", "their", "he", "his", "we", "our", "you", "or", "been",
          "more");

  private static final int SAMPLE_WORDS = 400;
  private static final int SAMPLE_CHARACTERS = 2000;

  /** English prose has some 0.4 of such words, lists of names few, other languages below 0.1. */
  private static final double ENGLISH_SHARE = 0.16;

  /** Below this no statistics of letters tell languages apart, names least of all. */
  private static final int FEWEST_LETTERS = 120;

  private static final double SURE = 0.5;

  private Languages() {}

  private static final class Model {
    static final LanguageDetectorModel MODEL = load();
  }

  /**
   * The English name of the language of a text that is not English; empty where it is or may be.
   */
  static Optional<String> foreign(String text) {
    long letters = text.codePoints().limit(SAMPLE_CHARACTERS).filter(Character::isLetter).count();
    long latin = text.codePoints().limit(SAMPLE_CHARACTERS).filter(Languages::latin).count();
    boolean otherScript = letters > 0 && latin * 2 < letters;
    if (!otherScript && (letters < FEWEST_LETTERS || english(text))) {
      return Optional.empty();
    }
    int[] sample = text.codePoints().limit(SAMPLE_CHARACTERS).toArray();
    Language[] all =
        new LanguageDetectorME(Model.MODEL).predictLanguages(new String(sample, 0, sample.length));
    boolean maybe =
        all[0].getLang().equals("eng")
            || Arrays.stream(all)
                .limit(3)
                .anyMatch(l -> l.getLang().equals("eng") && all[0].getConfidence() < SURE);
    if (maybe && !otherScript) {
      return Optional.empty();
    }
    return Optional.of(name(all[0].getLang()));
  }

  private static boolean english(String text) {
    int words = 0;
    int known = 0;
    for (Matcher m = WORD.matcher(text); words < SAMPLE_WORDS && m.find(); words++) {
      known += ENGLISH.contains(m.group().toLowerCase(Locale.ROOT)) ? 1 : 0;
    }
    return known >= ENGLISH_SHARE * words;
  }

  private static boolean latin(int c) {
    return Character.isLetter(c) && Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN;
  }

  private static String name(String code) {
    return code.equals("cmn") ? "Chinese" : new ULocale(code).getDisplayLanguage(ULocale.ENGLISH);
  }

  private static LanguageDetectorModel load() {
    try (InputStream in = Languages.class.getResourceAsStream("/langdetect-183.bin")) {
      if (in == null) {
        throw new IllegalStateException("the language model is missing on the class path");
      }
      return new LanguageDetectorModel(in);
    } catch (IOException e) {
      throw new UncheckedIOException("the language model cannot be read (" + e + ")", e);
    }
  }
}
