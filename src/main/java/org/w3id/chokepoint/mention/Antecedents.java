package org.w3id.chokepoint.mention;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.w3id.chokepoint.text.NounPhrase;
import org.w3id.chokepoint.text.Sentence;
import org.w3id.chokepoint.text.Token;

/**
 * What pronouns and definite descriptions point back to: the nearest mention of a fitting class,
 * subjects before others. Left open where nothing fits within reach.
 */
final class Antecedents {
  private static final int REACH_OF_PRONOUN = 2;
  private static final int REACH_OF_DESCRIPTION = 4;
  private static final int REACH_OF_POLICY = 40;
  private static final Set<String> POINTING = Set.of("the", "this", "that", "these", "those");
  private static final Set<String> SUBJECT = Set.of("nsubj", "nsubjpass", "csubj");

  private final Ontology ontology;
  private final ReferenceData reference;
  private final NameLexicon words;

  Antecedents(Ontology ontology, ReferenceData reference, NameLexicon words) {
    this.ontology = ontology;
    this.reference = reference;
    this.words = words;
  }

  /** A reference, and whether nothing else within reach could have been meant. */
  record Resolved(Mention mention, boolean sole) {}

  private record Choice(Entity entity, boolean sole) {}

  /** The references of an article in order, later ones resting on earlier ones. */
  List<Resolved> resolve(List<Sentence> sentences, List<Mention> names) {
    List<Mention> known = new ArrayList<>(names);
    List<Resolved> out = new ArrayList<>();
    for (Sentence sentence : sentences) {
      for (Token token : sentence.tokens()) {
        if (names.stream().noneMatch(m -> covers(m, sentence, token))) {
          wanted(sentence, token)
              .flatMap(
                  w ->
                      firm(sentence, token)
                          .flatMap(f -> best(sentences, known, sentence, token, f))
                          .or(() -> best(sentences, known, sentence, token, w)))
              .ifPresent(
                  choice -> {
                    Mention m =
                        new Span(sentence, token.index(), token.index())
                            .mention(choice.entity(), Mention.Form.REFERENCE);
                    known.add(m);
                    out.add(new Resolved(m, choice.sole()));
                  });
        }
      }
    }
    return out;
  }

  /** Classes that may be pointed to, how many sentences back, and the nation if one is given. */
  private record Wanted(
      List<String> kinds, int reach, Optional<Entity> nation, boolean pronoun, String noun) {}

  /** "Beijing barred its products": of those named in the sentence, firms have products. */
  private Optional<Wanted> firm(Sentence s, Token token) {
    boolean owned =
        token.tag().equals("PRP$")
            && words.thing().contains(token.lemma())
            && s.head(token).filter(n -> words.belongings().contains(n.lemma())).isPresent();
    return owned
        ? Optional.of(new Wanted(List.of("Company"), 0, Optional.empty(), true, token.lemma()))
        : Optional.empty();
  }

  private Optional<Wanted> wanted(Sentence sentence, Token token) {
    String lemma =
        token.is("PRP") ? token.form().toLowerCase(java.util.Locale.ROOT) : token.lemma();
    if (token.is("PRP")) {
      if (words.thing().contains(lemma)) {
        return Optional.of(
            new Wanted(
                List.of("Organization", "Country", "ActorGroup"),
                REACH_OF_PRONOUN,
                Optional.empty(),
                true,
                lemma));
      }
      return NameLexicon.kindOf(words.antecedents(), lemma)
          .map(kind -> new Wanted(List.of(kind), REACH_OF_PRONOUN, Optional.empty(), true, lemma));
    }
    NounPhrase phrase = new NounPhrase(sentence, token);
    boolean partOfName = token.is("NNP") && !phrase.modifiers().isEmpty();
    if (!token.is("NN") || partOfName || !POINTING.contains(phrase.determiner())) {
      return policyWithoutNation(phrase);
    }
    boolean policy = kinds(token.lemma()).stream().anyMatch(k -> ontology.isA(k, "Policy"));
    if (phrase.plural() != policy && phrase.plural() || kinds(token.lemma()).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Wanted(
            kinds(token.lemma()),
            policy ? REACH_OF_POLICY : REACH_OF_DESCRIPTION,
            nation(phrase),
            false,
            token.lemma()));
  }

  /** "Export controls have ..." after "U.S. export controls": the same policy told short. */
  private Optional<Wanted> policyWithoutNation(NounPhrase phrase) {
    boolean named =
        words.policies().stream()
            .anyMatch(
                p ->
                    p.heads().contains(phrase.head().lemma())
                        && phrase.modifiers().stream().anyMatch(m -> p.with().contains(m.lemma())));
    boolean bare = named && phrase.possessor().isEmpty() && nation(phrase).isEmpty();
    return bare && phrase.head().is("NN")
        ? Optional.of(
            new Wanted(
                kinds(phrase.head().lemma()),
                REACH_OF_POLICY,
                Optional.empty(),
                false,
                phrase.head().lemma()))
        : Optional.empty();
  }

