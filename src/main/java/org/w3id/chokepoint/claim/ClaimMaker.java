package org.w3id.chokepoint.claim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.w3id.chokepoint.article.Article;
import org.w3id.chokepoint.clause.Modality;
import org.w3id.chokepoint.clause.Modality.Polarity;
import org.w3id.chokepoint.clause.Modality.Realization;
import org.w3id.chokepoint.extract.Filler;
import org.w3id.chokepoint.extract.Finding;
import org.w3id.chokepoint.extract.Pattern.StatementTemplate;
import org.w3id.chokepoint.mention.Background;
import org.w3id.chokepoint.mention.Entity;
import org.w3id.chokepoint.mention.Mention;
import org.w3id.chokepoint.mention.Ontology;
import org.w3id.chokepoint.mention.Slug;
import org.w3id.chokepoint.text.Sentence;

/** Turns the findings of an article into its claims and events. */
public final class ClaimMaker {
  private final AcceptanceRule rule;
  private final Ontology ontology;
  private final Acceptance acceptance;
  private final ActingCountries acting;
  private final ClaimedKinds kinds;
  private final Background background;

  public ClaimMaker(AcceptanceRule rule, Background background) {
    this.ontology = background.ontology();
    this.rule = rule;
    this.acceptance = new Acceptance(rule, background.reference(), ontology);
    this.acting = new ActingCountries(background.reference());
    this.kinds = new ClaimedKinds(ontology);
    this.background = background;
  }

  /** The reading of an article, its claims judged. */
  public Reading make(
      Article article, List<Sentence> sentences, List<Mention> mentions, List<Finding> findings) {
    Events events = new Events(article, ontology, f -> confidence(f) >= rule.threshold());
    findings.stream().filter(f -> f.pattern().event().isPresent()).forEach(f -> events.add(f));
    Map<String, Claim> claims = new LinkedHashMap<>();
    for (Finding f : findings) {
      for (Claim c : claims(article, f, events)) {
        claims.merge(c.id(), c, ClaimMaker::together);
      }
    }
    List<Event> all = events.all();
    List<Claim> judged = acceptance.judge(List.copyOf(claims.values()), all, article.published());
    List<Mention> settled =
        kinds.settle(acting.settle(sentences, mentions, judged, all), judged, all);
    return new Reading(article, sentences, settled, all, judged);
  }

  /** None where the rule leaves no confidence: so a construction is switched off. */
  private List<Claim> claims(Article article, Finding f, Events events) {
    if (confidence(f) == 0) {
      return List.of();
    }
    List<Statement> statements = new ArrayList<>();
    for (StatementTemplate t : f.pattern().statements()) {
      List<Entity> subjects = f.entities(t.subject());
      boolean each = t.subject().equals(t.object());
      for (Entity s : subjects) {
        for (Entity o : f.entities(t.object())) {
          boolean told = each && subjects.indexOf(o) < subjects.indexOf(s);
          if (!s.equals(o)
              && !told
              && suits(s, t, o, f)
              && ontology.allows(s.kind(), t.predicate(), o.kind())) {
            statements.add(new Statement(s, t.predicate(), o));
          }
        }
      }
    }
    Optional<String> event = f.pattern().event().map(e -> events.iri(f));
    List<Claim> out = new ArrayList<>();
    if (statements.isEmpty() && event.isPresent()) {
      out.add(claim(article, f, Optional.empty(), event));
    }
    for (int i = 0; i < statements.size(); i++) {
      out.add(claim(article, f, Optional.of(statements.get(i)), i == 0 ? event : Optional.empty()));
    }
    return out;
  }

  /** "AMD and Nvidia unveiled A and B": to each only what is known as his, where anything is. */
  private boolean suits(Entity s, StatementTemplate t, Entity o, Finding f) {
    List<Entity> subjects = f.entities(t.subject());
    boolean crosswise =
        subjects.size() > 1 && f.entities(t.object()).stream().anyMatch(x -> known(subjects, t, x));
    return !background.refutes(s, t.predicate(), o) && (!crosswise || known(subjects, t, o));
  }

  private boolean known(List<Entity> subjects, StatementTemplate t, Entity o) {
    return subjects.stream().anyMatch(x -> background.refutes(x, t.predicate(), o));
  }

  private Claim claim(
      Article article, Finding f, Optional<Statement> statement, Optional<String> event) {
    Modality m = modality(f);
    boolean attributed =
        !f.pattern().presupposed() && (m.source().isPresent() || f.pattern().source().isPresent());
    Optional<Entity> source = attributed ? f.source() : Optional.empty();
    String key =
        String.join(
            "|",
            article.id(),
            statement.map(ClaimMaker::text).orElse(""),
            event.orElse(""),
            source.map(Entity::iri).orElse(""),
            "" + m.certainty(),
            "" + m.polarity(),
            "" + m.realization());
    return new Claim(
        Slug.hash(key, 12),
        statement,
        event,
        m,
        source,
        attributed,
        List.of(f.proposition().sentence()),
        f.proposition().head().form(),
        f.pattern().name(),
        confidence(f),
        Claim.Status.HELD);
  }

  /** The clause's modality, changed by what the pattern's words say themselves. */
  private static Modality modality(Finding f) {
    Modality m = f.modality();
    Polarity polarity =
        f.pattern().refused() || f.pattern().negated() == (m.polarity() == Polarity.NEGATED)
            ? Polarity.AFFIRMED
            : Polarity.NEGATED;
    Realization realization = f.pattern().prospective() ? Realization.PROSPECTIVE : m.realization();
    return new Modality(m.certainty(), polarity, realization, m.source());
  }

  private double confidence(Finding f) {
    double worst = 1;
    for (List<Filler> fillers : f.roles().values()) {
      for (Filler filler : fillers) {
        if (filler instanceof Filler.Named n) {
          worst = Math.min(worst, rule.discount(n.how()));
        }
      }
    }
    return Math.round(100 * f.pattern().confidence() * f.likelihood() * worst) / 100.0;
  }

  private static String text(Statement s) {
    return s.subject().iri() + " " + s.predicate() + " " + s.object().iri();
  }

  /** The same claim in two sentences: both are its passages, the surer reading counts. */
  private static Claim together(Claim a, Claim b) {
    TreeSet<Sentence> passages = new TreeSet<>((x, y) -> Integer.compare(x.begin(), y.begin()));
    passages.addAll(a.passages());
    passages.addAll(b.passages());
    Claim best = b.confidence() > a.confidence() ? b : a;
    return new Claim(
        a.id(),
        a.statement(),
        a.event(),
        a.modality(),
        a.source(),
        a.attributed(),
        List.copyOf(passages),
        best.cue(),
        best.pattern(),
        best.confidence(),
        a.status());
  }
}
