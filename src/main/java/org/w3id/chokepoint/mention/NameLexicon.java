package org.w3id.chokepoint.mention;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The words of {@code ontology/lexicon/names.yaml}; that file explains each. */
public record NameLexicon(
    List<String> legalSuffixes,
    Map<String, List<String>> nameCues,
    Map<String, List<String>> closingCues,
    List<String> firmTails,
    List<String> firmWords,
    List<String> modelShapes,
    List<String> editions,
    Map<String, List<String>> openingCues,
    Map<String, List<String>> tails,
    Map<String, List<String>> titleCues,
    Map<String, String> titles,
    List<String> rankWords,
    List<String> fields,
    List<String> pluralFields,
    List<String> generic,
    Map<String, String> standIns,
    List<String> notNames,
    List<String> notNameShapes,
    List<String> placePrepositions,
    List<String> productShapes,
    List<String> codeShapes,
    List<String> jointBodies,
    List<String> numbered,
    List<String> governing,
    Map<String, List<String>> administered,
    Map<String, List<String>> heads,
    Map<String, List<String>> evidence,
    List<String> wrappers,
    List<String> transparent,
    List<String> pointing,
    List<String> parts,
    List<String> officials,
    Map<String, List<String>> portfolios,
    List<String> naming,
    List<String> domestic,
    List<String> made,
    List<Descriptor> descriptors,
    Map<String, List<String>> antecedents,
    List<String> rulers,
    List<String> observers,
    List<String> anyFirm,
    List<String> institutions,
    Map<String, String> styled,
    List<String> thing,
    Map<String, List<String>> firstPerson,
    List<String> addresses,
    List<String> he,
    List<String> she,
    Idle idle,
    List<String> acting,
    List<String> actedOn,
    List<String> toward,
    List<String> working,
    List<String> belongings,
    List<String> deeds,
    List<String> charging,
    List<String> several,
    List<String> meanwhile,
    Map<String, Integer> counts,
    List<GroupNoun> groups,
    List<String> big,
    Map<String, String> same,
    List<PolicyNoun> policies,
    List<StrategyVerb> strategies) {

  /**
   * The words beside an "it" that stands for nothing.
   *
   * @param subject verbs that it is the subject of
   * @param object verbs that it is the object of
   * @param span what something takes
   * @param that adjectives before a clause with "that"
   * @param to adjectives and nouns before one with "to"
   */
  public record Idle(
      List<String> subject,
      List<String> object,
      List<String> span,
      List<String> that,
      List<String> to) {}

  /** A phrase of a relative clause that tells a product from others of its maker. */
  public record Descriptor(String verb, List<String> with, String word) {}

  /**
   * Nouns that head a group of actors; {@code big} is the noun once a size word stands before,
   * {@code singular} says that one noun means many ("industry").
   */
  public record GroupNoun(List<String> heads, String noun, String big, boolean singular) {
    public GroupNoun {
      big = big == null ? noun : big;
    }
  }

  /** Nouns that head a policy, and the label it has in the reference data after the nation. */
  public record PolicyNoun(
      List<String> heads, List<String> with, List<String> alone, String kind, String label) {
    public PolicyNoun {
      with = with == null ? List.of() : with;
      alone = alone == null ? List.of() : alone;
    }
  }

  /** Verbs and objects by which a government pursues a strategy for its own industry. */
  public record StrategyVerb(List<String> verbs, List<String> objects, String kind, String label) {}

  /** Reads the file; the exception names the line where it is broken. */
  public static NameLexicon load(Path file) throws IOException {
    return new ObjectMapper(new YAMLFactory()).readValue(file.toFile(), NameLexicon.class);
  }

  /** Whether one of the lists has the word. */
  static boolean has(Map<String, List<String>> words, String word) {
    for (List<String> list : words.values()) {
      if (list.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /** The first class under which a map of word lists has the word. */
  static java.util.Optional<String> kindOf(Map<String, List<String>> words, String word) {
    return words.entrySet().stream()
        .filter(e -> e.getValue().contains(word))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
