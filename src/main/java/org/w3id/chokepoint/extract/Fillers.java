package org.w3id.chokepoint.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.w3id.chokepoint.clause.Argument;
import org.w3id.chokepoint.clause.Clauses;
import org.w3id.chokepoint.clause.Modalities;
import org.w3id.chokepoint.clause.ModalityLexicon;
import org.w3id.chokepoint.clause.Proposition;
import org.w3id.chokepoint.extract.Filler.Described;
import org.w3id.chokepoint.extract.Filler.Named;
import org.w3id.chokepoint.extract.Pattern.Slot;
import org.w3id.chokepoint.mention.Entity;
import org.w3id.chokepoint.mention.Ontology;
import org.w3id.chokepoint.mention.Participant;
import org.w3id.chokepoint.mention.Participants;
import org.w3id.chokepoint.text.NounPhrase;
import org.w3id.chokepoint.text.Sentence;
import org.w3id.chokepoint.text.Token;

/**
 * Who and what fills the roles of patterns in an article.
 *
 * @param told the findings so far, which grows while the article is read
 * @param events what the patterns find at a word, for roles that an event fills
 */
record Fillers(
    Ontology ontology,
    ModalityLexicon modality,
    Clauses clauses,
    Participants participants,
    Modalities modalities,
    List<Finding> told,
    BiFunction<Sentence, Token, List<Finding>> events) {
  /** A title or apposition is said of one name, not of those coordinated with it. */
  private static final Set<String> ALONE = Set.of("title", "attributive", "apposition");

  /** Resolves a description with the help of the actor that it belongs to. */
  @FunctionalInterface
  private interface Completion {
    Optional<Entity> complete(Sentence sentence, Token token, Entity actor);
  }

  /**
   * What fills a role: the first place that has anything, else a phrase the parser hung elsewhere.
   */
  List<Filler> of(Pattern.Role role, Proposition p, Map<String, List<Filler>> filled) {
    List<Filler> out = List.of();
    for (Slot slot : role.slots()) {
      out = out.isEmpty() ? fill(slot, p, filled) : out;
    }
    boolean wanting = out.isEmpty() && !role.optional();
    for (Slot slot : wanting ? role.slots() : List.<Slot>of()) {
      out = out.isEmpty() ? loose(slot, p) : out;
    }
    return out;
  }

  /** Whether somebody or something stands at the end of one of the paths. */
  boolean anyOf(List<List<Slot.Step>> paths, Proposition p) {
    return paths.stream().anyMatch(path -> !follow(p, path, 0, "").isEmpty());
  }

  /** Asks whom the words of the first person in a sentence mean. */
  void voices(Sentence s) {
    for (Token t : s.tokens()) {
      if (participants.first(t)) {
        s.upward(t).stream()
            .flatMap(above -> clauses.at(s, above).stream())
            .findFirst()
            .ifPresent(p -> participants.voice(s, t, source(p)));
      }
    }
  }

  /** To whom the words are ascribed. */
  private List<Participant> source(Proposition p) {
    return modalities.of(p).source().stream()
        .flatMap(x -> participants.of(x.sentence(), x.token()).stream())
        .toList();
  }

  private List<Filler> fill(Slot slot, Proposition p, Map<String, List<Filler>> filled) {
    if (slot.where() == Slot.Where.EMPLOYER_OF) {
      return participants
          .employer(p.sentence(), p.head())
          .<List<Filler>>map(x -> List.of(new Named(x.entity(), x.how())))
          .orElse(List.of());
    }
    if (slot.where() == Slot.Where.EARLIER) {
      return agentOf(slot.of());
    }
    if (slot.where() == Slot.Where.ISSUER_OF || slot.where() == Slot.Where.OFFICE_OF) {
      boolean issuer = slot.where() == Slot.Where.ISSUER_OF;
      return entities(filled, slot.of()).stream()
          .flatMap(
              e ->
                  issuer
                      ? participants.background().issuer(e).stream()
                      : participants.background().officesOf(e, p.lemma()).stream())
          .<Filler>map(e -> new Named(e, issuer ? "issuer" : "office"))
          .toList();
    }
    List<Filler> out = new ArrayList<>();
    for (Argument end : follow(p, slot.path(), 0, "")) {
      switch (slot.where()) {
        case GROUP_OF -> made(p, end, filled, slot, participants::groupOf, out);
        case STRATEGY_OF -> made(p, end, filled, slot, participants::strategyOf, out);
        case POLICY_OF -> made(p, end, filled, slot, participants::policyOf, out);
        default -> out.addAll(fillers(p, end, slot.kinds()));
      }
    }
    return out.stream().distinct().toList();
  }

  /** Phrases that the parser may have hung elsewhere, for a role that is found nowhere else. */
  private List<Filler> loose(Slot slot, Proposition p) {
    boolean single = slot.where() == Slot.Where.PARTICIPANT && slot.path().size() == 1;
    return !single || slot.kinds().contains("Event") || participants.named(p.sentence(), p.head())
        ? List.of()
        : clauses.loose(p).stream()
            .filter(a -> fits(slot.path().getFirst(), a, p.sentence()))
            .map(a -> fillers(p, a, slot.kinds()))
            .filter(found -> !found.isEmpty())
            .findFirst()
            .orElse(List.of());
  }

  /** The one agent of the events of a class told so far; nobody where they have several. */
  private List<Filler> agentOf(String kind) {
    List<Entity> agents =
        told.stream()
            .flatMap(
                f ->
                    f.pattern().event().filter(e -> e.kind().equals(kind)).stream()
                        .flatMap(e -> e.agent().stream())
                        .flatMap(role -> f.entities(role).stream()))
            .distinct()
            .toList();
    return agents.size() == 1 ? List.of(new Named(agents.getFirst(), "antecedent")) : List.of();
  }

  /** "This announcement": the last event of that class told before. */
  private Optional<Finding> pointedBack(Sentence s, Token noun) {
    boolean pointing = Set.of("this", "that", "the").contains(new NounPhrase(s, noun).determiner());
    return modality
        .eventNoun(noun.lemma())
        .filter(kind -> pointing)
        .flatMap(
            kind ->
                told.reversed().stream()
                    .filter(f -> f.pattern().event().filter(e -> e.kind().equals(kind)).isPresent())
                    .findFirst());
  }

  /** A description that needs another role to say whose it is. */
  private void made(
      Proposition p,
      Argument end,
      Map<String, List<Filler>> filled,
      Slot slot,
      Completion by,
      List<Filler> out) {
    entities(filled, slot.of()).stream()
        .flatMap(e -> by.complete(p.sentence(), end.token(), e).stream())
        .forEach(e -> out.add(new Named(e, "group")));
  }

  private List<Filler> fillers(Proposition p, Argument end, List<String> kinds) {
    Sentence s = p.sentence();
    if (kinds.contains("Event")) {
      return events.apply(s, end.token()).stream()
          .filter(f -> f.pattern().event().isPresent())
          .findFirst()
          .or(() -> pointedBack(s, end.token()))
          .<List<Filler>>map(f -> List.of(new Described(f)))
          .orElse(List.of());
    }
    List<Filler> out = new ArrayList<>();
    if (end.function().equals("actor") && participants.first(end.token())) {
      return out; // "we see fewer orders from X": not ours
    }
    boolean later =
        end.how().equals("relative")
            && new NounPhrase(s, end.token())
                .conjuncts().stream().anyMatch(t -> t.index() > p.head().index());
    // "its competitors Samsung and SK Hynix": a plural is said of all, "Senators X and Y" too
    boolean plural = p.head().tag().matches("NNP?S");
    boolean several = plural && (!kinds.contains("Person") || end.how().equals("title"));
    boolean one = ALONE.contains(end.how()) && !several || end.function().equals("self") || later;
    List<Participant> meant =
        participants.first(end.token())
            ? participants.voice(s, end.token(), source(p)).stream().toList()
            : one ? participants.alone(s, end.token()) : participants.of(s, end.token());
    for (Participant x : meant) {
      kinds.stream()
          .filter(k -> ontology.isA(x.entity().kind(), k))
          .map(k -> x.entity())
          .findFirst()
          .or(
              () ->
                  kinds.stream().flatMap(k -> participants.as(x.entity(), k).stream()).findFirst())
          .ifPresent(e -> out.add(new Named(e, end.how() + "+" + x.how())));
    }
    return out;
  }

  /** Walks the functions of a path; an empty path ends at the predicate itself. */
  private List<Argument> follow(Proposition p, List<Slot.Step> path, int depth, String how) {
    if (depth == path.size()) {
      return List.of(new Argument("self", p.head(), how.isEmpty() ? "self" : how));
    }
    List<Argument> out = new ArrayList<>();
    for (Argument a : p.arguments()) {
      boolean inside =
          a.function().equals("modifier")
              && participants.oneName(p.sentence(), a.token(), p.head());
      if (fits(path.get(depth), a, p.sentence()) && !inside) {
        if (depth == path.size() - 1) {
          out.add(
              new Argument(a.function(), a.token(), how.isEmpty() ? a.how() : how + "+" + a.how()));
        } else {
          for (Token t : each(p.sentence(), a)) {
            clauses
                .at(p.sentence(), t)
                .ifPresent(q -> out.addAll(follow(q, path, depth + 1, how + a.how())));
          }
        }
      }
    }
    return out;
  }

  /** "uses Google's chips and Amazon's servers": an object and what is coordinated with it. */
  private static List<Token> each(Sentence s, Argument a) {
    List<Token> out = new ArrayList<>(List.of(a.token()));
    if (a.function().equals("object")) {
      new NounPhrase(s, a.token())
          .conjuncts().stream().filter(t -> s.child(t, "poss").isPresent()).forEach(out::add);
    }
    return out;
  }

  private boolean fits(Slot.Step step, Argument a, Sentence s) {
    return step.functions().contains(a.function())
        && (step.lemmas().isEmpty()
            || step.lemmas().contains(a.token().form())
            || step.lemmas().contains(a.token().lemma()) && !participants.justName(s, a.token()));
  }

  private List<Entity> entities(Map<String, List<Filler>> filled, String role) {
    return Filler.entities(filled.getOrDefault(role, List.of()));
  }
}
