package org.w3id.chokepoint.mention;

import java.util.List;
import org.w3id.chokepoint.text.Sentence;
import org.w3id.chokepoint.text.Token;

/** What somebody is in charge of is no body: "Minister for Information", "head of Sales, X". */
record Portfolios(NameLexicon words) {
  /** Whether a candidate is a field of somebody's office. */
  boolean of(Candidate c) {
    Sentence s = c.span().sentence();
    List<Token> title =
        s.tokens().subList(0, c.span().first()).reversed().stream()
            .dropWhile(t -> t.is("DT"))
            .limit(2)
            .toList();
    if (title.size() < 2 || c.kind().equals("Person")) {
      return false;
    }
    String joining = title.getFirst().lemma();
    String office = title.get(1).lemma();
    return words.portfolios().getOrDefault(joining, List.of()).contains(office)
        || joining.equals("of")
            && c.bare()
            && words.titleCues().getOrDefault("Person", List.of()).contains(office)
            && (firmNext(s, c.span().last()) || goesOn(s, c.span().last()));
  }

  /** "head of Sales, Rosen Metals": the firm follows. */
  private static boolean firmNext(Sentence s, int last) {
    return last + 2 < s.tokens().size()
        && s.tokens().get(last + 1).form().equals(",")
        && s.tokens().get(last + 2).entity().endsWith("-ORG");
  }

  /** "director of SME and market research". */
  private static boolean goesOn(Sentence s, int last) {
    return last + 2 < s.tokens().size()
        && s.tokens().get(last + 1).form().matches("and|&")
        && s.tokens().get(last + 2).tag().matches("NNS?|JJ");
  }
}
