package org.w3id.chokepoint.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.w3id.chokepoint.article.Block;
import org.w3id.chokepoint.clause.Clauses;
import org.w3id.chokepoint.clause.Proposition;
import org.w3id.chokepoint.extract.Filler.Named;
import org.w3id.chokepoint.extract.Pattern.Learned;
import org.w3id.chokepoint.extract.Pattern.Slot;
import org.w3id.chokepoint.mention.Entity;
import org.w3id.chokepoint.mention.Mention;
import org.w3id.chokepoint.mention.Ontology;
import org.w3id.chokepoint.mention.Participants;
import org.w3id.chokepoint.relation.Guess;
import org.w3id.chokepoint.relation.RelationModel;
import org.w3id.chokepoint.relation.Span;
import org.w3id.chokepoint.text.Sentence;
import org.w3id.chokepoint.text.Token;

/** Asks the learned model about the pairs of names that no pattern joined. Immutable. */
final class PairReader {
  private final Ontology ontology;
  private final RelationModel model;
  private final Clauses clauses;
  private final Map<String, List<Pattern>> byRelation = new HashMap<>();

  PairReader(Ontology ontology, RelationModel model, Clauses clauses, List<Pattern> patterns) {
    this.ontology = ontology;
    this.model = model;
    this.clauses = clauses;
    for (Pattern p : patterns) {
      p.learned().map(Learned::relations).orElse(List.of()).stream()
          .forEach(r -> byRelation.computeIfAbsent(r, k -> new ArrayList<>()).add(p));
    }
  }

  /** A pattern with its roles filled, and the predicate that the two names hang on. */
  record Match(
      Pattern pattern, Proposition proposition, Map<String, List<Filler>> roles, Guess guess) {}

  /** What the model reads in a sentence, in order of the pairs. */
  List<Match> read(Sentence sentence, List<Finding> told, Participants participants) {
    if (byRelation.isEmpty() || sentence.block().kind() == Block.Kind.HEADING) {
      return List.of(); // a heading repeats the text, and its grammar is its own
    }
    ToldTies known = new ToldTies(told);
    List<Mention> here =
        participants.mentions().stream()
            .filter(m -> m.sentence() == sentence.index())
            .filter(m -> m.form() != Mention.Form.DESCRIPTION)
            .toList();
    List<int[]> pairs =
        pairs(here).stream()
            .filter(p -> !known.joins(here.get(p[0]).entity(), here.get(p[1]).entity()))
            .filter(p -> possible(here.get(p[0]), here.get(p[1]), participants))
            .toList();
    List<Guess> guesses =
        model.read(
            sentence.tokens().stream().map(Token::form).toList(),
            here.stream().map(m -> span(sentence, m)).toList(),
            pairs);
    List<Match> out = new ArrayList<>();
    for (int i = 0; i < guesses.size(); i++) {
      Mention a = here.get(pairs.get(i)[0]);
      Mention b = here.get(pairs.get(i)[1]);
      if (surer(i, pairs, guesses)) {
        match(sentence, a, b, guesses.get(i), participants)
            .filter(m -> !known.joins(m.roles()) && !known.takes(m.pattern(), m.roles()))
            .ifPresent(out::add);
      }
    }
    return out;
  }

  /** Of the two ways round the likelier one counts, of equal ones the first. */
  private static boolean surer(int i, List<int[]> pairs, List<Guess> guesses) {
    for (int j = 0; j < guesses.size(); j++) {
      boolean turned = pairs.get(j)[0] == pairs.get(i)[1] && pairs.get(j)[1] == pairs.get(i)[0];
      double more = guesses.get(j).probability() - guesses.get(i).probability();
      if (turned && (more > 0 || more == 0 && j < i)) {
        return false;
      }
    }
    return true;
  }

  /** Each two entities both ways round, by their two mentions that stand nearest. */
  private static List<int[]> pairs(List<Mention> here) {
    Map<Entity, List<Integer>> places =
        IntStream.range(0, here.size())
            .boxed()
            .collect(
                Collectors.groupingBy(
                    i -> here.get(i).entity(), LinkedHashMap::new, Collectors.toList()));
    List<int[]> out = new ArrayList<>();
    for (var a : places.entrySet()) {
      for (var b : places.entrySet()) {
        if (!a.getKey().equals(b.getKey())) {
          out.add(nearest(here, a.getValue(), b.getValue()));
        }
      }
    }
    return out;
  }

  private static int[] nearest(List<Mention> here, List<Integer> as, List<Integer> bs) {
    int[] best = {as.getFirst(), bs.getFirst()};
    for (int a : as) {
      for (int b : bs) {
        int apart = Math.abs(here.get(a).head() - here.get(b).head());
        if (apart < Math.abs(here.get(best[0]).head() - here.get(best[1]).head())) {
          best = new int[] {a, b};
        }
      }
    }
    return best;
  }

  private static Span span(Sentence sentence, Mention m) {
    List<Token> inside =
        sentence.tokens().stream().filter(t -> t.begin() < m.end() && t.end() > m.begin()).toList();
    String kind =
        switch (m.form()) {
          case NAME, METONYM -> m.entity().kind();
          default -> m.entity().kind() + "/" + m.form();
        };
    return inside.isEmpty()
        ? new Span(m.head(), m.head() + 1, kind)
        : new Span(inside.getFirst().index(), inside.getLast().index() + 1, kind);
  }

  private Optional<Match> match(
      Sentence sentence, Mention a, Mention b, Guess guess, Participants participants) {
    return byRelation.getOrDefault(guess.relation(), List.of()).stream()
        .filter(p -> guess.probability() >= p.learned().orElseThrow().least())
        .filter(p -> roles(p, a, b, participants).size() == p.roles().size())
        .findFirst()
        .flatMap(
            p ->
                predicate(sentence, a, b)
                    .map(head -> new Match(p, head, roles(p, a, b, participants), guess)));
  }

  /** Whether there is anything that such two can have to do with each other. */
  private boolean possible(Mention a, Mention b, Participants participants) {
    return byRelation.values().stream()
        .flatMap(List::stream)
        .anyMatch(p -> roles(p, a, b, participants).size() == p.roles().size());
  }

  /** The roles that the two fill. */
  private Map<String, List<Filler>> roles(
      Pattern p, Mention a, Mention b, Participants participants) {
    Map<String, List<Filler>> out = new LinkedHashMap<>();
    p.roles()
        .forEach(
            (name, role) ->
                role.slots().stream()
                    .flatMap(slot -> filler(slot, a, b, participants).stream())
                    .findFirst()
                    .ifPresent(f -> out.put(name, List.of(f))));
    return out;
  }

  private Optional<Filler> filler(Slot slot, Mention a, Mention b, Participants participants) {
    Mention m = slot.path().getFirst().functions().contains("first") ? a : b;
    return slot.kinds().stream()
        .filter(k -> ontology.isA(m.entity().kind(), k))
        .map(k -> m.entity())
        .findFirst()
        .or(
            () ->
                slot.kinds().stream()
                    .flatMap(k -> participants.as(m.entity(), k).stream())
                    .findFirst())
        .map(e -> new Named(e, "learned"));
  }

  /** The lowest word above both names, or above that, that can be a predicate. */
  private Optional<Proposition> predicate(Sentence s, Mention a, Mention b) {
    List<Token> over = s.upward(s.tokens().get(b.head()));
    return s.upward(s.tokens().get(a.head())).stream()
        .filter(over::contains)
        .flatMap(t -> clauses.at(s, t).stream())
        .findFirst();
  }
}
