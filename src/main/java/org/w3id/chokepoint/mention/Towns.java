package org.w3id.chokepoint.mention;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3id.chokepoint.text.Sentence;
import org.w3id.chokepoint.text.Token;

/** "Cupertino, California" names one place: a town and the state it lies in. */
final class Towns {
  private final ReferenceData reference;

  Towns(ReferenceData reference) {
    this.reference = reference;
  }

  /** The mentions, a town and its state made one. */
  List<Mention> withStates(List<Sentence> sentences, List<Mention> mentions) {
    List<Mention> out = new ArrayList<>();
    for (int i = 0; i < mentions.size(); i++) {
      Mention town = mentions.get(i);
      Optional<Mention> state =
          i + 1 < mentions.size() && townAndState(sentences, town, mentions.get(i + 1))
              ? Optional.of(mentions.get(++i))
              : Optional.empty();
      out.add(state.map(s -> upTo(sentences.get(town.sentence()), town, s)).orElse(town));
    }
    return List.copyOf(out);
  }

  private boolean townAndState(List<Sentence> sentences, Mention town, Mention next) {
    boolean beside =
        town.sentence() == next.sentence()
            && next.begin() == town.end() + 2
            && sentences.get(town.sentence()).tokens().stream()
                .anyMatch(t -> t.begin() == town.end() && t.form().equals(","));
    return beside
        && town.entity().kind().equals("Place")
        && next.entity().kind().equals("Place")
        && !state(town.entity())
        && state(next.entity());
  }

  /** A region right below a country. */
  private boolean state(Entity place) {
    return reference.objects(place, "locatedIn").stream().anyMatch(p -> p.kind().equals("Country"));
  }

  private static Mention upTo(Sentence s, Mention first, Mention last) {
    List<Token> inside =
        s.tokens().stream()
            .filter(t -> t.begin() >= first.begin() && t.begin() < last.end())
            .toList();
    return new Span(s, inside.getFirst().index(), inside.getLast().index())
        .mention(first.entity(), first.form());
  }
}
