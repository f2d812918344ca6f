package org.w3id.chokepoint.mention;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.w3id.chokepoint.text.Sentence;
import org.w3id.chokepoint.text.Token;

/** Who stands nearest to a pronoun: by distance, by grammar, by what the words around it mean. */
record Salience(NameLexicon words) {
  private static final Set<String> SUBJECT = Set.of("nsubj", "nsubjpass", "csubj");

  /** How near a name, by its head, is to a pronoun or noun that looks for what it means. */
  double score(Sentence there, Token head, Sentence here, Token token, boolean pronoun) {
    int distance = here.index() - there.index();
    double score = -10.0 * distance + (double) head.index() / 1000;
    if (SUBJECT.contains(head.relation()) || carries(there, head) || besideSubject(there, head)) {
      score += 6;
    }
    if (distance == 0 && spokenFor(there, head, token)) {
      score += 11;
    }
    if (head.relation().equals("compound")
        || head.relation().equals("nmod")
        || head.relation().equals("poss")) {
      score -= 2;
    }
    if (example(there, head)) {
      score -= 6;
    }
    if (distance == 0 && pronoun && (governs(there, head, token) || parallel(there, head, token))) {
      score += 5;
    }
    boolean object = token.tag().equals("PRP") && !subject(token);
    if (distance == 0 && object && Set.of("dobj", "pobj").contains(head.relation())) {
      score += 7;
    }
    if (distance == 0 && pronoun && within(there, head, token)) {
      score += 13;
    }
    if (distance == 0 && token.tag().equals("PRP$") && charged(there, head, token)) {
      score += 14;
    }
    if (distance == 0 && token.is("PRP") && doer(there, head, token)) {
      score += 14;
    }
    return score + (here.block().equals(there.block()) ? 1 : 0);
  }

  /** "X shares fell after its rival", "an X spokesman said it": X, whose the subject is. */
  boolean carries(Sentence s, Token name) {
    return s.head(name)
        .filter(n -> SUBJECT.contains(n.relation()))
        .filter(
            n ->
                words.belongings().contains(n.lemma())
                    || n.tag().matches("NNS?")
                        && words.titleCues().getOrDefault("Person", List.of()).contains(n.lemma()))
        .isPresent();
  }

  /** "suppliers such as X": nobody goes on about an example. */
  private static boolean example(Sentence s, Token name) {
    return s.head(name)
        .filter(p -> name.relation().equals("pobj"))
        .filter(p -> Members.introduces(s, p))
        .flatMap(s::head)
        .filter(n -> n.tag().equals("NNS"))
        .isPresent();
  }

  /** "Y's owner, X, is expanding": X. */
  private static boolean besideSubject(Sentence s, Token name) {
    return name.relation().equals("appos") && s.head(name).filter(Salience::subject).isPresent();
  }

  /** "X accused Y of breaking the law when it bought Z": who did what is told is Y. */
  private boolean doer(Sentence s, Token candidate, Token token) {
    Optional<Token> verb =
        s.head(candidate).filter(v -> candidate.relation().matches("dobj|dative|nsubjpass"));
    return (subject(token) || token.tag().equals("PRP$"))
        && verb.filter(v -> words.charging().contains(v.lemma())).isPresent()
        && s.children(verb.get(), "prep").stream()
            .flatMap(p -> s.children(p, "pcomp").stream())
            .anyMatch(deed -> s.dominates(deed, token));
  }

  /** "X sued Y, alleging that its purchase broke the law": what is at issue is Y's. */
  private boolean charged(Sentence s, Token candidate, Token token) {
    boolean deed = s.head(token).filter(n -> words.deeds().contains(n.lemma())).isPresent();
    return deed
        && candidate.relation().equals("dobj")
        && s.head(candidate)
            .filter(v -> words.charging().contains(v.lemma()) && s.dominates(v, token))
            .isPresent();
  }

  /** "Qualcomm provides it with chips": an object is never the subject of its own verb. */
  static boolean bound(Sentence s, Token candidate, Token token) {
    if (token.tag().equals("PRP$")) {
      // "TSMC, its main supplier": whose is said beside a name is not the name
      return s.head(token)
              .filter(n -> n.relation().equals("appos") && n.head() == candidate.index())
              .isPresent()
          || predicated(s, candidate, token);
    }
    if (opens(s, candidate, token) || aimed(s, candidate, token) || relative(s, candidate, token)) {
      return true;
    }
    boolean owner =
        token.relation().equals("poss")
            && s.head(token).filter(n -> n.relation().matches("dobj|pobj")).isPresent();
    if (token.is("NN") && !owner && !token.relation().matches("dobj|pobj")) {
      return false;
    }
    boolean reflexive = token.form().endsWith("self") || token.form().endsWith("selves");
    if (!token.tag().matches("PRP|NN") || reflexive || subject(token)) {
      return false;
    }
    Optional<Token> verb = s.head(token);
    while (verb.isPresent() && !verb.get().is("VB")) {
      verb = s.head(verb.get());
    }
    while (verb.isPresent() && s.child(verb.get(), "nsubj", "nsubjpass").isEmpty()) {
      boolean shares = Set.of("xcomp", "conj", "advcl").contains(verb.get().relation());
      verb = shares ? s.head(verb.get()).filter(v -> v.is("VB")) : Optional.empty();
    }
    return verb.flatMap(v -> s.child(v, "nsubj", "nsubjpass"))
        .filter(t -> t.index() == candidate.index())
        .isPresent();
  }

