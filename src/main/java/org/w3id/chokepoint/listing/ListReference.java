package org.w3id.chokepoint.listing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.w3id.chokepoint.graph.Terms;
import org.w3id.chokepoint.mention.Entity;
import org.w3id.chokepoint.mention.Minting;
import org.w3id.chokepoint.mention.NameLexicon;
import org.w3id.chokepoint.mention.Ontology;
import org.w3id.chokepoint.mention.ReferenceData;

/** A published list as statements for the reference data. */
public final class ListReference {
  private final Statements out;
  private final Designations designations;
  private final ListFile file;
  private final ReferenceData reference;
  private final ListLexicon lexicon;
  private final Countries countries;
  private final Spelling spelling;
  private final Names names;
  private final Map<String, Integer> unknown = new TreeMap<>();
  private int leftOut;
  private int shared;

  /**
   * What came of a list.
   *
   * @param graph the statements
   * @param parties how many parties are in them
   * @param joined how many of these are entities that were known
   * @param leftOut parties that are on no list we know
   * @param doubts parties that may be known entities and were not joined
   * @param shared aliases that another entity has, and that were left out
   * @param unknown lists, programmes and countries that we do not know, and how often they occur
   */
  public record Result(
      Graph graph,
      int parties,
      int joined,
      int leftOut,
      List<Doubt> doubts,
      int shared,
      Map<String, Integer> unknown) {}

  private ListReference(
      ListFile file,
      ReferenceData reference,
      Ontology ontology,
      NameLexicon words,
      ListLexicon lexicon) {
    this.file = file;
    this.reference = reference;
    this.lexicon = lexicon;
    this.countries = new Countries(reference, ontology, lexicon.countries());
    this.spelling = new Spelling(words, lexicon);
    this.names = new Names(reference, spelling);
    this.out = new Statements(GraphMemFactory.createDefaultGraph(), file.file());
    this.designations = new Designations(out, reference, lexicon, names);
  }

  /**
   * Joins or mints each party.
   *
   * @param progress given the number of parties, makes what is called for each of them
   */
  public static Result of(
      ListFile file,
      ReferenceData reference,
      Ontology ontology,
      NameLexicon words,
      ListLexicon lexicon,
      IntFunction<Runnable> progress) {
    ListReference made = new ListReference(file, reference, ontology, words, lexicon);
    List<Party> parties =
        Party.of(file.entries(), made.spelling).stream().filter(made::isListed).toList();
    Matching.Result matches =
        Matching.of(
            parties,
            new KnownActors(reference, ontology, made.spelling),
            made.countries,
            ontology,
            made.spelling,
            progress.apply(parties.size()));
    Map<Party, Entity> entities =
        Identities.of(
            parties, matches.joined(), new Minting(ontology, reference, words), made.spelling);
    entities.forEach(made::identify);
    entities.forEach(made::describe);
    return new Result(
        made.out.graph(),
        parties.size(),
        matches.joined().size(),
        made.leftOut,
        matches.doubts(),
        made.shared,
        made.unknown);
  }

  private boolean isListed(Party party) {
    boolean listed = false;
    for (Party.Listed one : party.listed()) {
      String list = one.designation().list();
      if (lexicon.list(list).isPresent()) {
        listed = true;
      } else {
        unknown.merge("list or programme '" + list + "'", 1, Integer::sum);
      }
    }
    leftOut += listed ? 0 : 1;
    return listed;
  }

  /** Labels first: the alias of one party must not take the label of another. */
  private void identify(Party party, Entity entity) {
    if (entity.known()) {
      out.known(entity);
      return;
    }
    Node node = Terms.iri(entity.iri());
    String place =
        party.countries().stream()
            .map(c -> countries.of(c).map(Entity::label).orElse(c))
            .collect(Collectors.joining(", "));
    String label =
        names.label(
            entity.iri(),
            Stream.of(
                entity.label(),
                party.label(),
                party.label() + " (" + (place.isEmpty() ? party.number() : place) + ")",
                party.label() + " (line " + party.line() + " of " + file.file() + ")"));
    out.add(node, RDF.type.asNode(), Terms.cp(entity.kind()));
    out.add(node, RDFS.label.asNode(), Statements.text(label));
  }

  private void describe(Party party, Entity entity) {
    Node node = Terms.iri(entity.iri());
    for (String own : List.of(party.label(), party.name().strip())) {
      if (own.equals(party.label()) || !own.equalsIgnoreCase(party.label())) {
        alias(entity, node, own);
      }
    }
    for (String alias : party.aliases()) {
      shared += alias(entity, node, alias) ? 0 : 1;
    }
    if (!entity.known()) {
      background(party, node);
    }
    party.listed().forEach(one -> designations.add(one, entity));
  }

  /** Whether the entity has the name now, or had it before. */
  private boolean alias(Entity entity, Node node, String name) {
    if (name.isEmpty() || !names.alias(entity.iri(), name)) {
      return name.isEmpty();
    }
    if (!isNamed(node, name) && !out.has(node, RDFS.label.asNode(), Statements.text(name))) {
      out.add(node, SKOS.altLabel.asNode(), Statements.text(name));
    }
    return true;
  }

  private boolean isNamed(Node node, String name) {
    return Stream.of(RDFS.label.asNode(), SKOS.altLabel.asNode(), Terms.cp("shortLabel"))
        .anyMatch(p -> reference.graph().contains(node, p, Statements.text(name)));
  }

  private void background(Party party, Node node) {
    party.shortForms().stream()
        .filter(s -> !out.has(node, SKOS.altLabel.asNode(), Statements.text(s)))
        .filter(s -> !out.has(node, RDFS.label.asNode(), Statements.text(s)))
        .forEach(s -> out.add(node, Terms.cp("shortLabel"), Statements.text(s)));
    List<Entity> seats = new ArrayList<>();
    for (String country : party.countries()) {
      Optional<Entity> place = countries.of(country);
      place.ifPresentOrElse(
          seats::add, () -> unknown.merge("country '" + country + "'", 1, Integer::sum));
    }
    if (seats.size() == 1 && party.countries().size() == 1 && party.sort() != Entry.Sort.PERSON) {
      out.add(node, Terms.cp("basedIn"), Terms.iri(seats.get(0).iri()));
      out.known(seats.get(0));
    }
    if (!party.number().isEmpty()) {
      Node number = NodeFactory.createLiteralString(party.number());
      out.add(node, DCTerms.identifier.asNode(), number);
    }
    String source = party.listed().get(0).designation().source();
    out.add(node, DCTerms.source.asNode(), out.source(source, party.line()));
  }
}
