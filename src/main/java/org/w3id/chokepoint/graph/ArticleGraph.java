package org.w3id.chokepoint.graph;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.w3id.chokepoint.article.Article;
import org.w3id.chokepoint.article.CleanText;
import org.w3id.chokepoint.claim.Claim;
import org.w3id.chokepoint.claim.Event;
import org.w3id.chokepoint.claim.Reading;
import org.w3id.chokepoint.claim.Statement;
import org.w3id.chokepoint.extract.When;
import org.w3id.chokepoint.mention.Entity;
import org.w3id.chokepoint.mention.Mention;
import org.w3id.chokepoint.mention.Slug;
import org.w3id.chokepoint.text.Sentence;

/** Writes one reading as the triples of its article's graph. */
public final class ArticleGraph {
  private static final int LONG = 48;
  private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final Pattern UNWRITABLE =
      Pattern.compile("[\\p{Cntrl}\uFFFE\uFFFF&&[^\\t\\n\\r]]");

  private final Graph graph = GraphFactory.createDefaultGraph();
  private final Node article;
  private final Node run;
  private final CleanText text;

  private ArticleGraph(Article article, Node run) {
    this.article = iri(article);
    this.run = run;
    this.text = article.clean();
  }

  /** The triples about an article, its passages, mentions, claims, events and new entities. */
  public static Graph of(Reading reading, Node run) {
    ArticleGraph out = new ArticleGraph(reading.article(), run);
    out.article(reading.article());
    reading.mentions().forEach(out::mention);
    reading.events().forEach(out::event);
    reading.claims().forEach(out::claim);
    out.newEntities(reading);
    return out.graph;
  }

  /** The IRI of an article; a long id is cut and told apart by its hash. */
  public static Node iri(Article article) {
    return Terms.iri(Terms.ID + "article/" + localName(article.id()));
  }

  private static String localName(String id) {
    if (id.length() <= LONG && SLUG.matcher(id).matches()) {
      return id; // the usual id, for which transliteration would be most of the intake
    }
    return id.length() <= LONG
        ? Slug.of(id)
        : Slug.of(id.substring(0, LONG)) + "-" + Slug.hash(id, 10);
  }

  private void article(Article a) {
    add(article, RDF.type.asNode(), Terms.cp("Article"));
    add(article, Terms.IDENTIFIER, text(a.id()));
    add(article, Terms.schema("sha256"), text(a.sha256()));
    add(article, Terms.schema("inLanguage"), text("en"));
    a.title().ifPresent(t -> add(article, Terms.schema("headline"), english(t)));
    a.outlet().ifPresent(o -> add(article, Terms.schema("publisher"), text(o)));
    a.url()
        .ifPresent(
            u ->
                add(
                    article,
                    Terms.schema("url"),
                    NodeFactory.createLiteralDT(u, XSDDatatype.XSDanyURI)));
    a.about().authors().forEach(w -> add(article, Terms.schema("author"), text(w)));
    a.about()
        .modified()
        .ifPresent(
            d ->
                add(
                    article,
                    Terms.schema("dateModified"),
                    NodeFactory.createLiteralDT(d.toString(), XSDDatatype.XSDdate)));
    a.published()
        .ifPresent(
            d ->
                add(
                    article,
                    Terms.schema("datePublished"),
                    NodeFactory.createLiteralDT(d.toString(), XSDDatatype.XSDdate)));
  }

  /** Stages before this one count in the clean text; the data counts in the body as given. */
  private Node span(int cleanBegin, int cleanEnd) {
    int begin = text.begin(cleanBegin);
    int end = text.end(cleanEnd);
    Node span = Terms.iri(article.getURI() + "#char-" + begin + "-" + end);
    add(span, Terms.nif("referenceContext"), article);
    add(span, Terms.nif("beginIndex"), number(begin));
    add(span, Terms.nif("endIndex"), number(end));
    add(span, Terms.nif("anchorOf"), english(writable(text.given(cleanBegin, cleanEnd))));
    return span;
  }

  /** XML has no place for some characters; the length stays. */
  private static String writable(String quote) {
    return UNWRITABLE.matcher(quote).replaceAll("\uFFFD");
  }

  private void mention(Mention m) {
    Node span = span(m.begin(), m.end());
    boolean named = m.form() != Mention.Form.REFERENCE && m.form() != Mention.Form.DESCRIPTION;
    add(span, RDF.type.asNode(), named ? Terms.nif("Phrase") : Terms.cp("Reference"));
    add(span, Terms.TA_IDENT_REF, Terms.iri(m.entity().iri()));
  }

  private Node passage(Sentence s) {
    Node span = span(s.begin(), s.end());
    add(span, RDF.type.asNode(), Terms.cp("Passage"));
    return span;
  }

