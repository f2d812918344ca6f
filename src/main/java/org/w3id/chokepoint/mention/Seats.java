package org.w3id.chokepoint.mention;

import java.util.List;
import java.util.Optional;
import org.w3id.chokepoint.text.Sentence;
import org.w3id.chokepoint.text.Token;

/** What a noun that points back says of whom it means: where it sits, what it makes. */
record Seats(Ontology ontology, ReferenceData reference) {
  /** "the iPhone maker", "the ChatGPT developer": who is known to make it. */
  Optional<Entity> maker(Sentence s, Token noun, List<Mention> known) {
    return known.stream()
        .filter(m -> m.sentence() == s.index() && m.form() == Mention.Form.NAME)
        .filter(m -> s.tokens().get(m.head()).head() == noun.index() && m.head() < noun.index())
        .filter(m -> s.tokens().get(m.head()).relation().equals("compound"))
        .flatMap(m -> reference.subjects("develops", m.entity()).stream())
        .findFirst();
  }

  /** "the San Diego-based chipmaker": where the noun says that it is. */
  List<Entity> of(Sentence s, Token noun, List<Mention> known) {
    return known.stream()
        .filter(m -> m.sentence() == s.index() && ontology.isA(m.entity().kind(), "Place"))
        .filter(m -> based(s, s.tokens().get(m.head()), noun))
        .map(Mention::entity)
        .toList();
  }

  private static boolean based(Sentence s, Token place, Token noun) {
    return s.head(place)
        .flatMap(t -> t.is("IN") ? s.head(t) : Optional.of(t))
        .filter(t -> t.lemma().matches("base|headquarter") && s.dominates(noun, t))
        .isPresent();
  }

  /** Whether an actor may have its seat there: one known to sit elsewhere may not. */
  boolean seated(Entity entity, Entity seat) {
    List<Entity> told = reference.within(seat, "locatedIn");
    List<Entity> held = reference.objects(entity, "basedIn");
    return held.isEmpty()
        || told.size() < 2
        || held.stream()
            .anyMatch(p -> told.contains(p) || reference.within(p, "locatedIn").contains(seat));
  }
}
