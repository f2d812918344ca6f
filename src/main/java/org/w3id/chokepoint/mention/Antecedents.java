package org.w3id.chokepoint.mention;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.w3id.chokepoint.text.NounPhrase;
import org.w3id.chokepoint.text.Sentence;
import org.w3id.chokepoint.text.Token;

/**
 * What pronouns and definite descriptions point back to: the nearest mention of a fitting class,
 * subjects before others. Left open where nothing fits within reach.
 */
final class Antecedents {
  /** What being known to sit elsewhere costs: more than any distance within reach. */
  private static final double ELSEWHERE = 200;

  private final Ontology ontology;
  private final ReferenceData reference;
  private final NameLexicon words;
  private final Pointers pointers;
  private final Salience salience;

  Antecedents(Ontology ontology, ReferenceData reference, NameLexicon words) {
    this.ontology = ontology;
    this.reference = reference;
    this.words = words;
    this.pointers = new Pointers(ontology, reference, words);
    this.salience = new Salience(words);
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
        Optional<Wanted> pointed = pointers.by(sentence, token);
        if (pointed.isPresent() && names.stream().noneMatch(m -> covers(m, sentence, token))) {
          pointed
              .flatMap(
                  w ->
                      pointers
                          .firm(sentence, token)
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

  private Optional<Choice> best(
      List<Sentence> sentences, List<Mention> known, Sentence here, Token token, Wanted wanted) {
    if (wanted.pronoun() && strangeSubject(here, token, known)) {
      return Optional.empty();
    }
    Optional<Entity> maker =
        wanted.kinds().contains("Company") ? maker(here, token, known) : Optional.empty();
    if (maker.isPresent()) {
      return maker.map(e -> new Choice(e, true));
    }
    List<Entity> seats = seats(here, token, known);
    Set<Entity> barred = barred(here, token, known, wanted);
    double bestScore = -1000;
    Entity best = null;
    Set<Entity> near = new HashSet<>();
    for (Mention m : known) {
      int distance = here.index() - m.sentence();
      Token head = sentences.get(m.sentence()).tokens().get(m.head());
      if (distance < 0
          || distance > wanted.reach()
          || m.sentence() == here.index() && m.end() > token.begin()) {
        continue;
      }
      Optional<Entity> fit =
          barred.contains(m.entity())
              ? Optional.empty()
              : fitting(m, sentences.get(m.sentence()), head, wanted);
      if (fit.isPresent()) {
        if (distance <= Wanted.REACH_OF_PRONOUN) {
          near.add(fit.get());
        }
        double score =
            salience.score(sentences.get(m.sentence()), head, here, token, wanted.pronoun())
                - (seats.stream().allMatch(seat -> seated(fit.get(), seat)) ? 0 : ELSEWHERE);
        if (score >= bestScore) {
          bestScore = score;
          best = fit.get();
        }
      }
    }
    boolean sole = near.size() <= 1 && barred.isEmpty();
    boolean elsewhere = !seats.isEmpty() && bestScore < -ELSEWHERE / 2;
    return Optional.ofNullable(elsewhere && !sole ? null : best).map(e -> new Choice(e, sole));
  }

  /** Who is subject of the very verb that the word is an object of, wherever else it is named. */
  private static Set<Entity> barred(Sentence s, Token token, List<Mention> known, Wanted wanted) {
    Set<Entity> out = new HashSet<>();
    if (wanted.pronoun() || wanted.kinds().contains("Company")) {
      known.stream()
          .filter(m -> m.sentence() == s.index())
          .filter(m -> Salience.bound(s, s.tokens().get(m.head()), token))
          .forEach(m -> out.add(m.entity()));
    }
    return out;
  }

  /** "the iPhone maker", "the ChatGPT developer": who is known to make it. */
  private Optional<Entity> maker(Sentence s, Token noun, List<Mention> known) {
    return known.stream()
        .filter(m -> m.sentence() == s.index() && m.form() == Mention.Form.NAME)
        .filter(m -> s.tokens().get(m.head()).head() == noun.index() && m.head() < noun.index())
        .filter(m -> s.tokens().get(m.head()).relation().equals("compound"))
        .flatMap(m -> reference.subjects("develops", m.entity()).stream())
        .findFirst();
  }

  /** "the San Diego-based chipmaker": where the noun says that it is. */
  private List<Entity> seats(Sentence s, Token noun, List<Mention> known) {
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
  private boolean seated(Entity entity, Entity seat) {
    List<Entity> told = reference.within(seat, "locatedIn");
    List<Entity> held = reference.objects(entity, "basedIn");
    return held.isEmpty()
        || told.size() < 2
        || held.stream()
            .anyMatch(p -> told.contains(p) || reference.within(p, "locatedIn").contains(seat));
  }

  /** "the Kirin processors" are Kirin. */
  private boolean product(Sentence s, Token name) {
    return s.head(name)
        .filter(n -> NameLexicon.kindOf(words.heads(), n.lemma()).isPresent())
        .isPresent();
  }

  private Optional<Entity> fitting(Mention m, Sentence there, Token head, Wanted wanted) {
    Entity entity = m.entity();
    boolean modifier =
        m.form() == Mention.Form.DEMONYM
            || head.relation().equals("compound")
                && !salience.carries(there, head)
                && !(wanted.kinds().equals(Wanted.HARDWARE) && product(there, head))
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
    return offices.stream().anyMatch(o -> o.toLowerCase(Locale.ROOT).contains(office))
        || offices.isEmpty() && !words.rulers().contains(office);
  }

  /** "the law" may be a subsidy that is called an Act. */
  private boolean statute(Entity entity, Wanted wanted) {
    String last = entity.label().substring(entity.label().lastIndexOf(' ') + 1);
    return wanted.kinds().contains("Legislation")
        && words.closingCues().getOrDefault("Legislation", List.of()).contains(last);
  }

  /** "The mayor praised his team": the clause is about someone that no mention names. */
  private static boolean strangeSubject(Sentence s, Token token, List<Mention> known) {
    Optional<Token> verb = s.head(token);
    while (verb.isPresent()) {
      Optional<Token> subject =
          verb.filter(v -> v.is("VB")).flatMap(v -> s.child(v, "nsubj", "nsubjpass"));
      if (subject.filter(t -> t.index() < token.index()).isPresent()) {
        Token noun = subject.get();
        // "The chief of X praised its plant": X's, though nobody knows X
        boolean speaks =
            Stream.of("of", "at", "for")
                .flatMap(p -> new NounPhrase(s, noun).after(p).stream())
                .anyMatch(t -> t.is("NNP") && known.stream().noneMatch(m -> covers(m, s, t)));
        return speaks
            || noun.tag().matches("NN|NNP")
                && known.stream().noneMatch(m -> covers(m, s, noun))
                && s.children(noun, "appos", "prep", "poss").isEmpty();
      }
      verb = s.head(verb.get());
    }
    return false;
  }

  private static boolean covers(Mention m, Sentence sentence, Token token) {
    return m.sentence() == sentence.index()
        && token.begin() >= m.begin()
        && token.begin() < m.end();
  }
}
