package org.w3id.chokepoint.mention;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.w3id.chokepoint.text.NounPhrase;
import org.w3id.chokepoint.text.Sentence;
import org.w3id.chokepoint.text.Token;

/** The named members of what a noun speaks of. */
final class Members {
  private static final Set<String> EXAMPLES = Set.of("like", "such_as", "including", "include");

  private final Ontology ontology;
  private final NameLexicon words;
  private final MentionIndex mentions;

  Members(Ontology ontology, NameLexicon words, MentionIndex mentions) {
    this.ontology = ontology;
    this.words = words;
    this.mentions = mentions;
  }

  /**
   * "companies like Nvidia and AMD", "chips including the H20", "companies Huawei and DeepSeek".
   */
  List<Token> of(NounPhrase phrase) {
    Sentence s = phrase.sentence();
    List<Token> members = new ArrayList<>();
    for (Token child : s.children(phrase.head(), "prep", "appos")) {
      if (child.relation().equals("appos")) {
        members.add(child);
      } else if (introduces(s, child)) {
        members.addAll(s.children(child, "pobj"));
      }
    }
    members.addAll(beyond(phrase));
    List<Token> clauses = new ArrayList<>(s.children(phrase.head(), "acl", "relcl"));
    setOff(s, phrase.head()).ifPresent(clauses::add);
    for (Token naming : clauses) {
      if (words.naming().contains(naming.lemma())) {
        members.addAll(s.children(naming, "oprd", "attr", "dobj"));
        members.addAll(new NounPhrase(s, naming).after("as"));
      }
    }
    if (phrase.possessor().isEmpty() && phrase.after("of").isEmpty() && phrase.plural()) {
      members.addAll(amongThem(s, phrase.head()));
      members.addAll(included(s, phrase.head()));
    }
    if (members.isEmpty() && phrase.plural() && actors(phrase.head())) {
      members.addAll(strayMembers(s, phrase.head()));
    }
    return members.stream().flatMap(m -> named(s, m)).toList();
  }

  /** "a chip for China, the X": the parser takes X for another word for China. */
  private List<Token> beyond(NounPhrase phrase) {
    Sentence s = phrase.sentence();
    Optional<String> kind = NameLexicon.kindOf(words.heads(), phrase.head().lemma());
    return phrase.plural() || !phrase.determiner().matches("(a|an)?")
        ? List.of()
        : s.children(phrase.head(), "prep").stream()
            .flatMap(p -> s.children(p, "pobj").stream())
            .filter(t -> isA(s, t, "Actor") || isA(s, t, "Place"))
            .flatMap(t -> s.children(t, "appos").stream())
            .filter(t -> kind.filter(k -> isA(s, t, k)).isPresent())
            .toList();
  }

  private boolean isA(Sentence s, Token t, String kind) {
    return mentions.at(s, t).filter(m -> ontology.isA(m.entity().kind(), kind)).isPresent();
  }

  /** A name, or the one that a noun is a title of: "including the chipmaker X". */
  private Stream<Token> named(Sentence s, Token member) {
    return mentions.at(s, member).isPresent()
        ? Stream.of(member)
        : s.children(member, "appos").stream().filter(t -> mentions.at(s, t).isPresent());
  }

  /** "opened a store, called X": a comma makes the parser take the participle for a verb. */
  private static Optional<Token> setOff(Sentence s, Token noun) {
    int next = noun.index() + 2;
    return next < s.tokens().size() && s.tokens().get(next - 1).form().equals(",")
        ? Optional.of(s.tokens().get(next))
            .filter(t -> t.tag().matches("VBD|VBN") && t.relation().matches("conj|dep|advcl"))
            .filter(t -> s.children(t, "nsubj", "nsubjpass").isEmpty())
        : Optional.empty();
  }

  /** "Among the companies added are X and Y": what follows the verb are members. */
  private static List<Token> amongThem(Sentence s, Token noun) {
    return s.head(noun)
        .filter(p -> p.lemma().equals("among"))
        .flatMap(p -> s.head(p))
        .filter(v -> v.lemma().equals("be"))
        .map(v -> s.children(v, "nsubj", "attr"))
        .orElse(List.of());
  }

  /** "The banned services included X and Y", "the services, which include X and Y". */
  private static List<Token> included(Sentence s, Token noun) {
    return Stream.concat(
            s.head(noun).filter(v -> noun.relation().equals("nsubj")).stream(),
            s.children(noun, "relcl").stream()
                .filter(v -> s.children(v, "nsubj").stream().anyMatch(t -> t.is("W"))))
        .filter(v -> v.lemma().equals("include"))
        .flatMap(v -> s.children(v, "dobj").stream())
        .toList();
  }

  private boolean actors(Token noun) {
    return NameLexicon.kindOf(words.antecedents(), noun.lemma())
        .filter(k -> ontology.isA(k, "Organization"))
        .isPresent();
  }

  /** "companies pledged billions, including X and Y": examples far from the noun they are of. */
  private List<Token> strayMembers(Sentence s, Token noun) {
    List<Token> between = s.tokens().subList(noun.index() + 1, s.tokens().size());
    return between.stream()
        .takeWhile(t -> !t.tag().equals("NNS") || !actors(t))
        .filter(t -> EXAMPLES.contains(t.lemma()) && t.relation().equals("prep"))
        .filter(t -> s.tokens().get(t.index() - 1).form().equals(","))
        .filter(t -> s.head(t).filter(h -> !h.is("NNP")).isPresent())
        .flatMap(t -> s.children(t, "pobj").stream())
        .filter(
            t ->
                mentions
                    .at(s, t)
                    .filter(m -> ontology.isA(m.entity().kind(), "Organization"))
                    .isPresent())
        .toList();
  }

  /** Whether examples follow: "like", "including", "such as". */
  static boolean introduces(Sentence s, Token preposition) {
    return EXAMPLES.contains(preposition.lemma())
        || preposition.lemma().equals("as")
            && s.children(preposition).stream().anyMatch(t -> t.lemma().equals("such"));
  }
}
