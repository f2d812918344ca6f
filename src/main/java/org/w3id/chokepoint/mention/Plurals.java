package org.w3id.chokepoint.mention;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import org.w3id.chokepoint.text.NounPhrase;
import org.w3id.chokepoint.text.Sentence;
import org.w3id.chokepoint.text.Token;

/**
 * What "they", "both companies" and "the two firms" point back to: several entities told of
 * together. Left open where the text before does not give just so many.
 */
final class Plurals {
  private static final int REACH = 4;

  private final Ontology ontology;
  private final NameLexicon words;
  private final List<Sentence> sentences;
  private final List<Mention> mentions;
  private final BiFunction<Sentence, Token, List<Participant>> participants;

  Plurals(
      Ontology ontology,
      NameLexicon words,
      List<Sentence> sentences,
      List<Mention> mentions,
      BiFunction<Sentence, Token, List<Participant>> participants) {
    this.ontology = ontology;
    this.words = words;
    this.sentences = sentences;
    this.mentions = mentions;
    this.participants = participants;
  }

  /** The entities that a plural pronoun or a counted noun stands for; empty for other words. */
  List<Entity> of(Sentence s, Token token) {
    String form = token.form().toLowerCase(Locale.ROOT);
    if (words.several().contains(form)) {
      return pronoun(s, token);
    }
    int count = count(s, token);
    return count > 0
        ? counted(s, token, count)
        : listed(s, token) ? enumerated(s, token) : List.of();
  }

  /** "These banks", "the companies": told of as a list just before, by nothing but their class. */
  private boolean listed(Sentence s, Token token) {
    NounPhrase phrase = new NounPhrase(s, token);
    return token.tag().equals("NNS")
        && phrase.determiner().matches("the|these|those")
        && phrase.modifiers().isEmpty()
        && phrase.possessor().isEmpty()
        && phrase.clauses().isEmpty()
        && s.children(token, "prep", "appos").isEmpty()
        && !partly(s, token)
        && !kinds(token).isEmpty();
  }

  /** "one of these companies" is not said of all. */
  private static boolean partly(Sentence s, Token token) {
    return token.relation().equals("pobj")
        && s.head(token)
            .filter(p -> p.lemma().equals("of"))
            .flatMap(s::head)
            .filter(t -> t.tag().matches("CD|DT|JJ.*|PDT"))
            .isPresent();
  }

  /** The members of the last enumeration of the noun's class, here or in the sentence before. */
  private List<Entity> enumerated(Sentence s, Token token) {
    List<Entity> here = enumeration(s, token.index(), kinds(token));
    if (!here.isEmpty() || s.index() == 0) {
      return here;
    }
    Sentence before = sentences.get(s.index() - 1);
    List<Entity> there = enumeration(before, before.tokens().size(), kinds(token));
    return there.isEmpty() ? product(s, token) : there;
  }

  /**
   * "The chips are": those of the one product of the kind that was named since the last sentence.
   */
  private List<Entity> product(Sentence s, Token token) {
    List<Entity> named =
        mentions.stream()
            .filter(m -> m.form() == Mention.Form.NAME && m.end() <= token.begin())
            .filter(m -> m.sentence() >= s.index() - 1)
            .map(Mention::entity)
            .filter(e -> ontology.isA(e.kind(), "Technology"))
            .filter(e -> !e.kind().equals("TechnologyCategory"))
            .distinct()
            .toList();
    return named.size() == 1
            && kinds(token).stream().anyMatch(k -> ontology.isA(named.getFirst().kind(), k))
        ? named
        : List.of();
  }

  private List<Entity> enumeration(Sentence s, int before, List<String> kinds) {
    for (Token first : s.tokens().subList(0, before).reversed()) {
      List<Token> rest = new NounPhrase(s, first).conjuncts();
      if (first.is("NNP") && !first.relation().equals("conj") && !rest.isEmpty()) {
        List<Entity> all =
            participants.apply(s, first).stream().map(Participant::entity).distinct().toList();
        boolean fit =
            all.stream().allMatch(e -> kinds.stream().anyMatch(k -> ontology.isA(e.kind(), k)));
        if (fit && all.size() == rest.size() + 1) {
          return all;
        }
      }
    }
    return List.of();
  }