  private List<String> kinds(String lemma) {
    return words.antecedents().entrySet().stream()
        .filter(e -> e.getValue().contains(lemma))
        .map(java.util.Map.Entry::getKey)
        .toList();
  }

  private Optional<Entity> nation(NounPhrase phrase) {
    return phrase.modifiers().stream()
        .flatMap(m -> reference.named(m.form()).stream())
        .map(ReferenceData.Name::entity)
        .filter(e -> ontology.isA(e.kind(), "Place"))
        .flatMap(e -> reference.nationOf(e, ontology).stream())
        .findFirst();
  }

  private Optional<Choice> best(
      List<Sentence> sentences, List<Mention> known, Sentence here, Token token, Wanted wanted) {
    if (wanted.pronoun() && strangeSubject(here, token, known)) {
      return Optional.empty();
    }
    double bestScore = -1000;
    Entity best = null;
    java.util.Set<Entity> near = new java.util.HashSet<>();
    for (Mention m : known) {
      int distance = here.index() - m.sentence();
      Token head = sentences.get(m.sentence()).tokens().get(m.head());
      if (distance < 0
          || distance > wanted.reach()
          || m.sentence() == here.index() && m.end() > token.begin()) {
        continue;
      }
      Optional<Entity> fit =
          distance == 0 && wanted.pronoun() && bound(here, head, token)
              ? Optional.empty()
              : fitting(m, sentences.get(m.sentence()), head, wanted);
      if (fit.isPresent()) {
        if (distance <= REACH_OF_PRONOUN) {
          near.add(fit.get());
        }
        double score = score(sentences.get(m.sentence()), head, here, token, distance, wanted);
        if (score >= bestScore) {
          bestScore = score;
          best = fit.get();
        }
      }
    }
    boolean sole = near.size() <= 1;
    return Optional.ofNullable(best).map(e -> new Choice(e, sole));
  }

  /** "X shares fell after its rival": X, whose shares are the subject. */
  private boolean carries(Sentence s, Token name) {
    return s.head(name)
        .filter(n -> SUBJECT.contains(n.relation()) && words.belongings().contains(n.lemma()))
        .isPresent();
  }

  private Optional<Entity> fitting(Mention m, Sentence there, Token head, Wanted wanted) {
    Entity entity = m.entity();
    boolean modifier =
        m.form() == Mention.Form.DEMONYM
            || head.relation().equals("compound") && !carries(there, head)
            || head.relation().equals("npadvmod")
            || head.relation().equals("nmod");
    if (wanted.pronoun() && modifier) {
      return Optional.empty();
    }
    if (wanted.kinds().contains("Country")
        && ontology.isA(entity.kind(), "Government")
        && !wanted.pronoun()) {
      return reference.objects(entity, "governs").stream().findFirst();
    }
    boolean kind = wanted.kinds().stream().anyMatch(k -> ontology.isA(entity.kind(), k));
    if (kind && entity.kind().equals("Person") && !wanted.pronoun()) {
      return Optional.of(entity).filter(e -> holds(e, wanted.noun()));
    }
    return (kind || statute(entity, wanted)) && nationFits(entity, wanted.nation())
        ? Optional.of(entity)
        : Optional.empty();
  }

  /** "the Chinese firm" is one whose seat is there; a firm of unknown seat may be it. */
  private boolean nationFits(Entity entity, Optional<Entity> nation) {
    return nation.isEmpty()
        || reference
            .nationOf(entity, ontology)
            .map(n -> n.equals(nation.get()))
            .orElse(!entity.known());
  }

  /** "the president" is one whose office is that; a person of unknown office may be meant. */
  private boolean holds(Entity person, String office) {
    List<String> offices = reference.texts(person, "https://schema.org/jobTitle");
    return offices.stream().anyMatch(o -> o.toLowerCase(java.util.Locale.ROOT).contains(office))
        || offices.isEmpty() && !words.rulers().contains(office);
  }

  /** "the law" may be a subsidy that is called an Act. */
  private boolean statute(Entity entity, Wanted wanted) {
    String last = entity.label().substring(entity.label().lastIndexOf(' ') + 1);
    return wanted.kinds().contains("Legislation")
        && words.closingCues().getOrDefault("Legislation", List.of()).contains(last);
  }

  /** "X sued Y, alleging that its purchase broke the law": what is at issue is Y's. */
  private boolean charged(Sentence s, Token candidate, Token token) {
    boolean deed = s.head(token).filter(n -> words.deeds().contains(n.lemma())).isPresent();
    return deed
        && candidate.relation().equals("dobj")
        && s.head(candidate)
            .filter(v -> words.charging().contains(v.lemma()) && s.dominates(v, token))
            .isPresent();
  }

