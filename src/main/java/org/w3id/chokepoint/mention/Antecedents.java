package org.w3id.chokepoint.mention;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
 * What pronouns and definite descriptions of an article point back to: the nearest mention of a
 * fitting class, subjects before others. Left open where nothing fits within reach.
 */
final class Antecedents {
  /** What being known to sit elsewhere costs: more than any distance within reach. */
  private static final double ELSEWHERE = 200;

  /** How much nearer the firm is that the article is about. */
  private static final double TOPIC = 6;

  /** How much nearer is what the article has called by the same noun. */
  private static final double CALLED = 8;

  /** What being only where an analyst works costs: more than a sentence. */
  private static final double ASIDE = 15;

  /** How near the firm of a person is where the person is subject: nearer than others named. */
  private static final double VOICE = 8;

  private final NameLexicon words;
  private final Pointers pointers;
  private final Seats seats;
  private final Salience salience;
  private final Things things;
  private final Posts posts;
  private final Callings callings;
  private final Agreement agreement;
  private final Officials officials;
  private final List<Sentence> sentences;
  private final List<Mention> names;
  private final Optional<Entity> topic;

  /** Names and what references have been found to mean so far. */
  private final List<Mention> known;

  Antecedents(
      Ontology ontology,
      ReferenceData reference,
      NameLexicon words,
      Posts posts,
      List<Sentence> sentences,
      List<Mention> names) {
    this.words = words;
    this.pointers = new Pointers(ontology, reference, words);
    this.seats = new Seats(ontology, reference);
    this.salience = new Salience(words);
    this.things = new Things(ontology, words);
    this.posts = posts;
    this.callings = new Callings(ontology, words, sentences, names);
    this.agreement =
        new Agreement(
            ontology,
            reference,
            words,
            posts,
            callings,
            salience,
            things,
            new Genders(words, sentences, names));
    this.officials = new Officials(agreement, posts, sentences, names);
    this.sentences = sentences;
    this.names = names;
    this.topic = topic(ontology, names);
    this.known = new ArrayList<>(names);
  }

  /** A reference, and whether nothing else within reach could have been meant. */
  record Resolved(Mention mention, boolean sole) {}

  private record Choice(Entity entity, boolean sole) {}

  /** The references of the article in order, later ones resting on earlier ones. */
  List<Resolved> resolve() {
    List<Resolved> out = new ArrayList<>();
    for (Sentence s : sentences) {
      for (Token token : s.tokens()) {
        Optional<Wanted> pointed = pointers.by(s, token).or(() -> callings.by(s, token));
        if (pointed.isPresent() && names.stream().noneMatch(m -> covers(m, s, token))) {
          (token.form().endsWith("self") ? itself(s, token) : meant(s, token, pointed.get()))
              .ifPresent(
                  choice -> {
                    Mention m =
                        new Span(s, token.index(), token.index())
                            .mention(choice.entity(), Mention.Form.REFERENCE);
                    known.add(m);
                    out.add(new Resolved(m, choice.sole()));
                  });
        }
      }
    }
    return out;
  }

  private Optional<Choice> meant(Sentence s, Token token, Wanted wanted) {
    return pointers
        .firm(s, token)
        .flatMap(firm -> best(s, token, firm))
        .or(() -> meanwhile(s, token) ? ahead(s, token, wanted) : Optional.empty())
        .or(() -> best(s, token, wanted))
        .or(() -> ahead(s, token, wanted))
        .or(() -> officials.meant(s, token, wanted).map(e -> new Choice(e, true)));
  }

  /** "X, which calls itself a platform": who does what is done to itself. */
  private Optional<Choice> itself(Sentence s, Token token) {
    for (Token verb : s.upward(token)) {
      List<Token> subjects = s.children(verb, "nsubj", "nsubjpass");
      if (verb.is("VB") && !subjects.isEmpty()) {
        Token subject = subjects.getFirst();
        Token who = subject.is("W") ? s.head(verb).orElse(subject) : subject;
        return known.stream()
            .filter(m -> covers(m, s, who))
            .map(m -> new Choice(m.entity(), true))
            .findFirst();
      }
    }
    return Optional.empty();
  }