  /** "X and Y are among its customers", "X is its largest supplier": neither X's nor Y's. */
  private static boolean predicated(Sentence s, Token candidate, Token token) {
    Optional<Token> at = s.head(token);
    while (at.isPresent() && at.get().relation().equals("pobj")) { // "one of its", "among its"
      at = s.head(at.get()).flatMap(s::head);
    }
    Optional<Token> verb =
        at.flatMap(t -> t.relation().matches("attr|oprd") ? s.head(t) : Optional.of(t))
            .filter(v -> v.lemma().matches("be|become|remain"));
    return verb.flatMap(v -> s.child(v, "nsubj"))
        .filter(
            subject ->
                subject.index() == candidate.index()
                    || candidate.relation().equals("conj") && s.dominates(subject, candidate))
        .isPresent();
  }

  /**
   * "To win over X, it sold its chips", "By suing X, it won": who does what is told first and the
   * pronoun are one, so X is another (principle B of Chomsky, Lectures on Government and Binding,
   * 1981).
   */
  private static boolean aimed(Sentence s, Token candidate, Token token) {
    if (candidate.index() > token.index() || !subject(token) || !token.is("PRP")) {
      return false;
    }
    Optional<Token> verb = s.head(candidate);
    while (verb.isPresent() && !verb.get().is("VB")) {
      verb = s.head(verb.get());
    }
    return verb.filter(v -> v.tag().matches("VB|VBG") && v.index() < token.index())
        .filter(v -> s.children(v, "nsubj", "nsubjpass").isEmpty())
        .filter(v -> v.relation().matches("advcl|pcomp"))
        .flatMap(v -> v.relation().equals("pcomp") ? s.head(v).flatMap(s::head) : s.head(v))
        .filter(v -> v.index() == token.head())
        .isPresent();
  }

  /** "X, to which it sold chips", "X, a unit that the firm bought": another than X. */
  private static boolean relative(Sentence s, Token candidate, Token token) {
    return subject(token)
        && s.head(token)
            .filter(v -> v.relation().equals("relcl"))
            .flatMap(s::head)
            .filter(n -> n.index() == candidate.index() || beside(n, candidate))
            .isPresent();
  }

  /** "X, a spin-out that": one and the same. */
  private static boolean beside(Token one, Token other) {
    return one.relation().equals("appos") && one.head() == other.index()
        || other.relation().equals("appos") && other.head() == one.index();
  }

  /**
   * "At X it showed its chips", "aside from X it sells": a place or topic set before the subject.
   */
  private static boolean opens(Sentence s, Token candidate, Token token) {
    Optional<Token> at = s.head(candidate).filter(p -> candidate.relation().equals("pobj"));
    while (at.filter(t -> t.head() != token.head()).isPresent()) {
      at = at.filter(t -> t.relation().equals("prep")).flatMap(s::head);
    }
    return at.filter(t -> t.relation().matches("prep|advmod")).isPresent()
        && candidate.index() < token.index()
        && subject(token);
  }

  /** "Nvidia, which sells its chips": the pronoun stands in the candidate's relative clause. */
  private static boolean within(Sentence sentence, Token candidate, Token token) {
    return sentence.children(candidate, "relcl", "acl").stream()
        .filter(clause -> !subject(token) || token.head() != clause.index())
        .filter(clause -> !nearer(sentence, clause, token))
        .anyMatch(clause -> sentence.dominates(clause, token));
  }

  /** "X, which helps Y design its chips": Y, the subject of a verb in between. */
  private static boolean nearer(Sentence s, Token clause, Token token) {
    Optional<Token> at = s.head(token);
    while (at.isPresent() && at.get().index() != clause.index()) {
      boolean between =
          at.get().is("VB")
              && s.children(at.get(), "nsubj").stream().anyMatch(t -> t.index() < token.index());
      if (between) {
        return true;
      }
      at = s.head(at.get());
    }
    return false;
  }

  /** "The chief of X praised its chips": X, for which the subject speaks. */
  private static boolean spokenFor(Sentence s, Token candidate, Token token) {
    return candidate.relation().equals("pobj")
        && s.head(candidate)
            .filter(p -> p.lemma().matches("of|at|for"))
            .flatMap(p -> s.head(p))
            .filter(n -> n.is("NN") && governs(s, n, token))
            .isPresent();
  }

  /** Whether the candidate is the subject of a clause that the pronoun stands in. */
  static boolean governs(Sentence sentence, Token candidate, Token token) {
    return SUBJECT.contains(candidate.relation())
        && sentence
            .head(candidate)
            .filter(verb -> sentence.dominates(verb, token) && !beyond(sentence, verb, token))
            .isPresent();
  }

  /** "X lost money, but it hired": both subjects, of verbs side by side. */
  static boolean parallel(Sentence s, Token candidate, Token token) {
    return subject(token)
        && subject(candidate)
        && s.head(token)
            .filter(v -> v.relation().equals("conj") && v.head() == candidate.head())
            .isPresent();
  }

  /** Whether a coordinated clause with a subject of its own lies between. */
  private static boolean beyond(Sentence s, Token verb, Token token) {
    Optional<Token> at = s.head(token);
    while (at.isPresent() && at.get().index() != verb.index()) {
      Token t = at.get();
      if (t.is("VB") && t.relation().equals("conj") && !s.children(t, "nsubj").isEmpty()) {
        return true;
      }
      at = s.head(t);
    }
    return false;
  }

  private static boolean subject(Token token) {
    return SUBJECT.contains(token.relation());
  }
}
