package org.w3id.chokepoint.claim;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3id.chokepoint.claim.Claim.Status;
import org.w3id.chokepoint.clause.Modality.Certainty;
import org.w3id.chokepoint.clause.Modality.Realization;
import org.w3id.chokepoint.mention.Entity;
import org.w3id.chokepoint.mention.Ontology;
import org.w3id.chokepoint.mention.ReferenceData;

/**
 * Holds a claim true only if it is certain, affirmed, realized, confident enough, undisputed, and
 * said by the article itself or by an actor about its own acts, products or policies.
 */
final class Acceptance {
  private static final Set<String> OWN = Set.of("develops", "manufactures", "supplies", "issues");
  private static final Set<String> SEATS = Set.of("basedIn", "affiliatedWith");
  private static final Set<String> MEMBERSHIP = Set.of("affiliatedWith", "unitOf", "subsidiaryOf");

  private final AcceptanceRule rule;
  private final ReferenceData reference;
  private final Ontology ontology;

  Acceptance(AcceptanceRule rule, ReferenceData reference, Ontology ontology) {
    this.rule = rule;
    this.reference = reference;
    this.ontology = ontology;
  }

  List<Claim> judge(List<Claim> all, List<Event> events, Optional<LocalDate> published) {
    Map<String, Event> byIri =
        events.stream().collect(Collectors.toMap(Event::iri, e -> e, (a, b) -> a));
    List<Claim> claims = all.stream().map(c -> timely(c, byIri, published)).toList();
    List<Claim> plain =
        claims.stream()
            .map(c -> c.as(sure(c) && !c.attributed() ? Status.ACCEPTED : Status.HELD))
            .toList();
    Set<Statement> held =
        plain.stream()
            .filter(c -> c.status() == Status.ACCEPTED)
            .flatMap(c -> c.statement().stream())
            .collect(Collectors.toCollection(HashSet::new));
    return claims.stream().map(c -> c.as(status(c, claims, held, byIri))).toList();
  }

  /** A policy that was issued after the article cannot be meant: the claim loses all trust. */
  private Claim timely(Claim c, Map<String, Event> events, Optional<LocalDate> published) {
    Stream<Entity> stated = c.statement().stream().flatMap(s -> Stream.of(s.subject(), s.object()));
    Stream<Entity> told = c.event().map(events::get).stream().flatMap(e -> e.objects().stream());
    boolean newer =
        Stream.concat(stated, told)
            .filter(e -> published.isPresent() && ontology.isA(e.kind(), "Policy"))
            .flatMap(e -> reference.texts(e, "http://purl.org/dc/terms/issued").stream())
            .anyMatch(d -> d.compareTo(published.orElseThrow().toString()) > 0);
    return newer ? c.doubtful() : c;
  }

  private Status status(Claim c, List<Claim> all, Set<Statement> held, Map<String, Event> events) {
    if (all.stream().anyMatch(other -> conflict(c, other))) {
      return Status.CONTESTED;
    }
    boolean own = c.source().isPresent() && ownAct(c, c.source().get(), held, events);
    return sure(c) && (!c.attributed() || own) ? Status.ACCEPTED : Status.HELD;
  }

  private boolean sure(Claim c) {
    return c.modality().factual()
        && (c.confidence() >= rule.threshold() || c.statement().filter(this::known).isPresent())
        && c.statement().filter(this::foreign).isEmpty();
  }

  /** What the reference data has anyway needs no confidence. */
  private boolean known(Statement s) {
    return reference.objects(s.subject(), s.predicate()).contains(s.object());
  }

  /**
   * Whether a known seat or office lies in another country than the one that is claimed: the text
   * was misread, or the change is too weighty to take from one sentence.
   */
  private boolean foreign(Statement s) {
    if (!SEATS.contains(s.predicate()) || reference.objects(s.subject(), s.predicate()).isEmpty()) {
      return false;
    }
    List<Entity> known =
        reference.objects(s.subject(), s.predicate()).stream()
            .flatMap(e -> reference.nationOf(e, ontology).stream())
            .toList();
    Optional<Entity> claimed = reference.nationOf(s.object(), ontology);
    return claimed.isPresent() && !known.isEmpty() && !known.contains(claimed.get());
  }

  /** The same content, once affirmed and once denied, both outright and read surely. */
  private boolean conflict(Claim a, Claim b) {
    return a.statement().isPresent()
        && a.statement().equals(b.statement())
        && a.modality().polarity() != b.modality().polarity()
        && outright(a)
        && outright(b);
  }

  private boolean outright(Claim c) {
    return c.confidence() >= rule.threshold()
        && c.modality().certainty() == Certainty.CERTAIN
        && c.modality().realization() == Realization.REALIZED;
  }

  private boolean ownAct(Claim c, Entity source, Set<Statement> held, Map<String, Event> events) {
    Set<Entity> self = new HashSet<>(Set.of(source));
    MEMBERSHIP.forEach(p -> self.addAll(reference.objects(source, p)));
    held.stream()
        .filter(s -> s.subject().equals(source) && MEMBERSHIP.contains(s.predicate()))
        .forEach(s -> self.add(s.object()));
    boolean subject =
        c.statement()
            .filter(s -> self.contains(s.subject()) || owned(s.subject(), self, held))
            .isPresent();
    boolean agent =
        c.event()
            .map(events::get)
            .filter(e -> e.agents().stream().anyMatch(self::contains))
            .isPresent();
    return agent || subject;
  }

  private boolean owned(Entity thing, Set<Entity> self, Set<Statement> held) {
    return self.stream()
        .anyMatch(
            s ->
                OWN.stream()
                    .anyMatch(
                        p ->
                            reference.objects(s, p).contains(thing)
                                || held.contains(new Statement(s, p, thing))));
  }
}
