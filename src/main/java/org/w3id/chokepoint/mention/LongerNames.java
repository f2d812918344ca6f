package org.w3id.chokepoint.mention;

import java.util.List;
import java.util.Locale;
import org.w3id.chokepoint.text.Sentence;
import org.w3id.chokepoint.text.Token;

/**
 * Whether a known name is only a part of a longer one that is not known: "India" in "Air India".
 */
record LongerNames(ReferenceData reference) {

  /** Whether a longer name holds what stands there. */
  boolean holds(Span span, ReferenceData.Name name) {
    return partOfPerson(span, name)
        || partOfBody(span, name)
        || partOfFirm(span, name)
        || partOfPolicy(span, name);
  }

  /** "India" in "Air India": the recogniser sees one organisation of several capitals. */
  private boolean partOfFirm(Span span, ReferenceData.Name name) {
    List<Token> tokens = span.sentence().tokens();
    boolean nation = name.entity().iri().contains("/place/") || name.form() == Mention.Form.METONYM;
    int first = span.first();
    while (first > 0 && tokens.get(first).entity().matches("[IL]-ORG")) {
      first--;
    }
    int last = span.last();
    while (last + 1 < tokens.size() && tokens.get(last + 1).entity().matches("[IL]-ORG")) {
      last++;
    }
    boolean longer = first < span.first() || last > span.last();
    return nation
        && longer
        && tokens.get(span.first()).entity().matches("[BIL]-ORG")
        && tokens.subList(first, last + 1).stream()
            .allMatch(t -> t.is("NNP") || t.form().equals("&"))
        && known(span.sentence(), first, last).isEmpty();
  }

  /** "entity list" in "its commodities entity list" is another one. */
  private static boolean partOfPolicy(Span span, ReferenceData.Name name) {
    if (span.first() == 0 || !name.entity().iri().contains("/policy/")) {
      return false;
    }
    Token before = span.sentence().tokens().get(span.first() - 1);
    boolean common = span.text().equals(span.text().toLowerCase(Locale.ROOT));
    return common && before.tag().matches("NNS?") && before.relation().equals("compound");
  }

  private List<ReferenceData.Name> known(Sentence s, int first, int last) {
    return reference.named(new Span(s, first, last).text());
  }

  /** "State Department" in "New York State Department of Taxation" is another body. */
  private boolean partOfBody(Span span, ReferenceData.Name name) {
    List<Token> tokens = span.sentence().tokens();
    if (!name.entity().kind().equals("GovernmentAgency") || span.first() == 0) {
      return false;
    }
    Token before = tokens.get(span.first() - 1);
    return before.is("NNP")
        && span.tokens().getFirst().entity().matches("[IL]-ORG")
        && before.entity().matches("[BI]-ORG")
        && reference.named(before.form()).isEmpty();
  }

  /**
   * "Xi" in "Wang Xi" is not the president, "Gemma" in "Gemma Rosen" no model: the recogniser saw a
   * longer name of a person.
   */
  private static boolean partOfPerson(Span span, ReferenceData.Name name) {
    List<Token> tokens = span.sentence().tokens();
    boolean left =
        span.tokens().getFirst().entity().matches("[IL]-PERSON")
            && tokens.get(span.first() - 1).is("NNP");
    boolean right =
        span.tokens().getLast().entity().equals("B-PERSON")
            && span.last() + 1 < tokens.size()
            && tokens.get(span.last() + 1).entity().equals("L-PERSON")
            && Character.isUpperCase(tokens.get(span.last() + 1).form().codePointAt(0))
            && !span.text().endsWith(".");
    boolean person = name.entity().kind().equals("Person");
    return span.first() == span.last()
        && (person && left || name.entity().iri().contains("/tech/") && right);
  }
}
