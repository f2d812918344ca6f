package org.w3id.chokepoint.mention;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.w3id.chokepoint.text.Sentence;
import org.w3id.chokepoint.text.Token;

/**
 * The mentions of what the reference data knows, but for its names inside of other names: "Ford" in
 * "the Ford administration".
 */
final class KnownMentions {
  private final Ontology ontology;
  private final ReferenceData reference;
  private final NameLexicon words;
  private final KnownNames known;
  private final NewNames fresh;
  private final Minting minting;

  KnownMentions(Ontology ontology, ReferenceData reference, NameLexicon words) {
    this.ontology = ontology;
    this.reference = reference;
    this.words = words;
    this.known = new KnownNames(reference, words);
    this.fresh = new NewNames(words);
    this.minting = new Minting(ontology, reference, words);
  }

  /** In order of their place. What is named in full anywhere may be named short as well. */
  List<Mention> in(List<Sentence> sentences) {
    Set<Entity> spoken = new HashSet<>();
    all(sentences, Set.of()).forEach(m -> spoken.add(m.entity()));
    return all(sentences, spoken);
  }

  private List<Mention> all(List<Sentence> sentences, Set<Entity> spoken) {
    List<Mention> out = new ArrayList<>();
    for (Sentence sentence : sentences) {
      for (int i = 0; i < sentence.tokens().size(); i++) {
        Optional<KnownNames.Match> match = known.at(sentence, i, spoken);
        if (match.isPresent() && !partOfBody(match.get()) && !insideName(match.get())) {
          Mention mention = mention(match.get());
          out.add(mention);
          i = match.get().span().last();
          while (i + 1 < sentence.tokens().size()
              && sentence.tokens().get(i + 1).end() <= mention.end()) {
            i++;
          }
        }
      }
    }
    return out;
  }

  /** "GeForce Now" is no GeForce: capitals and numbers right after a product make another one. */
  private Mention mention(KnownNames.Match match) {
    Entity entity = match.name().entity();
    List<Token> tokens = match.span().sentence().tokens();
    int last = match.span().last();
    boolean product =
        ontology.isA(entity.kind(), "Technology")
            && !entity.kind().equals("TechnologyCategory")
            && !entity.kind().equals("Material")
            && form(match) == Mention.Form.NAME;
    while (product && last + 1 < tokens.size() && goesOn(tokens, last)) {
      last++;
    }
    Span span = match.span().to(last);
    return last == match.span().last()
        ? span.mention(entity, form(match))
        : span.mention(minting.mint(span.text(), entity.kind()), Mention.Form.NAME);
  }

  private boolean goesOn(List<Token> tokens, int last) {
    Token before = tokens.get(last);
    Token next = tokens.get(last + 1);
    boolean counted =
        last + 2 < tokens.size() && tokens.get(last + 2).form().matches("[mb]illion|percent|%");
    boolean part = next.is("NNP") || next.is("CD") && next.form().matches(".*\\d.*");
    boolean numbered = words.modelShapes().stream().anyMatch(next.form()::matches) && !counted;
    return (part || numbered)
        && next.begin() == before.end() + 1
        && next.form().matches("[A-Z0-9].*|[a-z]\\d+")
        && NameLexicon.kindOf(words.heads(), next.lemma()).isEmpty()
        && !words.wrappers().contains(next.lemma())
        && reference.named(next.form()).isEmpty()
        && (numbered
            || before.head() == next.index()
            || next.head() == before.index()
            || before.head() == next.head());
  }

  /** "Ford" in "the Ford administration" is no person, "Dresden" in "Dresden Bank" no place. */
  private boolean partOfBody(KnownNames.Match match) {
    List<Token> tokens = match.span().sentence().tokens();
    int next = match.span().last() + 1;
    String kind = match.name().entity().kind();
    boolean lender = List.of("Person", "Place").stream().anyMatch(k -> ontology.isA(kind, k));
    boolean body = ontology.isA(kind, "Organization") && !ontology.isA(kind, "Company");
    if (ontology.isA(kind, "Company")) {
      return !match.span().text().contains(" ") && fresh.firm(match.span());
    }
    if (next >= tokens.size() || !lender && (!body || match.span().text().contains(" "))) {
      return false;
    }
    if (kind.equals("Country") && match.span().hyphenated()) {
      return false; // "the U.S.-Peru Initiative": both nations are told
    }
    Token after = tokens.get(next);
    boolean longer =
        after.is("NNP")
            && NameLexicon.kindOf(words.closingCues(), after.form())
                .filter(k -> !kind.equals("Country") || !k.equals("Policy"))
                .isPresent();
    return longer
        || kind.equals("Person") && NameLexicon.kindOf(words.tails(), after.lemma()).isPresent();
  }

  /** "Asia" in "research firm Asia Analytica", "Asian" in "Centre for Asian Studies". */
  private boolean insideName(KnownNames.Match match) {
    List<Token> tokens = match.span().sentence().tokens();
    int first = match.span().first();
    int next = match.span().last() + 1;
    if (fresh.joined(match.span())) {
      return true;
    }
    boolean goesOn = next < tokens.size() && tokens.get(next).is("NNP");
    if (first == 0 || !goesOn || !ontology.isA(match.name().entity().kind(), "Place")) {
      return false;
    }
    Token before = tokens.get(first - 1);
    boolean firm = words.titleCues().getOrDefault("Company", List.of()).contains(before.form());
    boolean body =
        before.lemma().matches("of|for")
            && first > 1
            && NameLexicon.kindOf(words.openingCues(), tokens.get(first - 2).form()).isPresent();
    return firm || body;
  }

  private Mention.Form form(KnownNames.Match match) {
    Entity entity = match.name().entity();
    boolean capital =
        match
            .span()
            .text()
            .chars()
            .skip(Character.isUpperCase(match.span().text().codePointAt(0)) ? 1 : 0)
            .anyMatch(c -> Character.isUpperCase(c) || Character.isDigit(c));
    boolean common =
        entity.kind().equals("TechnologyCategory")
            && !capital
            && !reference.properName(entity)
            && !known.field(match.span(), match.name());
    return common ? Mention.Form.DESCRIPTION : match.name().form();
  }
}
