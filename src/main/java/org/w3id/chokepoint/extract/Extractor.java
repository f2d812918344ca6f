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
import org.w3id.chokepoint.clause.Clauses;
import org.w3id.chokepoint.clause.Modalities;
import org.w3id.chokepoint.clause.Modality;
import org.w3id.chokepoint.clause.Modality.Realization;
import org.w3id.chokepoint.clause.ModalityLexicon;
import org.w3id.chokepoint.clause.Proposition;
import org.w3id.chokepoint.extract.Filler.Named;
import org.w3id.chokepoint.mention.Entity;
import org.w3id.chokepoint.mention.Ontology;
import org.w3id.chokepoint.mention.Participants;
import org.w3id.chokepoint.relation.Guess;
import org.w3id.chokepoint.relation.RelationModel;
import org.w3id.chokepoint.text.Sentence;
import org.w3id.chokepoint.text.Token;

/** Applies the patterns to the propositions of an article. Immutable; safe for several threads. */
public final class Extractor {
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

  /** One article's state. */
  private final class Pass {
    private final Participants participants;
    private final Modalities modalities;
    private final Optional<LocalDate> published;
    private final Quantities quantities = new Quantities(dates, amounts);
    private final Plausibility plausibility;
    private final Fillers fillers;
    private final List<Finding> told = new ArrayList<>();

    Pass(Participants participants, Modalities modalities, Optional<LocalDate> published) {
      this.participants = participants;
      this.modalities = modalities;
      this.published = published;
      this.plausibility = new Plausibility(participants.background());
      this.fillers =
          new Fillers(ontology, modality, clauses, participants, modalities, told, this::at);
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
      boolean dressed = pattern.with().isEmpty() || fillers.anyOf(pattern.with(), p);
      if (!dressed
          || fillers.anyOf(pattern.without(), p)
          || pattern.refused() && !modalities.refused(p)) {
        return Optional.empty();
      }
      Map<String, List<Filler>> filled = new LinkedHashMap<>();
      for (var role : pattern.roles().entrySet()) {
        List<Filler> found = fillers.of(role.getValue(), p, filled);
        if (pattern.known().contains(role.getKey())) {
          found = found.stream().filter(f -> f instanceof Named n && n.entity().known()).toList();
        }
        if (pattern.unknown().contains(role.getKey())) {
          found = found.stream().filter(f -> f instanceof Named n && !n.entity().known()).toList();
        }
        if (pattern.vacant().contains(role.getKey())) {
          if (found.stream().anyMatch(f -> surely(f, role.getValue()))) {
            return Optional.empty();
          }
          found = List.of();
        }
        if (found.isEmpty() && !role.getValue().optional()) {
          return Optional.empty();
        }
        filled.put(role.getKey(), found);
      }
      return finding(pattern, p, filled, Optional.empty());
    }

    /** What the learned model reads where no pattern found anything. */
    List<Finding> pairsOf(Sentence sentence) {
      List<Finding> here =
          told.stream()
              .filter(f -> f.proposition().sentence().index() == sentence.index())
              .toList();
      fillers.voices(sentence);
      return pairs.read(sentence, here, participants).stream()
          .flatMap(
              m ->
                  finding(m.pattern(), m.proposition(), m.roles(), Optional.of(m.guess())).stream())
          .toList();
    }

    private Optional<Finding> finding(
        Pattern pattern, Proposition p, Map<String, List<Filler>> filled, Optional<Guess> guess) {
      if (!plausibility.holds(pattern, filled)) {
        return Optional.empty();
      }
      // what two names within one phrase have to do with each other is taken for granted
      boolean granted =
          pattern.presupposed()
              || pattern.learned().isPresent() && p.part() != Proposition.Part.VERB;
      Modality read = granted ? modalities.beside(p) : modalities.of(p);
      Modality said =
          guess.filter(g -> read.factual()).map(g -> read.with(g.effect())).orElse(read);
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
              guess.map(Guess::probability).orElse(1.0)));
    }

    /** Whether a filler is of a class that a role asks for, and not only may be. */
    private boolean surely(Filler filler, Pattern.Role role) {
      return !(filler instanceof Named n)
          || !ontology.isA(n.entity().kind(), "Technology")
          || role.slots().stream()
              .flatMap(slot -> slot.kinds().stream())
              .anyMatch(k -> ontology.isA(n.entity().kind(), k));
    }

    private Optional<Entity> speaker(Modality.Speaker speaker) {
      return participants.of(speaker.sentence(), speaker.token()).stream()
          .flatMap(x -> participants.as(x.entity(), "Actor").stream())
          .findFirst();
    }
  }
}
