package org.w3id.chokepoint.claim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.w3id.chokepoint.mention.Entity;
import org.w3id.chokepoint.mention.Mention;
import org.w3id.chokepoint.mention.Mention.Form;
import org.w3id.chokepoint.mention.ReferenceData;
import org.w3id.chokepoint.text.Sentence;

/**
 * "China bans exports": where a claim takes a country for its government, that place of the
 * sentence names the government, as "Beijing" would. So every actor of a claim can be pointed at.
 */
final class ActingCountries {
  private final ReferenceData reference;

  ActingCountries(ReferenceData reference) {
    this.reference = reference;
  }

  /** The mentions, those of countries that act in a claim given to their governments. */
  List<Mention> settle(
      List<Sentence> sentences, List<Mention> mentions, List<Claim> claims, List<Event> events) {
    Map<String, Event> byIri = new HashMap<>();
    events.forEach(e -> byIri.put(e.iri(), e));
    Set<Entity> named = new HashSet<>();
    mentions.stream().filter(m -> m.form() != Form.REFERENCE).forEach(m -> named.add(m.entity()));
    List<Mention> out = new ArrayList<>(mentions);
    for (Claim claim : claims) {
      for (Sentence passage : claim.passages()) {
        for (Entity actor : actors(claim, byIri).distinct().toList()) {
          Optional<Mention> place =
              named.contains(actor) ? Optional.empty() : acting(sentences, out, passage, actor);
          place.ifPresent(
              m -> {
                named.add(actor);
                out.set(out.indexOf(m), as(m, actor));
              });
        }
      }
    }
    return List.copyOf(out);
  }

  /** Who and what a claim is about: the ends of its statement and the participants of its event. */
  static Stream<Entity> actors(Claim claim, Map<String, Event> events) {
    Stream<Entity> ends =
        claim.statement().stream().flatMap(s -> Stream.of(s.subject(), s.object()));
    Stream<Entity> roles =
        claim.event().map(events::get).stream()
            .flatMap(e -> Stream.of(e.agents(), e.objects(), e.recipients()))
            .flatMap(List::stream);
    return Stream.concat(ends, roles);
  }

  /** The country's mention in the sentence, a subject or owner before others. */
  private Optional<Mention> acting(
      List<Sentence> sentences, List<Mention> mentions, Sentence passage, Entity government) {
    List<Entity> countries = reference.objects(government, "governs");
    List<Mention> here =
        mentions.stream()
            .filter(m -> m.sentence() == passage.index() && m.form() == Form.NAME)
            .filter(m -> countries.contains(m.entity()))
            .toList();
    return here.stream()
        .filter(m -> subject(sentences.get(m.sentence()), m))
        .findFirst()
        .or(() -> here.stream().findFirst());
  }

  private static boolean subject(Sentence sentence, Mention m) {
    return sentence.tokens().get(m.head()).relation().matches("nsubj.*|poss|agent");
  }

  private static Mention as(Mention m, Entity government) {
    return new Mention(
        government, Form.METONYM, m.sentence(), m.head(), m.begin(), m.end(), m.text());
  }
}
