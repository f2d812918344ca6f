package org.w3id.chokepoint.claim;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.w3id.chokepoint.article.Article;
import org.w3id.chokepoint.clause.Modality.Certainty;
import org.w3id.chokepoint.clause.Modality.Polarity;
import org.w3id.chokepoint.clause.Modality.Realization;
import org.w3id.chokepoint.extract.Filler;
import org.w3id.chokepoint.extract.Finding;
import org.w3id.chokepoint.extract.Pattern.EventTemplate;
import org.w3id.chokepoint.mention.Entity;
import org.w3id.chokepoint.mention.Ontology;
import org.w3id.chokepoint.mention.Slug;

/** The events of one article: two tellings of the same one share a node and complete its roles. */
final class Events {
  private static final String BASE = "https://w3id.org/chokepoint/id/event/";

  private final Article article;
  private final Ontology ontology;
  private final Predicate<Finding> sure;
  private final Map<Finding, Draft> byFinding = new LinkedHashMap<>();
  private final List<Draft> drafts = new ArrayList<>();

  /** {@code sure} tells findings that are read surely enough to hold true. */
  Events(Article article, Ontology ontology, Predicate<Finding> sure) {
    this.article = article;
    this.ontology = ontology;
    this.sure = sure;
  }

  /** An event while its roles are being gathered. */
  private static final class Draft {
    final String kind;
    final Set<Entity> agents = new LinkedHashSet<>();
    final Set<Entity> objects = new LinkedHashSet<>();
    final Set<Draft> inner = new LinkedHashSet<>();
    final Set<Entity> recipients = new LinkedHashSet<>();
    final Set<Draft> causes = new LinkedHashSet<>();
    final Set<Entity> answered = new LinkedHashSet<>();
    final Finding first;
    Finding dated;
    boolean requested;
    boolean sure;

    Draft(String kind, Finding first) {
      this.kind = kind;
      this.first = first;
      this.dated = first;
    }

    /** Entities and events acted on, one role. */
    Set<Object> whole() {
      Set<Object> out = new LinkedHashSet<>(objects);
      out.addAll(inner);
      return out;
    }
  }

  /** Adds the event of a finding, or joins it to an earlier telling. */
  void add(Finding f) {
    if (byFinding.containsKey(f)) {
      return;
    }
    EventTemplate template = f.pattern().event().orElseThrow();
    Draft draft = new Draft(template.kind(), f);
    draft.sure = sure.test(f);
    fill(f, template.agent(), draft.agents, draft.inner);
    fill(f, template.object(), draft.objects, draft.inner);
    fill(f, template.recipient(), draft.recipients, draft.inner);
    template.respondsTo().ifPresent(r -> fill(f, List.of(r), draft.answered, draft.causes));
    Optional<Draft> same = drafts.stream().filter(d -> same(d, draft)).findFirst();
    same.filter(d -> f.pattern().learned().isEmpty()).ifPresent(d -> join(d, draft));
    byFinding.put(f, same.orElse(draft));
    if (same.isEmpty()) {
      drafts.add(draft);
    }
  }

  /** The IRI of the event that a finding describes. */
  String iri(Finding f) {
    return iri(byFinding.getOrDefault(f, new Draft("Event", f)));
  }

  /** The events in order of their place; tellings that come to the same identity count once. */
  List<Event> all() {
    Map<String, Event> out = new LinkedHashMap<>();
    drafts.forEach(d -> out.putIfAbsent(iri(d), event(d)));
    return List.copyOf(out.values());
  }

  private void fill(Finding f, List<String> roles, Set<Entity> entities, Set<Draft> events) {
    for (String role : roles) {
      for (Filler filler : f.role(role)) {
        switch (filler) {
          case Filler.Named n -> entities.add(n.entity());
          case Filler.Described d -> {
            if (!byFinding.containsKey(d.finding())) {
              add(d.finding());
            }
            Draft inner = byFinding.getOrDefault(d.finding(), new Draft("Event", d.finding()));
            inner.requested |=
                f.pattern().event().filter(e -> e.kind().equals("Request")).isPresent();
            events.add(inner);
          }
        }
      }
    }
  }

