package org.w3id.chokepoint.mention;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Gives identities to names and descriptions that the reference data does not know. */
public final class Minting {
  private static final String BASE = "https://w3id.org/chokepoint/id/";

  /** Two to four capitalised words without digits, as persons are called. */
  private static final Pattern PERSON =
      Pattern.compile("\\p{Lu}[\\p{L}.'\u2019-]*( \\p{Lu}[\\p{L}.'\u2019-]*){1,3}");

  private static final Pattern WORD = Pattern.compile("(\\p{L})(\\p{L}*)");

  private final Ontology ontology;
  private final ReferenceData reference;
  private final NameLexicon words;

  /** Mints beside what the reference data knows. */
  public Minting(Ontology ontology, ReferenceData reference, NameLexicon words) {
    this.ontology = ontology;
    this.reference = reference;
    this.words = words;
  }

  /** The same name and kind always give the same IRI, whatever was minted before. */
  public Entity mint(String name, String kind) {
    String full = ontology.isA(kind, "Organization") ? withoutLegalSuffix(name) : name;
    String label = readable(full, kind.equals("Person") ? 3 : 6);
    String iri = BASE + root(kind) + "/" + Slug.of(label) + unlike(label);
    Optional<Entity> known = reference.entity(iri);
    if (known.isEmpty()) {
      return new Entity(iri + apart(label, kind), kind, label, false);
    }
    return ontology.disjoint(known.get().kind(), kind)
        ? new Entity(iri + "-" + Slug.hash(kind + "|" + label, 4), kind, label, false)
        : known.get();
  }

  /** A letter of another script may look like a Latin one and is written like it in an IRI. */
  private static String unlike(String label) {
    return label.codePoints().allMatch(Minting::latin) ? "" : "-" + Slug.hash(label, 6);
  }

  private static boolean latin(int c) {
    return !Character.isLetter(c) || Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN;
  }

  /**
   * Persons and organisations share a namespace, and two articles may take one name for either:
   * what looks unlike its class carries the class in its identity.
   */
  private String apart(String label, String kind) {
    boolean person = PERSON.matcher(label).matches() && cue(label).isEmpty();
    if (kind.equals("Person")) {
      return person ? "" : "-person";
    }
    return ontology.isA(kind, "Organization") && person ? "-org" : "";
  }

  private Optional<String> cue(String label) {
    return Arrays.stream(label.split("\\s+"))
        .flatMap(w -> NameLexicon.kindOf(words.nameCues(), w).stream())
        .findFirst();
  }

  /** "Rosen Chips Co., Ltd." without its last two words. */
  public String withoutLegalSuffix(String name) {
    List<String> parts = new ArrayList<>(List.of(name.split("\\s+")));
    while (parts.size() > 1
        && words.legalSuffixes().contains(parts.getLast().replaceAll(",$", ""))) {
      parts.removeLast();
    }
    return String.join(" ", parts).replaceAll("(,| &| and)$", "");
  }

  /**
   * A heading's "ROSEN CHIPS" is told like the text's "Rosen Chips", a speaker's "MS. ROSEN-LEE"
   * like "Rosen-Lee"; acronyms stay, without their stops.
   *
   * @param letters how many a shouted word has at least
   */
  private static String readable(String name, int letters) {
    boolean shouted =
        name.equals(name.toUpperCase(Locale.ROOT))
            && Arrays.stream(name.split("\\s+")).anyMatch(w -> w.matches("\\D{" + letters + ",}"));
    String told =
        shouted
            ? WORD.matcher(name).replaceAll(w -> w.group(1) + w.group(2).toLowerCase(Locale.ROOT))
            : name;
    return told.matches("(\\p{Lu}\\.){2,}") ? told.replace(".", "") : told;
  }

  private String root(String kind) {
    if (ontology.isA(kind, "Actor")) {
      return "actor";
    }
    if (ontology.isA(kind, "Technology")) {
      return "tech";
    }
    return ontology.isA(kind, "Policy") ? "policy" : "place";
  }
}
