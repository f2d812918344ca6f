package org.w3id.chokepoint.mention;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.w3id.chokepoint.text.NounPhrase;
import org.w3id.chokepoint.text.Sentence;
import org.w3id.chokepoint.text.Token;

/**
 * Identities of what is described rather than named: "its AI models", "domestic chips", "chips that
 * Nvidia designed to comply with export rules", "the country's technology giants", "U.S. export
 * restrictions". A nation, an owner and the head noun make the label; the reference data is asked
 * first.
 */
final class Descriptions {
  private static final Set<String> IDENTIFYING = Set.of("Chip", "AIModel");

  private final Ontology ontology;
  private final ReferenceData reference;
  private final NameLexicon words;
  private final Minting minting;
  private final BiFunction<Sentence, Token, List<Participant>> participants;

  /** {@code participants} resolves the owner of a description. */
  Descriptions(
      Ontology ontology,
      ReferenceData reference,
      NameLexicon words,
      BiFunction<Sentence, Token, List<Participant>> participants) {
    this.ontology = ontology;
    this.reference = reference;
    this.words = words;
    this.minting = new Minting(ontology, reference, words);
    this.participants = participants;
  }

  /** The policy that a noun phrase with a nation describes. */
  Optional<Entity> policy(NounPhrase phrase, Optional<Entity> context) {
    Optional<Entity> nation = nation(phrase).or(() -> context);
    for (NameLexicon.PolicyNoun noun : words.policies()) {
      boolean head = noun.heads().contains(phrase.head().lemma());
      List<String> field = new ArrayList<>(lemmas(phrase.modifiers()));
      phrase.after("for").forEach(t -> field.add(t.lemma()));
      phrase.after("of").forEach(t -> field.add(t.lemma()));
      boolean fits = noun.with().isEmpty() || noun.with().stream().anyMatch(field::contains);
      if (head
          && nation.isPresent()
          && (fits
              || noun.alone().contains(phrase.head().lemma())
                  && bare(phrase)
                  && !elsewhere(phrase, noun))) {
        return Optional.of(labelled(adjective(nation.get()) + " " + noun.label(), noun.kind()));
      }
    }
    return Optional.empty();
  }

  /** "restrictions on drugs": on something that is no technology, place or trade. */
  private boolean elsewhere(NounPhrase phrase, NameLexicon.PolicyNoun noun) {
    Sentence s = phrase.sentence();
    return phrase.after("on").stream()
        .filter(t -> !noun.with().contains(t.lemma()))
        .anyMatch(
            t ->
                participants.apply(s, t).isEmpty()
                    && new NounPhrase(s, t)
                        .after("of").stream().allMatch(o -> participants.apply(s, o).isEmpty()));
  }

  /** "accelerate its own chip industry" by a government is its strategy of self-sufficiency. */
  Optional<Entity> strategy(Sentence s, Token verb, Optional<Entity> nation) {
    return words.strategies().stream()
        .filter(w -> w.verbs().contains(verb.lemma()) && nation.isPresent())
        .filter(
            w ->
                s.children(verb, "dobj").stream()
                    .anyMatch(
                        o ->
                            w.objects().contains(o.lemma())
                                && lemmas(new NounPhrase(s, o).modifiers()).stream()
                                    .anyMatch(words.domestic()::contains)))
        .findFirst()
        .map(w -> labelled(adjective(nation.orElseThrow()) + " " + w.label(), w.kind()));
  }

  /** Nothing but the nation stands before the head: "U.S. restrictions". */
  private boolean bare(NounPhrase phrase) {
    return phrase.plural()
        && phrase.modifiers().stream().allMatch(m -> isNation(m) || m.is("JJ") || m.is("VB"));
  }

  /** The group of actors that a plural noun phrase with a nation describes. */
  Optional<Entity> group(NounPhrase phrase, Optional<Entity> context) {
    Optional<Entity> nation = nation(phrase).or(() -> context);
    for (NameLexicon.GroupNoun noun : words.groups()) {
      boolean number = noun.singular() || phrase.plural();
      if (noun.heads().contains(phrase.head().lemma()) && number && nation.isPresent()) {
        List<String> lemmas = lemmas(phrase.modifiers());
        boolean big = lemmas.stream().anyMatch(words.big()::contains);
        List<String> label = new ArrayList<>(List.of(adjective(nation.get())));
        phrase.modifiers().stream()
            .filter(m -> m.relation().equals("compound") && !isNation(m) && m.is("NN"))
            .map(m -> words.same().getOrDefault(m.lemma(), m.form()))
            .forEach(label::add);
        label.add(big ? noun.big() : noun.noun());
        return Optional.of(labelled(String.join(" ", label), "ActorGroup"));
      }
    }
    return Optional.empty();
  }