  /** Same class, same way out, same modality, no role that differs, and at least one shared. */
  private boolean same(Draft a, Draft b) {
    boolean modality =
        a.first.modality().polarity() == b.first.modality().polarity()
            && a.first.modality().realization() == b.first.modality().realization()
            && a.first.modality().certainty() == b.first.modality().certainty()
            && outcome(a).equals(outcome(b));
    boolean dates =
        a.dated.date().isEmpty()
            || b.dated.date().isEmpty()
            || a.dated.date().equals(b.dated.date());
    boolean compatible =
        compatible(a.agents, b.agents)
            && compatible(a.whole(), b.whole())
            && compatible(a.recipients, b.recipients);
    boolean agentShared = shared(a.agents, b.agents);
    boolean otherShared = shared(a.whole(), b.whole()) || shared(a.recipients, b.recipients);
    boolean bare = a.whole().isEmpty() && a.recipients.isEmpty();
    // a settlement and a breach are both a LegalEvent, and not the same one
    boolean alike =
        a.first.pattern().name().equals(b.first.pattern().name()) || !ontology.divided(a.kind);
    // what the learned model reads may repeat what a pattern told, and adds nothing to it
    boolean within =
        b.first.pattern().learned().isEmpty()
            || a.agents.containsAll(b.agents)
                && a.whole().containsAll(b.whole())
                && a.recipients.containsAll(b.recipients);
    return a.kind.equals(b.kind)
        && within
        && alike
        && modality
        && dates
        && compatible
        && (otherShared || agentShared && bare);
  }

  private static <T> boolean compatible(Set<T> a, Set<T> b) {
    return a.isEmpty() || b.isEmpty() || a.containsAll(b) || b.containsAll(a);
  }

  private static <T> boolean shared(Set<T> a, Set<T> b) {
    return a.stream().anyMatch(b::contains);
  }

  private static void join(Draft into, Draft from) {
    into.agents.addAll(from.agents);
    into.objects.addAll(from.objects);
    into.inner.addAll(from.inner);
    into.recipients.addAll(from.recipients);
    into.causes.addAll(from.causes);
    into.answered.addAll(from.answered);
    into.requested |= from.requested;
    into.sure |= from.sure;
    if (into.dated.date().isEmpty()) {
      into.dated = from.dated;
    }
  }

  private Event event(Draft d) {
    Finding f = d.first;
    return new Event(
        iri(d),
        d.kind,
        ontology.between(d.kind, "Event"),
        List.copyOf(d.agents),
        List.copyOf(d.objects),
        d.inner.stream().map(this::iri).sorted().toList(),
        List.copyOf(d.recipients),
        d.dated.date(),
        outcome(d),
        status(d),
        f.amount(),
        Stream.concat(d.causes.stream().map(this::iri), d.answered.stream().map(Entity::iri))
            .sorted()
            .toList());
  }

  private static Optional<String> outcome(Draft d) {
    return d.first.pattern().event().flatMap(EventTemplate::outcome);
  }

  private static String status(Draft d) {
    Finding f = d.first;
    if (f.modality().polarity() == Polarity.NEGATED && !f.pattern().refused()) {
      return "Disputed";
    }
    if (f.modality().realization() == Realization.PROSPECTIVE || f.pattern().prospective()) {
      return d.requested ? "Requested" : "Planned";
    }
    return f.modality().certainty() == Certainty.CERTAIN && d.sure ? "Occurred" : "Reported";
  }

  /** Shared between articles only where class, participants and date pin it down. */
  private String iri(Draft d) {
    String who = slugs(d.agents);
    String what = slugs(d.recipients.isEmpty() ? d.objects : d.recipients);
    boolean pinned =
        d.dated.date().isPresent()
            && !who.isEmpty()
            && !what.isEmpty()
            && status(d).equals("Occurred");
    String kind =
        d.kind
            .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
            .toLowerCase(Locale.ROOT)
            .replaceAll("-event$", "");
    String scope =
        pinned
            ? d.dated.date().orElseThrow().text() + "-" + Slug.hash(full(d), 6)
            : Slug.hash(
                article.id() + "|" + full(d) + "|" + d.first.proposition().head().begin(), 10);
    return BASE + Slug.of(kind + "-" + who + "-" + what) + "-" + scope;
  }

  private static String full(Draft d) {
    return d.kind + outcome(d) + iris(d.agents) + iris(d.objects) + iris(d.recipients);
  }

  private static List<String> iris(Collection<Entity> entities) {
    return entities.stream().map(Entity::iri).sorted().toList();
  }

  private static String slugs(Collection<Entity> entities) {
    return entities.stream()
        .map(e -> e.iri().substring(e.iri().lastIndexOf('/') + 1))
        .findFirst()
        .orElse("");
  }
}
