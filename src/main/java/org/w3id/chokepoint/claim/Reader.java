package org.w3id.chokepoint.claim;

import java.util.List;
import org.w3id.chokepoint.article.Article;
import org.w3id.chokepoint.extract.Extractor;
import org.w3id.chokepoint.extract.Finding;
import org.w3id.chokepoint.mention.Authors;
import org.w3id.chokepoint.mention.Background;
import org.w3id.chokepoint.mention.Mention;
import org.w3id.chokepoint.mention.NameFinder;
import org.w3id.chokepoint.mention.Participants;
import org.w3id.chokepoint.text.Annotator;
import org.w3id.chokepoint.text.Sentence;

/** Reads an article through all stages up to its claims. A pure function; safe for threads. */
public final class Reader {
  private final Knowledge knowledge;
  private final Annotator annotator;
  private final NameFinder names;
  private final Authors authors;
  private final Extractor extractor;
  private final ClaimMaker claims;

  public Reader(Knowledge knowledge, Annotator annotator) {
    this.knowledge = knowledge;
    this.annotator = annotator;
    this.names = new NameFinder(knowledge.ontology(), knowledge.reference(), knowledge.names());
    this.authors =
        new Authors(knowledge.ontology(), knowledge.reference(), names, knowledge.names());
    this.extractor =
        new Extractor(
            knowledge.ontology(),
            knowledge.modality(),
            knowledge.quantities(),
            knowledge.patterns(),
            knowledge.relations());
    this.claims =
        new ClaimMaker(
            knowledge.acceptance(),
            new Background(knowledge.ontology(), knowledge.reference(), knowledge.names()));
  }

  /** What the article names and claims. */
  public Reading read(Article article) {
    List<Sentence> raw = annotator.annotate(article);
    List<Mention> found = names.find(raw);
    List<Sentence> sentences = annotator.reparse(raw, names.units(found));
    Participants participants =
        new Participants(
            knowledge.ontology(),
            knowledge.reference(),
            knowledge.names(),
            sentences,
            NameFinder.in(sentences, found),
            authors.of(
                article.titleAlone().map(annotator::annotate).orElse(List.of()),
                article.about().outlet()));
    List<Finding> findings = extractor.extract(sentences, participants, article.published());
    return claims.make(article, sentences, participants.mentions(), findings);
  }
}