  /** The technology that a noun phrase with an owner or a nation describes, else its category. */
  Optional<Entity> technology(NounPhrase phrase) {
    Optional<String> kind = NameLexicon.kindOf(words.heads(), phrase.head().lemma());
    if (kind.isEmpty()) {
      return Optional.empty();
    }
    Optional<Entity> owner = owner(phrase).filter(e -> ontology.isA(e.kind(), "Organization"));
    if (!evident(phrase, kind.get(), owner)) {
      return Optional.empty();
    }
    if (owner.isPresent() && !ontology.isA(owner.get().kind(), "Government")) {
      return IDENTIFYING.contains(kind.get())
          ? Optional.of(family(owner.get(), phrase, kind.get()))
          : Optional.empty();
    }
    Optional<Entity> nation = nation(phrase).or(() -> domestic(phrase));
    return nation.flatMap(n -> national(adjective(n), phrase, kind.get()));
  }

  /** Whether the words before the head, or its maker, tell that it is of the class. */
  private boolean evident(NounPhrase phrase, String kind, Optional<Entity> owner) {
    List<String> wanted = words.evidence().getOrDefault(kind, List.of());
    return wanted.isEmpty()
        || phrase.modifiers().stream()
            .anyMatch(m -> wanted.contains(m.form().toLowerCase(java.util.Locale.ROOT)))
        || owner
            .filter(
                o ->
                    makes(o, kind)
                        || known(o.label() + " " + plural(phrase.head()))
                            .filter(family -> ontology.isA(family.kind(), kind))
                            .isPresent())
            .isPresent();
  }

  private boolean makes(Entity owner, String kind) {
    return reference.objects(owner, "develops").stream()
        .anyMatch(e -> ontology.isA(e.kind(), kind));
  }

