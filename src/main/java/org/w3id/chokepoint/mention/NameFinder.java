package org.w3id.chokepoint.mention;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.w3id.chokepoint.text.Sentence;
import org.w3id.chokepoint.text.Token;
import org.w3id.chokepoint.text.Unit;

/** Marks every name of an article and says which entity it names. */
public final class NameFinder {
  private final Ontology ontology;
  private final NameLexicon words;
  private final KnownMentions known;
  private final NewMentions fresh;
  private final ShortForms shortForms;
  private final Towns towns;

  public NameFinder(Ontology ontology, ReferenceData reference, NameLexicon words) {
    this.ontology = ontology;
    this.words = words;
    this.known = new KnownMentions(ontology, reference, words);
    this.fresh = new NewMentions(ontology, reference, words);
    this.shortForms = new ShortForms(ontology);
    this.towns = new Towns(reference);
  }

  /** The named mentions in order of their place; none overlaps another. */
  public List<Mention> find(List<Sentence> sentences) {
    List<Mention> mentions = new ArrayList<>(known.in(sentences));
    mentions.addAll(fresh.beside(sentences, mentions));
    mentions.addAll(shortForms.beside(sentences, mentions));
    mentions.sort(Comparator.comparingInt(Mention::begin));
    return towns.withStates(sentences, mentions);
  }

  /** The names that a parser does better to read as one everyday word. */
  public List<Unit> units(List<Mention> mentions) {
    List<Unit> out = new ArrayList<>();
    for (Mention m : mentions) {
      if (m.form() == Mention.Form.NAME) {
        words.standIns().entrySet().stream()
            .filter(e -> ontology.isA(m.entity().kind(), e.getKey()))
            .findFirst()
            .ifPresent(e -> out.add(new Unit(m.begin(), m.end(), e.getValue())));
      }
    }
    return out;
  }

  /** The same mentions in sentences that were parsed again. */
  public static List<Mention> in(List<Sentence> sentences, List<Mention> mentions) {
    return mentions.stream().map(m -> in(sentences.get(m.sentence()), m)).toList();
  }

  private static Mention in(Sentence s, Mention m) {
    List<Token> inside =
        s.tokens().stream().filter(t -> t.begin() >= m.begin() && t.begin() < m.end()).toList();
    return inside.isEmpty()
        ? m
        : new Span(s, inside.getFirst().index(), inside.getLast().index())
            .parsed(m.entity(), m.form());
  }
}
