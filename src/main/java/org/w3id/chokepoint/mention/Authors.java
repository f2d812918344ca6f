package org.w3id.chokepoint.mention;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.w3id.chokepoint.text.Sentence;
import org.w3id.chokepoint.text.Token;

/** Whose words a text is, by its title, else by who published it. */
public record Authors(
    Ontology ontology, ReferenceData reference, NameFinder names, NameLexicon words) {
  private static final List<String> BODIES = List.of("Government", "GovernmentAgency");

  private static final Set<String> BY = Set.of("by", "from", "of");

  /** What may stand in an office: "Director of the Budget Office X". */
  private static final Set<String> INSIDE = Set.of("of", "for", "to");

  /**
   * "Remarks by President X", "Statement from Y on Z": the person before what it is about; else the
   * government body that published the text; a firm may pass on the words of others.
   *
   * @param title the sentences of the title
   * @param outlet who published it: "The White House"
   */
  public Optional<Entity> of(List<Sentence> title, Optional<String> outlet) {
    return title.stream().findFirst().flatMap(this::author).or(() -> outlet.flatMap(this::body));
  }

  private Optional<Entity> body(String outlet) {
    return reference.named(outlet.replaceFirst("(?i)^the ", "")).stream()
        .filter(n -> !n.shortForm())
        .map(ReferenceData.Name::entity)
        .filter(e -> BODIES.stream().anyMatch(k -> ontology.isA(e.kind(), k)))
        .findFirst();
  }

  private Optional<Entity> author(Sentence title) {
    List<Token> tokens = title.tokens();
    boolean address =
        tokens.size() > 2
            && words.addresses().contains(tokens.get(0).form().toLowerCase(Locale.ROOT))
            && BY.contains(tokens.get(1).form());
    return address
        ? names.find(List.of(title)).stream()
            .filter(m -> m.entity().kind().equals("Person"))
            .findFirst()
            .filter(m -> tokens.stream().allMatch(t -> t.end() > m.begin() || office(t)))
            .map(Mention::entity)
        : Optional.empty();
  }

  private static boolean office(Token t) {
    return t.index() < 2 || !t.tag().matches("IN|TO") || INSIDE.contains(t.form());
  }
}
