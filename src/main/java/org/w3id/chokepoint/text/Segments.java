package org.w3id.chokepoint.text;

import edu.emory.mathcs.nlp.component.tokenizer.Tokenizer;
import edu.emory.mathcs.nlp.component.tokenizer.token.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sentences as lists of words, with the splits undone that a stop inside of a name causes. */
final class Segments {
  private static final Pattern ABBREVIATION =
      Pattern.compile("(U\\.S|U\\.K|Inc|Corp|Co|Ltd|a\\.m|p\\.m)\\.");

  /** "fell 1.4%.The": the space between two sentences was lost. */
  private static final Pattern GLUED = Pattern.compile("(?<=%\\.)(?=[A-Z])");

  private static final Pattern FIGURE = Pattern.compile(".*\\p{L}.*\\d['’]s");

  private static final Pattern SUFFIX = Pattern.compile("(Inc|Corp|Co|Ltd)\\.");

  /** "TSMC.", "Blyth.": without a vowel the tokenizer takes a name for an abbreviation. */
  private static final Pattern ACRONYM =
      Pattern.compile(
          "((?!MRS|LTD)[B-DF-HJ-NP-TV-XZ]{3,}|(?!Hwy)[B-DF-HJ-NP-TV-Z][b-df-hj-np-tv-xz]*y[b-df-hj-np-tv-xz]+)\\.");

  private static final Pattern HYPHENATED =
      Pattern.compile("(?i)(start-up|tie-up|spin-off|spin-out|buy-out)s?");

  /** Words that go on no sentence when they have a capital. */
  private static final Set<String> OPENING =
      Set.of(
          "The", "This", "That", "These", "Those", "It", "He", "She", "They", "We", "But", "And",
          "In", "On", "At", "A", "An", "However", "While", "Its", "His", "Her", "Their");

  private Segments() {}

  static List<List<Token>> of(Tokenizer tokenizer, String text) {
    Matcher glued = GLUED.matcher(text);
    if (glued.find()) {
      List<List<Token>> out = new ArrayList<>(of(tokenizer, text.substring(0, glued.start())));
      for (List<Token> rest : of(tokenizer, text.substring(glued.start()))) {
        out.add(rest.stream().map(t -> shifted(t, glued.start())).toList());
      }
      return out;
    }
    List<List<Token>> out = new ArrayList<>();
    for (List<Token> sentence : tokenizer.segmentize(text)) {
      if (!out.isEmpty() && sentence.getFirst().getWordForm().matches("['’]s")) {
        stopped(out.getLast());
        out.getLast().addAll(sentence);
      } else if (!out.isEmpty() && goesOn(out.getLast().getLast(), sentence.getFirst())) {
        join(out.getLast(), sentence);
      } else {
        out.add(new ArrayList<>(sentence));
      }
    }
    return out.stream()
        .map(Segments::letting)
        .map(Segments::hyphenated)
        .map(Segments::owned)
        .flatMap(s -> closed(s).stream())
        .flatMap(s -> split(s).stream())
        .toList();
  }

  /** "start-up": the tokenizer makes three words of a noun. */
  private static List<Token> hyphenated(List<Token> sentence) {
    List<Token> out = new ArrayList<>();
    for (int i = 0; i < sentence.size(); i++) {
      Token first = sentence.get(i);
      Token last = sentence.get(Math.min(i + 2, sentence.size() - 1));
      boolean whole =
          last.getEndOffset() - first.getStartOffset()
              == first.getWordForm().length() + 1 + last.getWordForm().length();
      String noun = first.getWordForm() + "-" + last.getWordForm();
      if (whole && HYPHENATED.matcher(noun).matches() && i + 2 < sentence.size()) {
        out.add(new Token(noun, first.getStartOffset(), last.getEndOffset()));
        i += 2;
      } else {
        out.add(first);
      }
    }
    return out;
  }

  /** "lets X": the tokenizer takes the verb for "let's". */
  private static List<Token> letting(List<Token> sentence) {
    List<Token> out = new ArrayList<>();
    for (Token t : sentence) {
      boolean verb =
          !out.isEmpty()
              && t.getWordForm().equals("s")
              && out.getLast().getWordForm().equals("let")
              && out.getLast().getEndOffset() == t.getStartOffset();
      if (verb) {
        int begin = out.removeLast().getStartOffset();
        out.add(new Token("lets", begin, t.getEndOffset()));
      } else {
        out.add(t);
      }
    }
    return out;
  }

