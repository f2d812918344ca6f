package org.w3id.chokepoint.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A noun with what stands around it, read off the dependency tree. */
public record NounPhrase(Sentence sentence, Token head) {
  private static final Set<String> BEFORE = Set.of("compound", "nmod", "amod", "num", "conj");

  /** "the", "this", "these", "its" is a possessor: the determiner's lemma, empty where none. */
  public String determiner() {
    return sentence.child(head, "det").or(() -> first()).map(Token::lemma).orElse("");
  }

  /** "the" in "the Turin, Italy-based firm", which the parser hangs on the town. */
  private Optional<Token> first() {
    return sentence.children(head, "nmod", "compound").stream()
        .filter(t -> t.is("NNP") && t.index() < head.index())
        .flatMap(t -> sentence.child(t, "det").stream())
        .findFirst();
  }

  /** The owner: "Nvidia" in "Nvidia's chips", "its" in "its chips". */
  public Optional<Token> possessor() {
    return sentence.child(head, "poss");
  }

  /**
   * The words before the head that say which one is meant, in order, owner and article left out.
   */
  public List<Token> modifiers() {
    List<Token> out = new ArrayList<>();
    for (Token child : sentence.children(head)) {
      if (child.index() < head.index() && BEFORE.contains(child.relation())) {
        addSubtree(child, out);
      }
    }
    out.sort((a, b) -> Integer.compare(a.index(), b.index()));
    return out;
  }

  private void addSubtree(Token token, List<Token> out) {
    out.add(token);
    for (Token child : sentence.children(token)) {
      if (child.index() < head.index()) {
        addSubtree(child, out);
      }
    }
  }

  /** The nouns that follow through a preposition: "Nvidia" for "from" in "chips from Nvidia". */
  public List<Token> after(String preposition) {
    return sentence.children(head, "prep").stream()
        .filter(prep -> prep.lemma().equals(preposition))
        .flatMap(prep -> sentence.children(prep, "pobj").stream())
        .toList();
  }

  /** The verbs that modify the head from behind: relative clauses, participles, infinitives. */
  public List<Token> clauses() {
    return sentence.children(head, "relcl", "acl").stream().filter(t -> t.is("VB")).toList();
  }

  /** The other members of a coordination that this noun opens; "rather than X" is none. */
  public List<Token> conjuncts() {
    List<Token> out = new ArrayList<>();
    for (Token conjunct : sentence.children(head, "conj")) {
      if (conjunct.index() > head.index() && !left(conjunct)) {
        out.add(conjunct);
        out.addAll(new NounPhrase(sentence, conjunct).conjuncts());
      }
    }
    return out;
  }

  /** "X instead of Y", "X, not Y", "everything but Y": what is left for the other. */
  private boolean left(Token conjunct) {
    boolean but = sentence.children(head, "cc").stream().anyMatch(t -> t.lemma().equals("but"));
    if (but && head.lemma().matches("everything|anything|everyone|anyone|everybody|all")) {
      return true;
    }
    int first = conjunct.index();
    for (Token t : sentence.children(conjunct)) {
      first = t.relation().matches("neg|cc") ? first : Math.min(first, t.index());
    }
    String before =
        sentence.tokens().subList(Math.max(0, first - 2), first).stream()
            .map(Token::lemma)
            .collect(Collectors.joining(" "));
    return before.matches("instead of|rather than|(\\S+ )?not");
  }

  /** Of this noun and those coordinated with it, the last that stands before {@code after}. */
  public Token nearest(Token after) {
    return conjuncts().stream()
        .filter(t -> t.index() < after.index())
        .reduce((a, b) -> b)
        .orElse(head);
  }

  /** "firms like X, Y's arm, Z and W": a list, where the parser sees one description of X. */
  public boolean listed() {
    return Stream.concat(
            sentence.children(head, "appos").stream(),
            sentence.head(head).stream().flatMap(t -> sentence.children(t, "appos").stream()))
        .filter(t -> t.index() > head.index() && t.is("NNP"))
        .anyMatch(t -> sentence.children(t, "conj").stream().anyMatch(c -> c.is("NNP")));
  }

  /** Whether the head is plural by its tag. */
  public boolean plural() {
    return head.tag().equals("NNS") || head.tag().equals("NNPS");
  }
}
