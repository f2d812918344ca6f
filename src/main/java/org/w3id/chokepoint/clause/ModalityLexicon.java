package org.w3id.chokepoint.clause;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3id.chokepoint.text.Sentence;
import org.w3id.chokepoint.text.Token;

/** The words of {@code ontology/lexicon/modality.yaml}; that file explains each. */
public record ModalityLexicon(
    Map<String, String> modals,
    Map<String, String> perfect,
    Map<String, String> adverbs,
    List<String> negations,
    List<String> approximating,
    List<String> eager,
    List<String> noLonger,
    List<String> bygone,
    List<String> upTo,
    List<String> lasting,
    Map<String, String> adjectives,
    Map<String, List<String>> verbs,
    List<String> factive,
    List<String> continuing,
    List<String> inForce,
    List<String> objectControl,
    List<String> commissioning,
    Map<String, String> nouns,
    Map<String, String> adjectival,
    Map<String, String> that,
    Map<String, String> prepositions,
    List<String> accusing,
    List<String> viewing,
    List<String> alleging,
    List<String> doubting,
    List<String> wanting,
    List<String> clearing,
    List<String> deals,
    List<String> delaying,
    List<String> light,
    List<String> undoing,
    List<String> lifting,
    List<String> measures,
    List<String> reliance,
    List<String> standing,
    List<String> granted,
    List<String> periods,
    List<String> before,
    List<String> gathering,
    List<String> ceremonial,
    List<String> amounts,
    List<String> carriers,
    List<String> tenures,
    List<String> namings,
    List<String> appointing,
    List<String> quantifiers,
    List<String> partitives,
    List<String> partOf,
    List<String> departing,
    List<String> serving,
    List<String> succeeding,
    List<String> factNouns,
    List<String> tellings,
    List<String> producing,
    List<String> remote,
    List<String> causal,
    Map<String, String> eventNouns,
    Map<String, List<String>> speech,
    List<String> unnamed,
    List<String> voices,
    List<String> spokespersons,
    List<String> sources,
    List<String> viewpoints,
    Map<String, String> subordinators,
    List<String> temporal,
    Map<String, String> openers,
    List<String> refusing,
    List<String> undone,
    List<String> ceasing,
    List<String> cessations,
    List<String> imagining,
    List<String> enduring,
    List<String> leaving,
    List<String> happening) {

  /** Reads the file; the exception names the line where it is broken. */
  public static ModalityLexicon load(Path file) throws IOException {
    return new ObjectMapper(new YAMLFactory()).readValue(file.toFile(), ModalityLexicon.class);
  }

  /** Whether the subject of a verb performs the event that its object names. */
  boolean bringsAbout(String verb) {
    return light.contains(verb) || wanting.contains(verb);
  }

  /** Whether a verb with its particle is listed. */
  boolean knows(String verb) {
    return factive.contains(verb)
        || first(verbs, verb).isPresent()
        || first(speech, verb).isPresent()
        || undoing.contains(verb)
        || undone.contains(verb)
        || delaying.contains(verb)
        || happening.contains(verb);
  }

  /** A verb, with its particle where the two are listed together. */
  String withParticle(Sentence s, Token verb) {
    return s.children(verb, "prt", "advmod").stream()
        .map(t -> verb.lemma() + " " + t.lemma())
        .filter(this::knows)
        .findFirst()
        .orElse(verb.lemma());
  }

  /** What a verb makes of its infinitive or gerund. */
  Optional<String> effect(String verb) {
    return factive.contains(verb) ? Optional.empty() : first(verbs, verb);
  }

  /** Whether the infinitive behind a noun is somebody's act: "a chance to sell". */
  boolean infinitiveNoun(String noun) {
    return nouns.containsKey(noun);
  }

  /** Whether a word stands for an amount of money or of things: "billion", "yen". */
  boolean amount(Token token) {
    return token.is("CD") || token.is("$") || amounts.contains(token.lemma());
  }

  /** "stepped down as chief", "served as chief": the office is not held any more. */
  boolean formerly(Token verb) {
    return departing.contains(verb.lemma())
        || serving.contains(verb.lemma()) && verb.tag().equals("VBD");
  }

  /** "was previously head": what a copula says held before. */
  boolean past(Sentence s, Token copula) {
    return s.children(copula, "advmod", "prep").stream()
        .anyMatch(
            t ->
                "Negated".equals(adjectives.get(t.lemma()))
                    || t.index() < copula.index() && before.contains(t.lemma()));
  }

  /** The class of event that a noun points back to: "this announcement". */
  public Optional<String> eventNoun(String noun) {
    return Optional.ofNullable(eventNouns.get(noun));
  }

  /** What a verb of speech makes of what is said. */
  Optional<String> speech(String verb) {
    return first(speech, verb);
  }

  private static Optional<String> first(Map<String, List<String>> lists, String word) {
    return lists.entrySet().stream()
        .filter(e -> e.getValue().contains(word))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
