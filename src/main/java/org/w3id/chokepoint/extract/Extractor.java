package org.w3id.chokepoint.extract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3id.chokepoint.clause.Argument;
import org.w3id.chokepoint.clause.Clauses;
import org.w3id.chokepoint.clause.Modalities;
import org.w3id.chokepoint.clause.Modality;
import org.w3id.chokepoint.clause.Modality.Realization;
import org.w3id.chokepoint.clause.ModalityLexicon;
import org.w3id.chokepoint.clause.Proposition;
import org.w3id.chokepoint.extract.Filler.Described;
import org.w3id.chokepoint.extract.Filler.Named;
import org.w3id.chokepoint.extract.Pattern.Slot;
import org.w3id.chokepoint.mention.Entity;
import org.w3id.chokepoint.mention.Mention;
import org.w3id.chokepoint.mention.Ontology;
import org.w3id.chokepoint.mention.Participant;
import org.w3id.chokepoint.mention.Participants;
import org.w3id.chokepoint.relation.RelationModel;
import org.w3id.chokepoint.text.NounPhrase;
import org.w3id.chokepoint.text.Sentence;
import org.w3id.chokepoint.text.Token;

/** Applies the patterns to the propositions of an article. Immutable; safe for several threads. */
public final class Extractor {
  /** A title or apposition is said of one name, not of those coordinated with it. */
  private static final Set<String> ALONE = Set.of("title", "attributive", "apposition");

  private final Ontology ontology;
  private final ModalityLexicon modality;
  private final Clauses clauses;
  private final PairReader pairs;
  private final Dates dates;
  private final Amounts amounts;
  private final Map<String, List<Pattern>> byTrigger = new HashMap<>();

  /** The first words of the triggers, each with its part of speech: most words begin none. */
  private final Set<String> openings = new HashSet<>();

  public Extractor(
      Ontology ontology,
      ModalityLexicon modality,
      QuantityLexicon quantities,
      List<Pattern> patterns,
      RelationModel relations) {
    this.ontology = ontology;
    this.modality = modality;
    this.clauses = new Clauses(modality);
    this.pairs = new PairReader(ontology, relations, clauses, patterns);
    this.dates = new Dates(quantities);
    this.amounts = new Amounts(quantities);
    for (Pattern p : patterns) {
      p.triggers()
          .forEach(
              t -> {
                byTrigger.computeIfAbsent(p.part() + " " + t, k -> new ArrayList<>()).add(p);
                openings.add(p.part() + " " + t.split(" ")[0]);
              });
    }
  }

  /**
   * The findings of the patterns in order of their place in the article, then those of the learned
   * model for pairs of names that no pattern joined.
   */
  public List<Finding> extract(
      List<Sentence> sentences, Participants participants, Optional<LocalDate> published) {
    Pass pass = new Pass(participants, new Modalities(sentences, modality), published);
    List<Finding> out = new ArrayList<>();
    for (Sentence sentence : sentences) {
      for (Token token : sentence.tokens()) {
        List<Finding> found = pass.at(sentence, token);
        pass.told.addAll(found);
        out.addAll(found);
      }
    }
    sentences.forEach(sentence -> out.addAll(pass.pairsOf(sentence)));
    return out;
  }

  /** Resolves a description with the help of the actor that it belongs to. */
  @FunctionalInterface
  private interface Completion {
    Optional<Entity> complete(Sentence sentence, Token token, Entity actor);
  }

  /** One article's state. */
  private final class Pass {
    private final Participants participants;
    private final Modalities modalities;
    private final Optional<LocalDate> published;
    private final Quantities quantities = new Quantities(dates, amounts);
    private final Plausibility plausibility;
    private final List<Finding> told = new ArrayList<>();

    Pass(Participants participants, Modalities modalities, Optional<LocalDate> published) {
      this.participants = participants;
      this.modalities = modalities;
      this.published = published;
      this.plausibility = new Plausibility(participants.background());
    }

    List<Finding> at(Sentence sentence, Token token) {
      Optional<Proposition> p =
          opens(sentence, token) ? clauses.at(sentence, token) : Optional.empty();
      if (p.isEmpty()) {
        return List.of();
      }
      List<Finding> found =
          patterns(p.get()).stream().flatMap(pattern -> match(pattern, p.get()).stream()).toList();
      boolean refused = found.stream().anyMatch(f -> f.pattern().refused());
      return refused
          ? found.stream().filter(f -> f.pattern().refused() || f.pattern().presupposed()).toList()
          : found;
    }

    /** Whether a pattern may have the word for its trigger: seen without the tree. */
    private boolean opens(Sentence sentence, Token token) {
      boolean begins =
          token.is("VB")
              ? openings.contains(Proposition.Part.VERB + " " + token.lemma())
              : openings.contains(Proposition.Part.NOUN + " " + token.lemma())
                  || openings.contains(Proposition.Part.ADJECTIVE + " " + token.lemma());
      return begins || participants.named(sentence, token);
    }

