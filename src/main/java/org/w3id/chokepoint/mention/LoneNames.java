package org.w3id.chokepoint.mention;

import org.w3id.chokepoint.article.Block;
import org.w3id.chokepoint.text.Token;

/**
 * Whether a single word that may be common ("Meta", "Arm", "Commerce") is a name where it stands.
 */
final class LoneNames {
  private LoneNames() {}

  /** "Meta" is the firm where the recogniser takes just that word for an organisation. */
  static boolean recognised(Span span, ReferenceData.Name name) {
    return name.entity().kind().equals("Company")
        && span.first() == span.last()
        && span.tokens().getFirst().entity().equals("U-ORG")
        && span.tokens().getFirst().is("NNP");
  }

  /** "Arm designs", "Meta's": a common noun in the singular would need an article. */
  static boolean bare(Span span, ReferenceData.Name name) {
    Token token = span.tokens().getFirst();
    return (name.entity().kind().equals("Company")
            || name.entity().kind().equals("GovernmentAgency")
                && token.index() > 0
                && token.is("NNP")
                && token.relation().matches("nsubj(pass)?"))
        && span.first() == span.last()
        && running(span)
        && (token.tag().matches("NNP?")
                && (token.relation().matches("nsubj(pass)?|poss")
                    || token.index() > 0 && token.relation().matches("dobj|pobj|conj|attr|appos"))
            || firm(span, name) && token.relation().matches("nsubj(pass)?|poss|dobj|pobj"))
        && span.sentence().children(token, "det", "amod", "nmod", "compound", "poss").isEmpty();
  }

  private static boolean running(Span span) {
    Block.Kind kind = span.sentence().block().kind();
    return (kind == Block.Kind.PARAGRAPH || kind == Block.Kind.BULLET)
        && Character.isUpperCase(span.tokens().getFirst().form().codePointAt(0));
  }

  /**
   * "invested in Etched", "Cohere raised money": no other word is written so within a sentence, and
   * no verb is a subject.
   */
  static boolean firm(Span span, ReferenceData.Name name) {
    Token token = span.tokens().getFirst();
    return name.entity().kind().equals("Company")
        && span.first() == span.last()
        && running(span)
        && span.sentence().tokens().stream()
            .anyMatch(t -> t.is("VB") && Character.isLowerCase(t.form().codePointAt(0)))
        && (token.index() > 0
                && span.sentence().tokens().get(token.index() - 1).form().matches("[\\p{L}\\d-]+")
            || token.is("VB") && token.relation().equals("nsubj"));
  }
}
