package org.w3id.chokepoint.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.w3id.chokepoint.clause.Proposition.Part;
import org.w3id.chokepoint.text.NounPhrase;
import org.w3id.chokepoint.text.Sentence;
import org.w3id.chokepoint.text.Token;

/** Reads propositions off the dependency tree. */
public final class Clauses {
  private final Subjects subjects;
  private final Prepositions prepositions;
  private final NounArguments nouns;
  private final Measures measures;

  public Clauses(ModalityLexicon words) {
    this.subjects = new Subjects(words);
    this.prepositions = new Prepositions(words);
    this.nouns = new NounArguments(words, subjects, prepositions);
    this.measures = new Measures(words);
  }

  /**
   * The proposition that a verb, noun or adjective heads; empty for other words and auxiliaries.
   */
  public Optional<Proposition> at(Sentence s, Token token) {
    if (token.is("VB") && !token.relation().startsWith("aux")) {
      return Optional.of(verb(s, token));
    }
    if (token.is("NN") || token.is("CD")) {
      return Optional.of(new Proposition(s, token, Part.NOUN, token.lemma(), nouns.of(s, token)));
    }
    return token.is("JJ")
        ? Optional.of(
            new Proposition(s, token, Part.ADJECTIVE, token.lemma(), nouns.ofAdjective(s, token)))
        : Optional.empty();
  }

  /** The phrases behind a predicate that may be its arguments though the parse says otherwise. */
  public List<Argument> loose(Proposition p) {
    return Attachments.loose(p.sentence(), p.head());
  }

  private Proposition verb(Sentence s, Token verb) {
    List<Argument> out = new ArrayList<>();
    boolean passive = passive(s, verb);
    List<Token> objects = s.children(verb, "dobj").stream().filter(t -> !put(s, verb)).toList();
    subjects.of(s, verb).map(a -> voice(a, passive, !objects.isEmpty())).ifPresent(out::add);
    // "all of the chips are made by X"
    List.copyOf(out).stream()
        .filter(a -> a.function().equals("object") && a.token().is("DT"))
        .flatMap(a -> measures.of(s, a.token()).stream())
        .forEach(t -> out.add(new Argument("object", t, "measure")));
    for (Token object : objects) {
      out.add(
          new Argument("object", Subjects.resolve(s, verb, object, "direct").token(), "direct"));
    }
    if (verb.relation().equals("relcl")
        && objects.isEmpty()
        && !passive
        && Subjects.relativeObject(s, verb)) {
      s.head(verb).ifPresent(noun -> out.add(new Argument("object", noun, "relative")));
    }
    s.children(verb, "dative", "iobj").forEach(t -> dative(s, t, out));
    s.children(verb, "attr", "acomp", "oprd")
        .forEach(t -> out.add(new Argument("attribute", t, "direct")));
    for (Token complement : s.children(verb, "xcomp", "ccomp")) {
      out.add(new Argument("complement", complement, "direct"));
      // "said that X sold and that Y bought"
      s.children(complement, "conj").stream()
          .filter(t -> t.is("VB") && !s.children(t, "mark").isEmpty())
          .forEach(t -> out.add(new Argument("complement", t, "conjunct")));
      if (Subjects.infinitive(s, complement)) {
        out.add(new Argument("infinitive", complement, "direct"));
      }
      // "allowed X to sell", "let X sell": the parser may hang X on the infinitive
      if (objects.isEmpty()
          && (Subjects.infinitive(s, complement) || subjects.bare(s, verb, complement))) {
        s.child(complement, "nsubj").ifPresent(t -> out.add(new Argument("object", t, "control")));
      }
    }
    for (Token purpose : s.children(verb, "advcl")) {
      if (!purpose.is("VB") || !Subjects.infinitive(s, purpose)) {
        continue;
      }
      out.add(new Argument("purpose", purpose, "direct"));
      if (subjects.asked(s, verb).isPresent()) {
        out.add(new Argument("complement", purpose, "direct"));
        out.add(new Argument("infinitive", purpose, "direct"));
      }
      // "called for X to sell": X is called upon
      if (objects.isEmpty()
          && s.children(purpose, "mark").stream().anyMatch(t -> t.lemma().equals("for"))) {
        out.add(new Argument("complement", purpose, "direct"));
        out.add(new Argument("infinitive", purpose, "direct"));
        s.child(purpose, "nsubj").ifPresent(t -> out.add(new Argument("object", t, "control")));
      }
    }
    s.children(verb, "npadvmod").forEach(t -> out.add(new Argument("prefix", t, "direct")));
    s.children(verb, "compound").forEach(t -> out.add(new Argument("prefix", t, "direct")));
    prepositions.add(s, verb, "direct", out);
    prepositions.stranded(s, verb, out);
    s.children(verb, "agent")
        .forEach(
            by ->
                s.children(by, "pobj")
                    .forEach(t -> out.add(new Argument("subject", t, "passive"))));
    if (verb.relation().equals("relcl")
        && s.children(verb).stream().anyMatch(t -> t.lemma().equals("where"))) {
      s.head(verb).ifPresent(t -> out.add(new Argument("where", t, "relative")));
    }
    for (Token adverb : s.children(verb, "advmod")) {
      out.add(new Argument("adverb", adverb, "direct"));
      prepositions.add(s, adverb, "direct", out);
    }
    for (Token object : objects) {
      for (Token what : measures.of(s, object)) {
        out.add(new Argument("object", what, "measure"));
        prepositions.add(s, what, "object", out);
      }
      prepositions.add(s, object, "object", out);
      new NounPhrase(s, object).conjuncts().forEach(t -> prepositions.add(s, t, "object", out));
    }
    s.children(verb).stream()
        .filter(t -> t.tag().equals("MD"))
        .forEach(t -> out.add(new Argument("modal", t, "direct")));
    String particle = s.child(verb, "prt").map(t -> " " + t.lemma()).orElse("");
    return new Proposition(s, verb, Part.VERB, verb.lemma() + particle, List.copyOf(out));
  }

  /** "the markets we make - phones, cars": what a dash puts beside the noun is no object. */
  private static boolean put(Sentence s, Token verb) {
    return verb.relation().equals("relcl")
        && s.tokens().get(verb.index() + 1).form().matches("[\u2013\u2014:-]");
  }

  private static Argument voice(Argument subject, boolean passive, boolean hasObject) {
    String function = !passive ? "subject" : hasObject ? "indirect" : "object";
    return new Argument(function, subject.token(), passive ? "passive" : subject.how());
  }

  private static boolean passive(Sentence s, Token verb) {
    boolean auxiliary = !s.children(verb, "auxpass", "nsubjpass").isEmpty();
    boolean bare = verb.tag().equals("VBN") && s.children(verb, "aux").isEmpty();
    boolean modifier =
        Set.of("acl", "nmod", "amod", "advcl", "relcl", "conj").contains(verb.relation());
    return auxiliary || bare && modifier && s.children(verb, "nsubj").isEmpty();
  }

  private static void dative(Sentence s, Token t, List<Argument> out) {
    if (t.is("IN") || t.is("TO")) {
      s.children(t, "pobj").forEach(o -> out.add(new Argument(t.lemma(), o, "direct")));
    } else {
      out.add(new Argument("indirect", t, "direct"));
    }
  }
}