    /** An adjective before a name may be what a noun is: "its rival X", "a rival of X". */
    private List<Pattern> patterns(Proposition p) {
      boolean name = participants.justName(p.sentence(), p.head());
      List<Pattern> own =
          name ? List.of() : byTrigger.getOrDefault(p.part() + " " + p.lemma(), List.of());
      List<Pattern> both = new ArrayList<>(own);
      if (participants.named(p.sentence(), p.head())) {
        both.addAll(byTrigger.getOrDefault(Proposition.Part.NOUN + " @name", List.of()));
      }
      if (p.part() != Proposition.Part.ADJECTIVE) {
        return both;
      }
      both.addAll(byTrigger.getOrDefault(Proposition.Part.NOUN + " " + p.lemma(), List.of()));
      return both;
    }

    private Optional<Finding> match(Pattern pattern, Proposition p) {
      boolean dressed = pattern.with().isEmpty() || anyOf(pattern.with(), p);
      if (!dressed || anyOf(pattern.without(), p) || pattern.refused() && !modalities.refused(p)) {
        return Optional.empty();
      }
      Map<String, List<Filler>> filled = new LinkedHashMap<>();
      for (var role : pattern.roles().entrySet()) {
        List<Filler> fillers = List.of();
        for (Slot slot : role.getValue().slots()) {
          fillers = fillers.isEmpty() ? fill(slot, p, filled) : fillers;
        }
        boolean wanting = fillers.isEmpty() && !role.getValue().optional();
        for (Slot slot : wanting ? role.getValue().slots() : List.<Slot>of()) {
          fillers = fillers.isEmpty() ? loose(slot, p) : fillers;
        }
        if (pattern.known().contains(role.getKey())) {
          fillers =
              fillers.stream().filter(f -> f instanceof Named n && n.entity().known()).toList();
        }
        if (pattern.unknown().contains(role.getKey())) {
          fillers =
              fillers.stream().filter(f -> f instanceof Named n && !n.entity().known()).toList();
        }
        if (pattern.vacant().contains(role.getKey())) {
          if (fillers.stream().anyMatch(f -> surely(f, role.getValue()))) {
            return Optional.empty();
          }
          fillers = List.of();
        }
        if (fillers.isEmpty() && !role.getValue().optional()) {
          return Optional.empty();
        }
        filled.put(role.getKey(), fillers);
      }
      return finding(pattern, p, filled, 1);
    }

    /** What the learned model reads where no pattern found anything. */
    List<Finding> pairsOf(Sentence sentence) {
      List<Mention> mentions = new ArrayList<>(participants.names());
      mentions.addAll(participants.references());
      mentions.addAll(participants.described());
      List<Finding> here =
          told.stream().filter(f -> f.proposition().sentence().equals(sentence)).toList();
      return pairs.read(sentence, mentions, here, participants).stream()
          .flatMap(m -> finding(m.pattern(), m.proposition(), m.roles(), m.likelihood()).stream())
          .toList();
    }

    private Optional<Finding> finding(
        Pattern pattern, Proposition p, Map<String, List<Filler>> filled, double likelihood) {
      if (!plausibility.holds(pattern, filled)) {
        return Optional.empty();
      }
      // what two names within one phrase have to do with each other is taken for granted
      boolean granted =
          pattern.presupposed()
              || pattern.learned().isPresent() && p.part() != Proposition.Part.VERB;
      Modality said = granted ? modalities.beside(p) : modalities.of(p);
      Optional<Entity> source =
          pattern
              .source()
              .flatMap(r -> filled.getOrDefault(r, List.of()).stream().findFirst())
              .flatMap(f -> f instanceof Named n ? Optional.of(n.entity()) : Optional.empty())
              .or(() -> said.source().flatMap(this::speaker));
      boolean ahead = pattern.prospective() || said.realization() == Realization.PROSPECTIVE;
      return Optional.of(
          new Finding(
              pattern,
              p,
              filled,
              said,
              source,
              quantities.date(p, ahead, published),
              quantities.amount(p),
              likelihood));
    }

    /** Whether a filler is of a class that a role asks for, and not only may be. */
    private boolean surely(Filler filler, Pattern.Role role) {
      return !(filler instanceof Named n)
          || !ontology.isA(n.entity().kind(), "Technology")
          || role.slots().stream()
              .flatMap(slot -> slot.kinds().stream())
              .anyMatch(k -> ontology.isA(n.entity().kind(), k));
    }

    private boolean anyOf(List<List<Slot.Step>> paths, Proposition p) {
      return paths.stream().anyMatch(path -> !follow(p, path, 0, "").isEmpty());
    }

    private Optional<Entity> speaker(Modality.Speaker speaker) {
      return participants.of(speaker.sentence(), speaker.token()).stream()
          .flatMap(x -> participants.as(x.entity(), "Actor").stream())
          .findFirst();
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
      boolean pointing =
          Set.of("this", "that", "the").contains(new NounPhrase(s, noun).determiner());
      return modality
          .eventNoun(noun.lemma())
          .filter(kind -> pointing)
          .flatMap(
              kind ->
                  told.reversed().stream()
                      .filter(
                          f -> f.pattern().event().filter(e -> e.kind().equals(kind)).isPresent())
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
        return at(s, end.token()).stream()
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
                    kinds.stream()
                        .flatMap(k -> participants.as(x.entity(), k).stream())
                        .findFirst())
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
                new Argument(
                    a.function(), a.token(), how.isEmpty() ? a.how() : how + "+" + a.how()));
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
}
