package org.w3id.chokepoint.claim;

import java.util.List;
import org.w3id.chokepoint.article.Article;
import org.w3id.chokepoint.mention.Mention;
import org.w3id.chokepoint.text.Sentence;

/** Everything that was read in one article. */
public record Reading(
    Article article,
    List<Sentence> sentences,
    List<Mention> mentions,
    List<Event> events,
    List<Claim> claims) {}
