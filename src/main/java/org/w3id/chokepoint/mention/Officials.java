package org.w3id.chokepoint.mention;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3id.chokepoint.text.Sentence;
import org.w3id.chokepoint.text.Token;

/**
 * Whom a capital office means that the article fills elsewhere: "the President", and of him "the
 * Administration".
 */
record Officials(Agreement agreement, Posts posts, List<Sentence> sentences, List<Mention> names) {

  /** The one person who holds the office, or the one body that such a person leads. */
  Optional<Entity> meant(Sentence here, Token token, Wanted wanted) {
    if (wanted.pronoun() || !token.is("NNP")) {
      return Optional.empty();
    }
    Set<Entity> fits =
        names.stream()
            .filter(m -> m.entity().kind().equals("Person"))
            .flatMap(m -> meant(m, here, token, wanted))
            .collect(Collectors.toSet());
    return fits.size() == 1 ? fits.stream().findFirst() : Optional.empty();
  }

  private Stream<Entity> meant(Mention m, Sentence here, Token token, Wanted wanted) {
    return wanted.kinds().contains("Person")
        ? agreement.of(m, sentences.get(m.sentence()), here, token, wanted).stream()
            .filter(e -> posts.holds(e, wanted.noun(), true))
        : wanted.kinds().contains("Government")
            ? agreement.body(m.entity(), wanted).stream()
            : Stream.empty();
  }
}
