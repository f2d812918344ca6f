package org.w3id.chokepoint.mention;

import java.util.List;
import java.util.Optional;
import org.w3id.chokepoint.text.Sentence;
import org.w3id.chokepoint.text.Token;

/** Whether a mention may be what a word that points back means: by class, nation, office, name. */
record Agreement(
    Ontology ontology,
    ReferenceData reference,
    NameLexicon words,
    Posts posts,
    Callings callings,
    Salience salience,
    Things things,
    Genders genders) {

  /** What the word means if it means this mention; empty where it cannot. */
  Optional<Entity> of(Mention m, Sentence there, Sentence here, Token token, Wanted wanted) {
    Token head = there.tokens().get(m.head());
    return wanted.pronoun() && modifier(m, there, head, wanted)
        ? Optional.empty()
        : entity(m.entity(), wanted)
            .filter(e -> things.fits(e, m, there, here, token, wanted))
            .filter(e -> holds(e, here.index() - there.index(), wanted))
            .filter(e -> styled(e, token, wanted))
            .filter(e -> !wanted.pronoun() || genders.fits(e, wanted.noun()));
  }

  /** For whom a person who is said to speak or act says "the company", "the government". */
  Optional<Entity> body(Entity person, Wanted wanted) {
    return Optional.of(person).filter(p -> !posts.observer(p)).flatMap(posts::body).stream()
        .flatMap(body -> reference.within(body, "unitOf").stream())
        .filter(e -> wanted.kinds().stream().anyMatch(k -> ontology.isA(e.kind(), k)))
        .findFirst()
        .filter(e -> nation(e, wanted.nation()));
  }

  private boolean modifier(Mention m, Sentence there, Token head, Wanted wanted) {
    return m.form() == Mention.Form.DEMONYM
        || head.relation().equals("compound")
            && !salience.carries(there, head)
            && !(wanted.kinds().equals(Wanted.HARDWARE) && product(there, head))
        || head.relation().equals("npadvmod")
        || head.relation().equals("nmod");
  }

  /** "the Kirin processors" are Kirin. */
  private boolean product(Sentence s, Token name) {
    return s.head(name)
        .filter(n -> NameLexicon.kindOf(words.heads(), n.lemma()).isPresent())
        .isPresent();
  }

  private Optional<Entity> entity(Entity entity, Wanted wanted) {
    boolean government = ontology.isA(entity.kind(), "Government");
    if (wanted.kinds().contains("Country") && government && !wanted.pronoun()) {
      return reference.objects(entity, "governs").stream().findFirst();
    }
    if (wanted.kinds().contains("Government") && ontology.isA(entity.kind(), "Country")) {
      return reference.subjects("governs", entity).stream()
          .filter(g -> administered(wanted.noun(), entity))
          .findFirst();
    }
    boolean other =
        government
            && !reference.objects(entity, "governs").stream()
                .allMatch(c -> administered(wanted.noun(), c));
    boolean kind =
        !wanted.pronoun() && callings.called(entity, wanted.noun())
            || wanted.kinds().stream().anyMatch(k -> ontology.isA(entity.kind(), k))
                && !(words.institutions().contains(wanted.noun())
                    && ontology.isA(entity.kind(), "Company"))
            || statute(entity, wanted);
    return Optional.of(entity).filter(e -> kind && !other && nation(e, wanted.nation()));
  }

  /** Whether news calls the government of a country so. */
  private boolean administered(String noun, Entity country) {
    List<String> only = words.administered().get(noun);
    return only == null || only.contains(country.label());
  }

  /** "the president" is one whose office is that; far back, only one known to hold it. */
  private boolean holds(Entity e, int distance, Wanted wanted) {
    return wanted.pronoun()
        || !e.kind().equals("Person")
        || posts.holds(e, wanted.noun(), distance > Wanted.REACH_OF_DESCRIPTION);
  }

  /** "the President" in capitals is the one whom the text names and who is meant by that alone. */
  private boolean styled(Entity e, Token token, Wanted wanted) {
    String office = words.styled().get(wanted.noun());
    return office == null
        || !Character.isUpperCase(token.form().codePointAt(0))
        || !posts.anyone(office)
        || posts.called(e, office);
  }

  /** "the Chinese firm" is one whose seat is there; a firm of unknown seat may be it. */
  private boolean nation(Entity entity, Optional<Entity> nation) {
    return nation.isEmpty()
        || reference
            .nationOf(entity, ontology)
            .map(n -> n.equals(nation.get()))
            .orElse(!entity.known());
  }

  /** "the law" may be a subsidy that is called an Act. */
  private boolean statute(Entity entity, Wanted wanted) {
    String last = entity.label().substring(entity.label().lastIndexOf(' ') + 1);
    return wanted.kinds().contains("Legislation")
        && words.closingCues().getOrDefault("Legislation", List.of()).contains(last);
  }
}