  private void claim(Claim c) {
    // Named by article first, so that the claims of an article lie side by side in a dump.
    String name = article.getURI().substring(article.getURI().lastIndexOf('/') + 1);
    Node claim = Terms.iri(Terms.ID + "claim/" + name + "-" + c.id());
    add(claim, RDF.type.asNode(), Terms.cp("Claim"));
    c.statement().ifPresent(s -> slots(claim, s));
    c.event().ifPresent(e -> add(claim, Terms.cp("reportsEvent"), Terms.iri(e)));
    add(claim, Terms.cp("certainty"), facet(c.modality().certainty()));
    add(claim, Terms.cp("polarity"), facet(c.modality().polarity()));
    add(claim, Terms.cp("realization"), facet(c.modality().realization()));
    add(claim, Terms.cp("claimStatus"), facet(c.status()));
    c.source().ifPresent(s -> add(claim, Terms.cp("attributedTo"), Terms.iri(s.iri())));
    c.passages().forEach(s -> add(claim, Terms.cp("statedIn"), passage(s)));
    add(claim, Terms.cp("cue"), text(c.cue()));
    add(claim, Terms.cp("pattern"), text(c.pattern()));
    add(claim, Terms.cp("confidence"), decimal(String.format(Locale.ROOT, "%.2f", c.confidence())));
    add(claim, Terms.prov("wasGeneratedBy"), run);
  }

  private void slots(Node claim, Statement s) {
    add(claim, Terms.cp("claimSubject"), Terms.iri(s.subject().iri()));
    add(claim, Terms.cp("claimPredicate"), Terms.cp(s.predicate()));
    add(claim, Terms.cp("claimObject"), Terms.iri(s.object().iri()));
  }

  private void event(Event e) {
    Node event = Terms.iri(e.iri());
    add(event, RDF.type.asNode(), Terms.cp(e.kind()));
    e.above().forEach(k -> add(event, RDF.type.asNode(), Terms.cp(k)));
    role(event, "hasAgent", e.agents());
    role(event, "hasObject", e.objects());
    role(event, "hasRecipient", e.recipients());
    e.inner().forEach(i -> add(event, Terms.cp("hasObject"), Terms.iri(i)));
    e.respondsTo().forEach(i -> add(event, Terms.cp("respondsTo"), Terms.iri(i)));
    e.outcome().ifPresent(o -> add(event, Terms.cp("outcome"), Terms.cp(o)));
    add(event, Terms.cp("eventStatus"), Terms.cp(e.status()));
    e.date().ifPresent(d -> add(event, Terms.cp("eventDate"), date(d)));
    e.amount()
        .ifPresent(
            a -> {
              add(event, Terms.cp("amount"), decimal(a.value().toPlainString()));
              add(event, Terms.cp("unit"), text(a.unit()));
            });
  }

  private void role(Node event, String property, List<Entity> entities) {
    entities.forEach(e -> add(event, Terms.cp(property), Terms.iri(e.iri())));
  }

  /** Entities that the reference data does not describe are described where they were found. */
  private void newEntities(Reading reading) {
    TreeMap<String, Entity> fresh = new TreeMap<>();
    TreeMap<String, Set<String>> names = new TreeMap<>();
    reading
        .mentions()
        .forEach(
            m -> {
              fresh.put(m.entity().iri(), m.entity());
              if (m.form() == Mention.Form.NAME) {
                names.computeIfAbsent(m.entity().iri(), k -> new TreeSet<>()).add(m.text());
              }
            });
    reading.claims().stream()
        .flatMap(c -> c.statement().stream())
        .forEach(s -> List.of(s.subject(), s.object()).forEach(e -> fresh.put(e.iri(), e)));
    reading.claims().forEach(c -> c.source().ifPresent(e -> fresh.put(e.iri(), e)));
    for (Event e : reading.events()) {
      List.of(e.agents(), e.objects(), e.recipients())
          .forEach(l -> l.forEach(x -> fresh.put(x.iri(), x)));
    }
    fresh.values().stream()
        .filter(e -> !e.known())
        .forEach(e -> describe(e, names.getOrDefault(e.iri(), Set.of())));
  }

  private void describe(Entity e, Set<String> names) {
    Node entity = Terms.iri(e.iri());
    add(entity, RDF.type.asNode(), Terms.cp(e.kind()));
    add(entity, RDFS.label.asNode(), english(e.label()));
    names.stream()
        .filter(n -> !n.equals(e.label()))
        .forEach(n -> add(entity, SKOS.altLabel.asNode(), english(n)));
  }

  private void add(Node s, Node p, Node o) {
    graph.add(s, p, o);
  }

  private static Node facet(Enum<?> value) {
    String name = value.name();
    return Terms.cp(name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT));
  }

  private static Node text(String value) {
    return NodeFactory.createLiteralString(value);
  }

  private static Node english(String value) {
    return NodeFactory.createLiteralLang(value, "en");
  }

  private static Node number(int value) {
    return NodeFactory.createLiteralDT(Integer.toString(value), XSDDatatype.XSDinteger);
  }

  private static Node decimal(String value) {
    return NodeFactory.createLiteralDT(value, XSDDatatype.XSDdecimal);
  }

  private static Node date(When when) {
    return NodeFactory.createLiteralDT(
        when.text(), NodeFactory.getType("http://www.w3.org/2001/XMLSchema#" + when.datatype()));
  }
}
