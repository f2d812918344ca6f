package org.w3id.chokepoint.mention;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/** The curated entities of {@code data/reference}, found by name. Immutable once loaded. */
public final class ReferenceData {
  /** One way to name an entity; {@code shortForm} needs the full name elsewhere in the article. */
  public record Name(Entity entity, Mention.Form form, boolean shortForm) {}

  private final Graph graph;
  private final Map<String, Entity> entities = new HashMap<>();
  private final Map<String, List<Name>> names = new HashMap<>();
  private final Set<Entity> named = new HashSet<>();
  private final Map<String, Integer> reaches = new HashMap<>();

  private ReferenceData(Graph graph, Ontology ontology) {
    this.graph = graph;
    graph
        .find(Node.ANY, RDF.type.asNode(), Node.ANY)
        .filterKeep(t -> t.getObject().isURI())
        .forEach(t -> entity(t.getSubject(), t.getObject(), ontology));
    index(RDFS.label.asNode(), Mention.Form.NAME, false);
    index(SKOS.altLabel.asNode(), Mention.Form.NAME, false);
    index(term("shortLabel"), Mention.Form.NAME, true);
    index(term("adjective"), Mention.Form.DEMONYM, false);
    index(term("demonym"), Mention.Form.DEMONYM, false);
    index(term("metonym"), Mention.Form.METONYM, false);
    names.values().forEach(list -> list.sort((a, b) -> order(a).compareTo(order(b))));
  }