  private Optional<Choice> best(Sentence here, Token token, Wanted wanted) {
    boolean strange = wanted.pronoun() && strangeSubject(here, token);
    if (strange || wanted.things() && things.strangeTopic(sentences, here, token, known, wanted)) {
      return Optional.empty();
    }
    Optional<Entity> maker =
        wanted.kinds().contains("Company") ? seats.maker(here, token, known) : Optional.empty();
    if (maker.isPresent()) {
      return maker.map(e -> new Choice(e, true));
    }
    List<Entity> seat = seats.of(here, token, known);
    Set<Entity> barred = barred(here, token, wanted);
    Optional<Entity> voice =
        speaker(here, token)
            .flatMap(person -> agreement.body(person, wanted))
            .filter(e -> !barred.contains(e));
    // "X acquired Y, the company said": who acts in the sentence comes before its topic
    boolean told =
        known.stream()
            .filter(m -> m.sentence() == here.index() && m.end() <= token.begin())
            .anyMatch(m -> here.tokens().get(m.head()).relation().startsWith("nsubj"));
    double bestScore = voice.isPresent() ? VOICE : -1000;
    @Nullable Entity best = voice.orElse(null);
    Set<Entity> near = new HashSet<>();
    for (Mention m : known) {
      int distance = here.index() - m.sentence();
      boolean before = distance > 0 || distance == 0 && m.end() <= token.begin();
      if (!before || distance > wanted.reach() || barred.contains(m.entity())) {
        continue;
      }
      Sentence there = sentences.get(m.sentence());
      Optional<Entity> fit = agreement.of(m, there, here, token, wanted);
      if (fit.isPresent()) {
        if (distance <= Wanted.REACH_OF_PRONOUN) {
          near.add(fit.get());
        }
        double score =
            salience.score(there, there.tokens().get(m.head()), here, token, wanted.pronoun())
                - (posts.aside(m) ? ASIDE : 0)
                + (fit.equals(topic) && !told ? about(wanted) : 0)
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

  /** "While it sells its plant, X hires": one and the same, whoever was named before. */
  private boolean meanwhile(Sentence s, Token token) {
    return token.relation().equals("nsubj")
        && s.head(token)
            .filter(v -> v.relation().equals("advcl") && v.index() < v.head())
            .filter(
                v ->
                    s.children(v, "mark").stream()
                        .anyMatch(t -> words.meanwhile().contains(t.lemma())))
            .isPresent();
  }

  /**
   * "When it sold its plant, X said": where nobody was named before, whom the sentence is about.
   */
  private Optional<Choice> ahead(Sentence here, Token token, Wanted wanted) {
    Optional<Token> verb = here.head(token).filter(t -> wanted.pronoun());
    boolean within = false;
    while (verb.isPresent()) {
      List<Token> subjects = here.children(verb.get(), "nsubj", "nsubjpass");
      if (verb.get().is("VB")
          && !subjects.isEmpty()
          && subjects.getFirst().index() > token.index()) {
        Token subject = subjects.getFirst();
        boolean fronted = within || token.tag().equals("PRP$");
        return names.stream()
            .filter(m -> fronted && covers(m, here, subject))
            .flatMap(m -> agreement.of(m, here, here, token, wanted).stream())
            .findFirst()
            .map(e -> new Choice(e, true));
      }
      within |= verb.get().relation().matches("advcl|prep|pcomp");
      verb = here.head(verb.get());
    }
    return Optional.empty();
  }

  /** "the giant" says more than "the company" of whom it means. */
  private static double about(Wanted wanted) {
    return wanted.any() ? TOPIC : wanted.pronoun() ? 0 : TOPIC / 2;
  }

  /** The firm that an article names most often, of several the first. */
  private static Optional<Entity> topic(Ontology ontology, List<Mention> names) {
    Map<Entity, Long> counts =
        names.stream()
            .filter(m -> m.form() == Mention.Form.NAME)
            .filter(m -> ontology.isA(m.entity().kind(), "Company"))
            .collect(
                Collectors.groupingBy(Mention::entity, LinkedHashMap::new, Collectors.counting()));
    return counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
  }

  /** Who is subject of the very verb that the word is an object of, wherever else it is named. */
  private Set<Entity> barred(Sentence s, Token token, Wanted wanted) {
    return known.stream()
        .filter(m -> wanted.pronoun() || wanted.firms())
        .filter(m -> m.sentence() == s.index())
        .filter(m -> Salience.bound(s, s.tokens().get(m.head()), token))
        .map(Mention::entity)
        .collect(Collectors.toSet());
  }

  /** The person whose words the sentence gives, or who is said to do something. */
  private Optional<Entity> speaker(Sentence s, Token token) {
    return known.stream()
        .filter(m -> m.sentence() == s.index() && m.entity().kind().equals("Person"))
        .filter(m -> Salience.governs(s, s.tokens().get(m.head()), token))
        .map(Mention::entity)
        .reduce((a, b) -> b);
  }

  /** "The mayor praised his team": the clause is about someone that no mention names. */
  private boolean strangeSubject(Sentence s, Token token) {
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
                && known.stream().noneMatch(m -> covers(m, s, noun) || carriedBy(m, s, noun))
                && s.children(noun, "appos", "prep", "poss").isEmpty();
      }
      verb = s.head(verb.get());
    }
    return false;
  }

  /** "An X spokesman said it": the subject is X's. */
  private boolean carriedBy(Mention m, Sentence s, Token noun) {
    return m.sentence() == s.index()
        && s.tokens().get(m.head()).head() == noun.index()
        && salience.carries(s, s.tokens().get(m.head()));
  }

  private static boolean covers(Mention m, Sentence sentence, Token token) {
    return m.sentence() == sentence.index()
        && token.begin() >= m.begin()
        && token.begin() < m.end();
  }
}