  /** The category that a common noun means with the words before it: "high-end AI chips". */
  Optional<Entity> category(NounPhrase phrase) {
    if (NameLexicon.kindOf(words.heads(), phrase.head().lemma()).isEmpty()) {
      return Optional.empty();
    }
    List<Token> before = phrase.modifiers();
    for (int from = 0; from <= before.size(); from++) {
      String label = text(phrase.sentence(), before.subList(from, before.size()), phrase.head());
      Optional<Entity> found =
          known(label + plural(phrase.head())).or(() -> known(label + phrase.head().form()));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** Whether the words, in either number, are a name of the entity. */
  boolean names(Span words, Entity entity) {
    return Stream.of(words.text(), words.text() + "s")
        .flatMap(text -> reference.named(text).stream())
        .anyMatch(n -> n.entity().equals(entity));
  }

  /** The words from the first modifier to the head, as written, hyphens included. */
  private static String text(Sentence s, List<Token> modifiers, Token head) {
    StringBuilder out = new StringBuilder();
    int first = modifiers.isEmpty() ? head.index() : modifiers.getFirst().index();
    for (Token t : s.tokens().subList(first, head.index())) {
      out.append(t.form()).append(s.tokens().get(t.index() + 1).begin() > t.end() ? " " : "");
    }
    return out.toString();
  }

  private Entity family(Entity owner, NounPhrase phrase, String kind) {
    String noun = plural(phrase.head());
    Optional<String> descriptor = descriptor(phrase);
    if (descriptor.isPresent()) {
      return labelled(owner.label() + " " + descriptor.get() + " " + noun, kind);
    }
    return known(owner.label() + " " + noun)
        .orElseGet(
            () -> labelled(owner.label() + " " + (kind.equals("Chip") ? "chips" : noun), kind));
  }

  private Optional<Entity> national(String adjective, NounPhrase phrase, String kind) {
    String noun = plural(phrase.head());
    String field =
        String.join(
            " ",
            phrase.modifiers().stream()
                .filter(m -> m.relation().equals("compound") && !isNation(m))
                .map(Token::form)
                .toList());
    String full = adjective + " " + (field.isEmpty() ? "" : field + " ") + noun;
    return known(full)
        .or(() -> known(adjective + " " + noun))
        .or(
            () ->
                IDENTIFYING.contains(kind)
                    ? Optional.of(labelled(full, "TechnologyCategory"))
                    : Optional.empty());
  }

  private Optional<String> descriptor(NounPhrase phrase) {
    Sentence s = phrase.sentence();
    for (NameLexicon.Descriptor d : words.descriptors()) {
      for (Token clause : phrase.clauses()) {
        for (Token verb : s.tokens()) {
          boolean rule =
              verb.lemma().equals(d.verb())
                  && s.dominates(clause, verb)
                  && s.children(verb, "prep").stream()
                      .flatMap(p -> s.children(p, "pobj").stream())
                      .anyMatch(o -> d.with().contains(o.lemma()));
          if (rule) {
            return Optional.of(d.word());
          }
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Whose it is: a company before the noun ("its Intel processors"), possessor, "from X", "that X
   * designed".
   */
  private Optional<Entity> owner(NounPhrase phrase) {
    Sentence s = phrase.sentence();
    List<Token> where = new ArrayList<>();
    phrase.modifiers().stream().filter(m -> m.is("NNP")).forEach(where::add);
    phrase.possessor().ifPresent(where::add);
    where.addAll(phrase.after("from"));
    for (Token clause : phrase.clauses()) {
      if (words.made().contains(clause.lemma())) {
        where.addAll(s.children(clause, "nsubj"));
        s.children(clause, "agent", "prep").stream()
            .filter(p -> p.lemma().equals("by"))
            .forEach(p -> where.addAll(s.children(p, "pobj")));
      }
    }
    Optional<Token> first = where.stream().filter(t -> company(s, t).isPresent()).findFirst();
    // "chips from Qorvo and Skyworks", "their own chips" are nobody's alone
    boolean several =
        first.stream()
                .flatMap(
                    t -> Stream.concat(Stream.of(t), new NounPhrase(s, t).conjuncts().stream()))
                .flatMap(t -> companies(s, t))
                .distinct()
                .count()
            > 1;
    return several ? Optional.empty() : first.flatMap(t -> company(s, t));
  }

  private Optional<Entity> company(Sentence s, Token t) {
    return companies(s, t).findFirst();
  }

  private Stream<Entity> companies(Sentence s, Token t) {
    return participants.apply(s, t).stream()
        .map(Participant::entity)
        .filter(e -> ontology.isA(e.kind(), "Company"));
  }

  private Optional<Entity> nation(NounPhrase phrase) {
    List<Token> where = new ArrayList<>(phrase.modifiers());
    phrase.possessor().ifPresent(where::add);
    return where.stream()
        .flatMap(t -> participants.apply(phrase.sentence(), t).stream())
        .map(Participant::entity)
        .flatMap(
            e ->
                ontology.isA(e.kind(), "Government")
                    ? reference.objects(e, "governs").stream()
                    : Stream.of(e))
        .filter(e -> ontology.isA(e.kind(), "Country"))
        .findFirst();
  }

  /** "domestic chips": the nation of the sentence's subject, or the last nation spoken of. */
  private Optional<Entity> domestic(NounPhrase phrase) {
    if (lemmas(phrase.modifiers()).stream().noneMatch(words.domestic()::contains)) {
      return Optional.empty();
    }
    Sentence s = phrase.sentence();
    return s.tokens().stream()
        .filter(
            t ->
                t.index() < phrase.head().index()
                    && (t.relation().startsWith("nsubj") || t.relation().equals("poss")))
        .flatMap(t -> participants.apply(s, t).stream())
        .flatMap(p -> nationOf(p.entity()).stream())
        .findFirst();
  }

  /** The country of an actor by the reference data. */
  Optional<Entity> nationOf(Entity entity) {
    return reference.nationOf(entity, ontology);
  }

  private Entity labelled(String label, String kind) {
    return known(label)
        .filter(e -> !ontology.disjoint(e.kind(), kind))
        .orElseGet(() -> minting.mint(label, kind));
  }

  private Optional<Entity> known(String label) {
    return reference.named(label).stream().map(ReferenceData.Name::entity).findFirst();
  }

  private String adjective(Entity country) {
    List<String> adjectives = reference.values(country, "adjective");
    return adjectives.contains("U.S.")
        ? "U.S."
        : adjectives.stream().findFirst().orElse(country.label());
  }

  private boolean isNation(Token token) {
    return reference.named(token.form()).stream()
        .anyMatch(n -> ontology.isA(n.entity().kind(), "Country"));
  }

  private static List<String> lemmas(List<Token> tokens) {
    return tokens.stream().map(Token::lemma).toList();
  }

  private static String plural(Token head) {
    return head.tag().equals("NN") ? head.form() + "s" : head.form();
  }
}