  /** The plural subject that stands before, nearest first, in this sentence or the one before. */
  private List<Entity> pronoun(Sentence s, Token pronoun) {
    List<Entity> here = subject(s, pronoun.index() - 1);
    here = here.isEmpty() ? firm(s, pronoun) : here;
    if (!here.isEmpty() || s.index() == 0) {
      return here;
    }
    Sentence before = sentences.get(s.index() - 1);
    return subject(before, before.tokens().size() - 1);
  }

  /** "TSMC said they will invest": a firm that the clause around is about. */
  private List<Entity> firm(Sentence s, Token pronoun) {
    return s.tokens().subList(0, pronoun.index()).stream()
        .filter(t -> t.relation().equals("nsubj") && t.is("NNP"))
        .filter(t -> s.head(t).filter(verb -> s.dominates(verb, pronoun)).isPresent())
        .flatMap(t -> participants.apply(s, t).stream())
        .map(Participant::entity)
        .filter(e -> ontology.isA(e.kind(), "Organization"))
        .limit(1)
        .toList();
  }

  private List<Entity> subject(Sentence s, int from) {
    for (int i = from; i >= 0; i--) {
      Token subject = s.tokens().get(i);
      if (subject.relation().startsWith("nsubj") && subject.is("NN")) {
        List<Entity> found =
            participants.apply(s, subject).stream().map(Participant::entity).distinct().toList();
        boolean plural = new NounPhrase(s, subject).plural() || found.size() > 1;
        if (plural && !found.isEmpty()) {
          return found;
        }
      }
    }
    return List.of();
  }

  /** "both companies" 2, "the three firms" 3, "the pair" 2; 0 for what counts nothing. */
  private int count(Sentence s, Token token) {
    if (!token.is("NN") || token.is("NNP")) {
      return 0;
    }
    String own = token.lemma().toLowerCase(Locale.ROOT);
    NounPhrase phrase = new NounPhrase(s, token);
    boolean definite = phrase.determiner().matches("the|these|those");
    if (words.counts().containsKey(own)) {
      return definite && phrase.after("of").isEmpty() ? words.counts().get(own) : 0;
    }
    boolean both = phrase.determiner().equals("both");
    List<String> before =
        new ArrayList<>(
            s.children(token).stream()
                .filter(t -> t.index() < token.index())
                .map(t -> t.form().toLowerCase(Locale.ROOT))
                .toList());

    if (both || before.contains("both")) {
      return 2;
    }
    return definite && phrase.plural()
        ? before.stream()
            .filter(words.counts()::containsKey)
            .mapToInt(words.counts()::get)
            .findFirst()
            .orElse(0)
        : 0;
  }

  /** So many different entities of the noun's class, in as few sentences before as hold them. */
  private List<Entity> counted(Sentence s, Token token, int count) {
    List<String> kinds = kinds(token);
    Set<Entity> found = new LinkedHashSet<>();
    for (int i = s.index(); i >= Math.max(0, s.index() - REACH) && found.size() < count; i--) {
      for (Mention m : mentions) {
        boolean before = m.sentence() == i && (i < s.index() || m.end() <= token.begin());
        boolean whole = m.form() != Mention.Form.DEMONYM && m.form() != Mention.Form.DESCRIPTION;
        if (before && whole && kinds.stream().anyMatch(k -> ontology.isA(m.entity().kind(), k))) {
          found.add(m.entity());
        }
      }
    }
    return found.size() == count ? List.copyOf(found) : List.of();
  }

  private List<String> kinds(Token token) {
    List<String> named =
        words.antecedents().entrySet().stream()
            .filter(e -> e.getValue().contains(token.lemma()))
            .map(java.util.Map.Entry::getKey)
            .toList();
    boolean people = words.counts().containsKey(token.form().toLowerCase(Locale.ROOT));
    return named.isEmpty() && people ? List.of("Company", "Country", "Person") : named;
  }
}