  /** "G42's": the tokenizer leaves the mark on a word that ends in a figure. */
  private static List<Token> owned(List<Token> sentence) {
    List<Token> out = new ArrayList<>();
    for (Token t : sentence) {
      String form = t.getWordForm();
      if (form.endsWith("s") && FIGURE.matcher(form).matches()) {
        int mark = t.getEndOffset() - 2;
        out.add(new Token(form.substring(0, form.length() - 2), t.getStartOffset(), mark));
        out.add(new Token(form.substring(form.length() - 2), mark, t.getEndOffset()));
      } else {
        out.add(t);
      }
    }
    return out;
  }

  /** "from TSMC. Intel": the stop ends the sentence, unless a small letter follows. */
  private static List<List<Token>> closed(List<Token> sentence) {
    List<List<Token>> out = new ArrayList<>(List.of(new ArrayList<>()));
    for (int i = 0; i < sentence.size(); i++) {
      Token t = sentence.get(i);
      String form = t.getWordForm();
      boolean last = i == sentence.size() - 1;
      boolean ends =
          last || Character.isUpperCase(sentence.get(i + 1).getWordForm().codePointAt(0));
      if (!ends || !ACRONYM.matcher(form).matches()) {
        out.getLast().add(t);
        continue;
      }
      int stop = t.getEndOffset() - 1;
      out.getLast().add(new Token(form.substring(0, form.length() - 1), t.getStartOffset(), stop));
      out.getLast().add(new Token(".", stop, t.getEndOffset()));
      if (!last) {
        out.add(new ArrayList<>());
      }
    }
    return out;
  }

  private static Token shifted(Token t, int by) {
    return new Token(t.getWordForm(), t.getStartOffset() + by, t.getEndOffset() + by);
  }

  /** "in the U.S. Those companies": an abbreviation that ended a sentence after all. */
  private static List<List<Token>> split(List<Token> sentence) {
    for (int i = 1; i + 2 < sentence.size(); i++) {
      boolean ends = ABBREVIATION.matcher(sentence.get(i).getWordForm()).matches();
      if (ends && OPENING.contains(sentence.get(i + 1).getWordForm()) || begins(sentence, i)) {
        List<List<Token>> out = new ArrayList<>();
        out.add(new ArrayList<>(sentence.subList(0, i + 1)));
        out.addAll(split(new ArrayList<>(sentence.subList(i + 1, sentence.size()))));
        return out;
      }
    }
    return List.of(sentence);
  }

  /** "Apple Inc. Samsung retains": a name that a small letter follows is no part of the firm's. */
  private static boolean begins(List<Token> sentence, int suffix) {
    String next = sentence.get(suffix + 1).getWordForm();
    String after = sentence.get(suffix + 2).getWordForm();
    return SUFFIX.matcher(sentence.get(suffix).getWordForm()).matches()
        && Character.isUpperCase(next.codePointAt(0))
        && Character.isLowerCase(next.codePointAt(next.length() - 1))
        && (Character.isLowerCase(after.codePointAt(0)) || after.equals("'s"));
  }

  /** "Amazon.|com", "Intel Corp.|said": what follows a stop in lower case is no new sentence. */
  private static boolean goesOn(Token last, Token first) {
    String form = first.getWordForm();
    boolean lower = form.equals(form.toLowerCase(java.util.Locale.ROOT));
    return last.getWordForm().endsWith(".") && Character.isLowerCase(form.codePointAt(0)) && lower;
  }

  /** "the U.S.|'s allies": the stop is the name's. */
  private static void stopped(List<Token> sentence) {
    if (sentence.size() > 1 && sentence.getLast().getWordForm().equals(".")) {
      Token stop = sentence.removeLast();
      Token name = sentence.removeLast();
      sentence.add(new Token(name.getWordForm() + ".", name.getStartOffset(), stop.getEndOffset()));
    }
  }

  /** Words that no space parts are one: "Amazon.com". */
  private static void join(List<Token> sentence, List<Token> rest) {
    List<Token> words = new ArrayList<>(rest);
    while (!sentence.isEmpty()
        && sentence.getLast().getEndOffset() == words.getFirst().getStartOffset()) {
      Token left = sentence.removeLast();
      Token right = words.removeFirst();
      words.addFirst(
          new Token(
              left.getWordForm() + right.getWordForm(),
              left.getStartOffset(),
              right.getEndOffset()));
    }
    sentence.addAll(words);
  }
}
