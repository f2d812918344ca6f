package org.w3id.chokepoint.mention;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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

  /** How much nearer the firm is that the article is about. */
  private static final double TOPIC = 6;

  /** How much nearer a firm is that the article has called by the same noun. */
  private static final double CALLED = 8;

  /** What being only where an analyst works costs: more than a sentence. */
  private static final double ASIDE = 15;

  /** How near the firm of a person is where the person is subject: nearer than others named. */
  private static final double VOICE = 8;

  private final Ontology ontology;
  private final ReferenceData reference;
  private final NameLexicon words;
  private final Pointers pointers;
  private final Seats seats;
  private final Salience salience;
  private final Things things;

  Antecedents(Ontology ontology, ReferenceData reference, NameLexicon words) {
    this.ontology = ontology;
    this.reference = reference;
    this.words = words;
    this.pointers = new Pointers(ontology, reference, words);
    this.seats = new Seats(ontology, reference);
    this.salience = new Salience(words);
    this.things = new Things(ontology, words);
  }

  /** A reference, and whether nothing else within reach could have been meant. */
  record Resolved(Mention mention, boolean sole) {}

  private record Choice(Entity entity, boolean sole) {}

  /** The references of an article in order, later ones resting on earlier ones. */
  List<Resolved> resolve(List<Sentence> sentences, List<Mention> names) {
    Posts posts = new Posts(ontology, reference, words, sentences, names);
    Callings callings = new Callings(ontology, words, sentences, names);
    List<Mention> known = new ArrayList<>(names);
    List<Resolved> out = new ArrayList<>();
    for (Sentence sentence : sentences) {
      for (Token token : sentence.tokens()) {
        Optional<Wanted> pointed =
            pointers.by(sentence, token).or(() -> callings.by(sentence, token));
        if (pointed.isPresent() && names.stream().noneMatch(m -> covers(m, sentence, token))) {
          pointed
              .flatMap(
                  w ->
                      pointers
                          .firm(sentence, token)
                          .flatMap(f -> best(sentences, known, posts, callings, sentence, token, f))
                          .or(() -> best(sentences, known, posts, callings, sentence, token, w)))
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
      List<Sentence> sentences,
      List<Mention> known,
      Posts posts,
      Callings callings,
      Sentence here,
      Token token,
      Wanted wanted) {
    if (wanted.pronoun()
        && (strangeSubject(here, token, known)
            || wanted.things() && things.strangeTopic(sentences, here, token, known, wanted))) {
      return Optional.empty();
    }
    Optional<Entity> maker =
        wanted.kinds().contains("Company") ? seats.maker(here, token, known) : Optional.empty();
    if (maker.isPresent()) {
      return maker.map(e -> new Choice(e, true));
    }
    List<Entity> seat = seats.of(here, token, known);
    Set<Entity> barred = barred(here, token, known, wanted);
    Optional<Entity> voice =
        speaker(here, token, known)
            .filter(person -> !posts.observer(person))
            .flatMap(posts::body)
            .flatMap(body -> of(wanted, reference.within(body, "unitOf")))
            .filter(e -> !barred.contains(e) && nationFits(e, wanted.nation()));
    double bestScore = voice.isPresent() ? VOICE : -1000;
    Optional<Entity> topic = topic(known);
    @Nullable Entity best = voice.orElse(null);
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
              : fitting(m, sentences.get(m.sentence()), head, callings, wanted)
                  .filter(e -> things.fits(e, m, sentences.get(m.sentence()), here, token, wanted))
                  .filter(e -> posts(e, posts, distance, wanted));
      if (fit.isPresent()) {
        if (distance <= Wanted.REACH_OF_PRONOUN) {
          near.add(fit.get());
        }
        double score =
            salience.score(sentences.get(m.sentence()), head, here, token, wanted.pronoun())
                - (posts.aside(m) ? ASIDE : 0)
                + (wanted.any() && fit.equals(topic) ? TOPIC : 0)
                + (callings.called(fit.get(), wanted.noun()) ? CALLED : 0)
                - (seat.stream().allMatch(p -> seats.seated(fit.get(), p)) ? 0 : ELSEWHERE);
        if (score >= bestScore) {
          bestScore = score;
          best = fit.get();
        }
      }
    }
    boolean sole = near.size() <= 1 && barred.isEmpty();
    boolean elsewhere = !seat.isEmpty() && bestScore < -ELSEWHERE / 2;
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

  /** "the Kirin processors" are Kirin. */
  private boolean product(Sentence s, Token name) {
    return s.head(name)
        .filter(n -> NameLexicon.kindOf(words.heads(), n.lemma()).isPresent())
        .isPresent();
  }

  private Optional<Entity> fitting(
      Mention m, Sentence there, Token head, Callings callings, Wanted wanted) {
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
    if (wanted.kinds().contains("Government") && ontology.isA(entity.kind(), "Country")) {
      return administered(wanted.noun(), entity)
          ? reference.subjects("governs", entity).stream().findFirst()
          : Optional.empty();
    }
    boolean called = !wanted.pronoun() && callings.called(entity, wanted.noun());
    boolean kind = called || wanted.kinds().stream().anyMatch(k -> ontology.isA(entity.kind(), k));
    boolean other =
        ontology.isA(entity.kind(), "Government")
            && !reference.objects(entity, "governs").stream()
                .allMatch(c -> administered(wanted.noun(), c));
    return !other
            && (kind || statute(entity, wanted))
            && nationFits(entity, wanted.nation())
        ? Optional.of(entity)
        : Optional.empty();
  }

  /** Whether news calls the government of a country so. */
  private boolean administered(String noun, Entity country) {
    List<String> only = words.administered().get(noun);
    return only == null || only.contains(country.label());
  }

  /** "the president" is one whose office is that; far back, only one known to hold it. */
  private static boolean posts(Entity e, Posts posts, int distance, Wanted wanted) {
    return wanted.pronoun()
        || !e.kind().equals("Person")
        || posts.holds(e, wanted.noun(), distance > Wanted.REACH_OF_DESCRIPTION);
  }

  /** The firm that an article names most often. */
  private Optional<Entity> topic(List<Mention> known) {
    Map<Entity, Long> counts =
        known.stream()
            .filter(m -> m.form() == Mention.Form.NAME)
            .filter(m -> ontology.isA(m.entity().kind(), "Company"))
            .collect(Collectors.groupingBy(Mention::entity, Collectors.counting()));
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey);
  }

  private Optional<Entity> of(Wanted wanted, List<Entity> bodies) {
    return bodies.stream()
        .filter(e -> wanted.kinds().stream().anyMatch(k -> ontology.isA(e.kind(), k)))
        .findFirst();
  }

  /** The person whose words the sentence gives, or who is said to do something. */
  private static Optional<Entity> speaker(Sentence s, Token token, List<Mention> known) {
    return known.stream()
        .filter(m -> m.sentence() == s.index() && m.entity().kind().equals("Person"))
        .filter(m -> Salience.governs(s, s.tokens().get(m.head()), token))
        .map(Mention::entity)
        .reduce((a, b) -> b);
  }

  /** "the Chinese firm" is one whose seat is there; a firm of unknown seat may be it. */
  private boolean nationFits(Entity entity, Optional<Entity> nation) {
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
