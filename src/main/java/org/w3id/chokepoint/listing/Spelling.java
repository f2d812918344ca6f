package org.w3id.chokepoint.listing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3id.chokepoint.mention.NameLexicon;

/** How names are written, and when two spellings are one name. */
final class Spelling {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}.'&/]+");
  private static final Pattern VOWEL = Pattern.compile("[AEIOUY]");

  private final Map<String, String> fixed = new HashMap<>();
  private final Set<String> small;
  private final Set<String> legal = new HashSet<>();
  private final Set<String> cues = new HashSet<>();
  private final Set<String> openingCues = new HashSet<>();

  Spelling(NameLexicon names, ListLexicon lists) {
    for (String kind : List.of("Company", "Organization", "GovernmentAgency")) {
      cues.addAll(names.closingCues().getOrDefault(kind, List.of()));
      openingCues.addAll(names.openingCues().getOrDefault(kind, List.of()));
    }
    small = Set.copyOf(lists.small());
    lists.shortWords().forEach(w -> fixed.put(w.toUpperCase(Locale.ROOT), w));
    List<String> forms = new ArrayList<>(names.legalSuffixes());
    forms.addAll(lists.legalForms());
    forms.forEach(w -> legal.add(plain(w)));
    forms.forEach(w -> fixed.put(w.toUpperCase(Locale.ROOT), w));
  }

  /**
   * A name that is printed in capitals as other names are written: "INSPUR GROUP CO., LTD." to
   * "Inspur Group Co., Ltd.". Words without a vowel or of up to three letters stay as they are.
   */
  String readable(String name) {
    String text = name.replaceAll("\\s+", " ").strip();
    if (!text.equals(text.toUpperCase(Locale.ROOT)) || !text.contains(" ")) {
      return text;
    }
    return WORD.matcher(text).replaceAll(m -> word(m.group(), m.start() == 0));
  }

  /** "ABU TEIR, Mohammed" to "Mohammed Abu Teir". */
  String person(String name) {
    int comma = name.indexOf(", ");
    if (comma < 0) {
      return readable(name);
    }
    String surname =
        WORD.matcher(name.substring(0, comma))
            .replaceAll(m -> m.group().charAt(0) + m.group().substring(1).toLowerCase(Locale.ROOT));
    return (name.substring(comma + 2) + " " + surname).replaceAll("\\s+", " ").strip();
  }

  /**
   * The name without what lists and newspapers do differently: case, dots, commas, quotes, dashes,
   * and the legal form at its end.
   */
  String key(String name) {
    List<String> words = new ArrayList<>(List.of(plain(name).split(" ")));
    while (words.size() > 1 && legal.contains(words.getLast())) {
      words.removeLast();
    }
    return String.join(" ", words);
  }

  /** Whether the name says by its first or last word that an organisation bears it. */
  boolean isOrganization(String name) {
    List<String> words = List.of(readable(name).split(" "));
    return hasLegalForm(name)
        || cues.contains(words.getLast())
        || openingCues.contains(words.getFirst());
  }

  /** Whether the name ends with the legal form of a company. */
  boolean hasLegalForm(String name) {
    String plain = plain(name);
    return !plain.equals(key(name));
  }

  private String word(String word, boolean first) {
    String known = fixed.get(word);
    if (known != null) {
      return known;
    }
    String lower = word.toLowerCase(Locale.ROOT);
    if (!first && small.contains(lower)) {
      return lower;
    }
    if (word.matches("\\d+(ST|ND|RD|TH)")) {
      return lower;
    }
    boolean abbreviation = word.length() <= 3 || !VOWEL.matcher(word).find();
    return abbreviation || !Character.isLetter(word.charAt(0))
        ? word
        : word.charAt(0) + lower.substring(1);
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT)
        .replaceAll("[.,\"'\u2018\u2019\u201C\u201D()]", "")
        .replaceAll("[\\s\\u00A0\\u2010-\\u2015-]+", " ")
        .strip();
  }
}