  /** Reads every Turtle file of a folder; Jena's exception names file and line of an error. */
  public static ReferenceData load(Path folder, Ontology ontology) {
    Graph graph = GraphFactory.createDefaultGraph();
    try (Stream<Path> files = Files.list(folder)) {
      files
          .filter(f -> f.toString().endsWith(".ttl"))
          .sorted()
          .forEach(f -> RDFDataMgr.read(graph, f.toUri().toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return of(graph, ontology);
  }

  /** The entities that a graph describes. */
  public static ReferenceData of(Graph graph, Ontology ontology) {
    return new ReferenceData(graph, ontology);
  }

  /** The entity of an IRI. */
  public Optional<Entity> entity(String iri) {
    return Optional.ofNullable(entities.get(iri));
  }

  /** The entities of a class itself, in order of IRI. */
  public List<Entity> ofKind(String kind) {
    return entities.values().stream()
        .filter(e -> e.kind().equals(kind))
        .sorted((a, b) -> a.iri().compareTo(b.iri()))
        .toList();
  }

  /** What a text names, best first: exact case, then whatever matches {@link #key}. */
  public List<Name> named(String text) {
    return names.getOrDefault(key(text), List.of());
  }

  /**
   * The organisation or country that a phrase names somewhere: "Director of the FBI"; longest
   * first.
   */
  public Optional<Entity> bodyIn(String phrase) {
    String[] words = phrase.split("\\s+");
    for (int size = words.length; size > 0; size--) {
      for (int from = 0; from + size <= words.length; from++) {
        String part = String.join(" ", List.of(words).subList(from, from + size));
        for (Name name :
            Character.isUpperCase(part.codePointAt(0)) ? named(part) : List.<Name>of()) {
          if (List.of("actor", "place").stream()
              .anyMatch(k -> name.entity().iri().contains("/" + k + "/"))) {
            return Optional.of(name.entity());
          }
        }
      }
    }
    return Optional.empty();
  }

  /** Whether an entity has an acronym: "AI", "5G"; its long form is a name too. */
  public boolean properName(Entity entity) {
    return named.contains(entity);
  }

  /** What {@code subject} relates to through a property of the ontology, in order of IRI. */
  public List<Entity> objects(Entity subject, String property) {
    return graph
        .find(NodeFactory.createURI(subject.iri()), term(property), Node.ANY)
        .mapWith(t -> t.getObject().isURI() ? entities.get(t.getObject().getURI()) : null)
        .filterKeep(e -> e != null)
        .toList()
        .stream()
        .sorted((a, b) -> a.iri().compareTo(b.iri()))
        .toList();
  }

  /** What relates to {@code object} through a property of the ontology, in order of IRI. */
  public List<Entity> subjects(String property, Entity object) {
    return graph
        .find(Node.ANY, term(property), NodeFactory.createURI(object.iri()))
        .mapWith(t -> entities.get(t.getSubject().getURI()))
        .filterKeep(e -> e != null)
        .toList()
        .stream()
        .sorted((a, b) -> a.iri().compareTo(b.iri()))
        .toList();
  }

  /** The country that an actor or place belongs to: by seat, or through what it is a part of. */
  public Optional<Entity> nationOf(Entity entity, Ontology ontology) {
    return nationOf(entity, ontology, 8);
  }

  private Optional<Entity> nationOf(Entity entity, Ontology ontology, int steps) {
    if (steps == 0 || ontology.isA(entity.kind(), "Country")) {
      return Optional.of(entity).filter(e -> steps > 0);
    }
    return Stream.of("governs", "basedIn", "locatedIn", "unitOf", "subsidiaryOf")
        .flatMap(p -> objects(entity, p).stream().limit(1))
        .flatMap(above -> nationOf(above, ontology, steps - 1).stream())
        .findFirst();
  }

  /** The entity and all that lie above it by a property, nearest first. */
  List<Entity> within(Entity entity, String property) {
    List<Entity> out = new ArrayList<>(List.of(entity));
    for (int i = 0; i < out.size(); i++) {
      objects(out.get(i), property).stream().filter(e -> !out.contains(e)).forEach(out::add);
    }
    return out;
  }

  /** The literal values of a property of the ontology. */
  public List<String> values(Entity subject, String property) {
    return texts(subject, Ontology.NAMESPACE + property);
  }

  /** The literal values of any property, in order. */
  public List<String> texts(Entity subject, String iri) {
    return graph
        .find(NodeFactory.createURI(subject.iri()), NodeFactory.createURI(iri), Node.ANY)
        .mapWith(t -> t.getObject().getLiteralLexicalForm())
        .toList()
        .stream()
        .sorted()
        .toList();
  }

  /** All statements, for the reference graph of the dataset. */
  public Graph graph() {
    return graph;
  }

  /** A name without the differences that newspapers make: dots, commas, quotes, dashes, spaces. */
  static String key(String text) {
    StringBuilder out = new StringBuilder(text.length());
    boolean gap = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '.', ',', '"', '\u201C', '\u201D' -> {}
        case ' ',
            '\t',
            '\n',
            '\r',
            '\u00A0',
            '-',
            '\u2010',
            '\u2011',
            '\u2012',
            '\u2013',
            '\u2014',
            '\u2015' ->
            gap = !out.isEmpty();
        default -> {
          if (gap) {
            out.append(' ');
            gap = false;
          }
          out.append(c == '\u2019' ? '\'' : c);
        }
      }
    }
    String plain = out.toString();
    return lowercaseName(plain) ? plain.toLowerCase(java.util.Locale.ROOT) : plain;
  }

  /** The most letters and digits of any name that may begin with a word; 0 for most words. */
  int reach(String word) {
    String first = first(key(word));
    int reach = reaches.getOrDefault(first, 0);
    return first.length() < 2
        ? reach
        : Math.max(
            reach,
            reaches.getOrDefault(Character.toLowerCase(first.charAt(0)) + first.substring(1), 0));
  }

  /** How many letters and digits a text has: what {@link #key} never takes away. */
  static int letters(String text) {
    return (int) text.codePoints().filter(Character::isLetterOrDigit).count();
  }

  /** Common nouns such as "advanced chips" may be written with a capital at the start. */
  private static boolean lowercaseName(String text) {
    int space = text.indexOf(' ');
    String first = space < 0 ? text : text.substring(0, space);
    return first.length() > 1
        && first.substring(1).equals(first.substring(1).toLowerCase(java.util.Locale.ROOT))
        && text.substring(1).equals(text.substring(1).toLowerCase(java.util.Locale.ROOT))
        && Character.isLowerCase(text.charAt(0));
  }

  private void entity(Node subject, Node type, Ontology ontology) {
    String kind = type.getURI().replace(Ontology.NAMESPACE, "");
    if (!ontology.hasClass(kind)) {
      return;
    }
    String label =
        graph
            .find(subject, RDFS.label.asNode(), Node.ANY)
            .mapWith(t -> t.getObject().getLiteralLexicalForm())
            .toList()
            .stream()
            .sorted()
            .findFirst()
            .orElse(subject.getLocalName());
    entities.merge(
        subject.getURI(),
        new Entity(subject.getURI(), kind, label, true),
        (a, b) -> ontology.isA(b.kind(), a.kind()) ? b : a);
  }

  private void index(Node property, Mention.Form form, boolean shortForm) {
    graph
        .find(Node.ANY, property, Node.ANY)
        .forEach(
            t -> {
              Entity entity = entities.get(t.getSubject().getURI());
              if (entity == null) {
                return;
              }
              String text = t.getObject().getLiteralLexicalForm();
              Name name = new Name(entity, form, shortForm);
              names.computeIfAbsent(key(text), k -> new ArrayList<>()).add(name);
              String first = first(key(text));
              reaches.merge(first, letters(text), Math::max);
              reaches.merge(first.replaceAll("'.*", ""), letters(text), Math::max);
              if (text.matches("[A-Z0-9][A-Z0-9.&-]+")) {
                named.add(entity);
              }
            });
  }

  /** The first word of a key. */
  private static String first(String key) {
    int space = key.indexOf(' ');
    return space < 0 ? key : key.substring(0, space);
  }

  private static String order(Name name) {
    return (name.shortForm() ? "1" : "0") + name.form().ordinal() + name.entity().iri();
  }

  private static Node term(String local) {
    return NodeFactory.createURI(Ontology.NAMESPACE + local);
  }
}