  private double score(
      Sentence there, Token head, Sentence here, Token token, int distance, Wanted wanted) {
    double score = -10.0 * distance + (double) head.index() / 1000;
    if (SUBJECT.contains(head.relation()) || carries(there, head)) {
      score += 6;
    }
    if (distance == 0 && wanted.pronoun() && spokenFor(there, head, token)) {
      score += 11;
    }
    if (head.relation().equals("compound")
        || head.relation().equals("nmod")
        || head.relation().equals("poss")) {
      score -= 2;
    }
    if (distance == 0 && wanted.pronoun() && governs(there, head, token)) {
      score += 5;
    }
    boolean object = token.tag().equals("PRP") && !subject(token);
    if (distance == 0 && object && java.util.Set.of("dobj", "pobj").contains(head.relation())) {
      score += 7;
    }
    if (distance == 0 && wanted.pronoun() && within(there, head, token)) {
      score += 13;
    }
    if (distance == 0 && token.tag().equals("PRP$") && charged(there, head, token)) {
      score += 14;
    }
    return score + (here.block().equals(there.block()) ? 1 : 0);
  }

  /** "The mayor praised his team": the clause is about someone that no mention names. */
  private static boolean strangeSubject(Sentence s, Token token, List<Mention> known) {
    Optional<Token> verb = s.head(token);
    while (verb.isPresent()) {
      Optional<Token> subject =
          verb.filter(v -> v.is("VB")).flatMap(v -> s.child(v, "nsubj", "nsubjpass"));
      if (subject.filter(t -> t.index() < token.index()).isPresent()) {
        Token noun = subject.get();
        return noun.tag().matches("NN|NNP")
            && known.stream().noneMatch(m -> covers(m, s, noun))
            && s.children(noun, "appos", "prep", "poss").isEmpty();
      }
      verb = s.head(verb.get());
    }
    return false;
  }

  /** "Qualcomm provides it with chips": an object is never the subject of its own verb. */
  private static boolean bound(Sentence s, Token candidate, Token token) {
    if (token.tag().equals("PRP$")) {
      // "TSMC, its main supplier": whose is said beside a name is not the name
      return s.head(token)
          .filter(n -> n.relation().equals("appos") && n.head() == candidate.index())
          .isPresent();
    }
    if (!token.tag().equals("PRP") || token.form().endsWith("self") || subject(token)) {
      return false;
    }
    Optional<Token> verb = s.head(token);
    while (verb.isPresent() && !verb.get().is("VB")) {
      verb = s.head(verb.get());
    }
    while (verb.isPresent() && s.child(verb.get(), "nsubj", "nsubjpass").isEmpty()) {
      boolean shares = java.util.Set.of("xcomp", "conj", "advcl").contains(verb.get().relation());
      verb = shares ? s.head(verb.get()).filter(v -> v.is("VB")) : Optional.empty();
    }
    return verb.flatMap(v -> s.child(v, "nsubj", "nsubjpass"))
        .filter(t -> t.index() == candidate.index())
        .isPresent();
  }

  private static boolean subject(Token token) {
    return SUBJECT.contains(token.relation());
  }

  /** "Nvidia, which sells its chips": the pronoun stands in the candidate's relative clause. */
  private static boolean within(Sentence sentence, Token candidate, Token token) {
    return sentence.children(candidate, "relcl", "acl").stream()
        .filter(clause -> !subject(token) || token.head() != clause.index())
        .anyMatch(clause -> sentence.dominates(clause, token));
  }

  /** "The chief of X praised its chips": X, for which the subject speaks. */
  private static boolean spokenFor(Sentence s, Token candidate, Token token) {
    return candidate.relation().equals("pobj")
        && s.head(candidate)
            .filter(p -> p.lemma().matches("of|at|for"))
            .flatMap(p -> s.head(p))
            .filter(n -> n.is("NN") && governs(s, n, token))
            .isPresent();
  }

  /** Whether the candidate is the subject of a clause that the pronoun stands in. */
  private static boolean governs(Sentence sentence, Token candidate, Token token) {
    return SUBJECT.contains(candidate.relation())
        && sentence
            .head(candidate)
            .filter(verb -> sentence.dominates(verb, token) && !beyond(sentence, verb, token))
            .isPresent();
  }

  /** Whether a coordinated clause with a subject of its own lies between. */
  private static boolean beyond(Sentence s, Token verb, Token token) {
    Optional<Token> at = s.head(token);
    while (at.isPresent() && at.get().index() != verb.index()) {
      Token t = at.get();
      if (t.is("VB") && t.relation().equals("conj") && !s.children(t, "nsubj").isEmpty()) {
        return true;
      }
      at = s.head(t);
    }
    return false;
  }

  private static boolean covers(Mention m, Sentence sentence, Token token) {
    return m.sentence() == sentence.index()
        && token.begin() >= m.begin()
        && token.begin() < m.end();
  }
}
