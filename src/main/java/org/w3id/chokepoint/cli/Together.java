package org.w3id.chokepoint.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.w3id.chokepoint.across.Across;
import org.w3id.chokepoint.across.AcrossRules;
import org.w3id.chokepoint.across.Ties;
import org.w3id.chokepoint.across.Touched;
import org.w3id.chokepoint.cli.Intake.Entry;
import org.w3id.chokepoint.graph.DatasetBuilder;
import org.w3id.chokepoint.graph.Terms;
import org.w3id.chokepoint.snapshot.CompactGraph;
import org.w3id.chokepoint.snapshot.Kept;
import org.w3id.chokepoint.snapshot.Records;
import org.w3id.chokepoint.snapshot.Shelf;

/**
 * What the articles of today say together, worked out where something changed: of the articles that
 * a snapshot has, only those are taken down that share a group of claims and events with one that
 * came or went, and only these groups are looked at, as they were and as they are now.
 *
 * @param before this part of the old snapshot
 * @param now what stands in its place
 * @param touched the groups
 * @param things what all articles of today say of things
 * @param facts all that they hold
 */
record Together(DatasetGraph before, DatasetGraph now, Touched touched, Graph things, Graph facts) {
  private static final Node FACTS = Terms.graph("facts");
  private static final Node THINGS = Terms.graph("things");

  /** Graphs that grow with the number of articles, though they are of none. */
  private static final List<Node> LARGE = List.of(Terms.graph("across"), FACTS, Terms.graph("run"));

  /**
   * Changes the shelf to that of today.
   *
   * @param fresh graphs of the articles that the snapshot does not have; they get their statuses
   * @param builders an empty dataset for a run of a day
   */
  static Together of(
      Known known,
      Map<String, Graph> fresh,
      String date,
      AcrossRules rules,
      Function<String, DatasetBuilder> builders) {
    Shelf shelf = known.shelf();
    Graph thingsBefore = shelf.things();
    Map<String, Graph> gone = new HashMap<>();
    Set<Long> ties = new HashSet<>();
    for (String name : known.gone()) {
      gone.put(name, shelf.graph(name));
      Ties.add(shelf.ties(name), ties);
      shelf.remove(name);
    }
    Map<String, long[]> others =
        shelf.names().stream().collect(Collectors.toMap(name -> name, shelf::ties));
    Ties tying = new Ties(rules);
    fresh.forEach(
        (name, graph) -> {
          shelf.put(name, graph, tying.of(graph));
          if (known.snapshot().isPresent()) {
            Ties.add(shelf.ties(name), ties);
          }
        });
    Set<Long> described = numbers(shelf.changed().stream().map(Node::toString));
    described.addAll(ties);
    ties.addAll(numbers(known.faulty().stream()));
    Graph things = shelf.things();
    Part part = new Part(shelf, others, rules, new HashMap<>());
    Touched touched = Touched.by(ties, described, Set.of(), others.values());
    Set<Long> doers = new HashSet<>();
    if (!others.isEmpty()) {
      // What a claim on somebody's word is worth rests on the facts about him as well.
      DatasetGraph old =
          part.whole(builders.apply(known.date()), copies(gone), touched, thingsBefore);
      DatasetGraph young = part.whole(builders.apply(date), copies(fresh), touched, things);
      Stream.concat(differing(FACTS, old, young).stream(), differing(FACTS, young, old).stream())
          .flatMap(q -> Stream.of(q.getSubject(), q.getObject()))
          .forEach(n -> doers.add(Ties.number(n.toString())));
      touched = Touched.by(ties, described, doers, others.values());
    }
    DatasetGraph before = part.whole(builders.apply(known.date()), gone, touched, thingsBefore);
    DatasetGraph now = part.whole(builders.apply(date), fresh, touched, things);
    differing(FACTS, before, now).forEach(q -> shelf.facts().remove(q.asTriple()));
    differing(FACTS, now, before).forEach(q -> shelf.facts().add(q.asTriple()));
    return new Together(before, now, touched, things, CompactGraph.of(shelf.facts().iterator()));
  }

  /** The articles that are as they were, of which parts are taken down. */
  private record Part(
      Shelf shelf, Map<String, long[]> others, AcrossRules rules, Map<String, Graph> taken) {

    DatasetGraph whole(
        DatasetBuilder builder, Map<String, Graph> articles, Touched touched, Graph things) {
      articles.forEach((name, graph) -> builder.add(Terms.iri(name), graph));
      others.forEach(
          (name, ties) -> {
            if (touched.isIn(ties)) {
              builder.add(
                  Terms.iri(name), touched(taken.computeIfAbsent(name, shelf::graph), touched));
            }
          });
      DatasetGraph data = builder.build();
      data.addGraph(THINGS, things);
      Across.add(data, rules);
      data.removeGraph(THINGS);
      return data;
    }

    private static Graph touched(Graph article, Touched touched) {
      return CompactGraph.of(
          article
              .find()
              .filterKeep(t -> !Ties.bind(t.getSubject()) || touched.contains(t.getSubject())));
    }
  }

  private static Map<String, Graph> copies(Map<String, Graph> articles) {
    Map<String, Graph> out = new HashMap<>();
    articles.forEach((name, graph) -> out.put(name, CompactGraph.of(graph.find())));
    return out;
  }

  private static Set<Long> numbers(Stream<String> texts) {
    return texts.map(Ties::number).collect(Collectors.toCollection(HashSet::new));
  }

  /** All that shapes and reasoning have to see. */
  DatasetGraph seen() {
    DatasetGraph out = DatasetGraphFactory.createGeneral();
    now.listGraphNodes().forEachRemaining(name -> out.addGraph(name, now.getGraph(name)));
    out.addGraph(THINGS, things);
    out.addGraph(FACTS, facts);
    return out;
  }

  /** What the snapshot of today has as the known one. */
  Optional<Kept> kept(Known known) {
    return known
        .snapshot()
        .map(
            snapshot -> {
              Set<Node> names =
                  known.articles().stream()
                      .map(Entry::input)
                      .map(i -> Terms.iri(i.graph()))
                      .collect(Collectors.toCollection(HashSet::new));
              names.addAll(LARGE);
              List<Quad> gone = new ArrayList<>();
              List<Quad> come = new ArrayList<>();
              names.stream()
                  .filter(name -> before.containsGraph(name) || now.containsGraph(name))
                  .forEach(
                      name -> {
                        gone.addAll(differing(name, before, now));
                        come.addAll(differing(name, now, before));
                      });
              return Kept.of(
                  snapshot,
                  names.stream().map(Node::getURI).collect(Collectors.toSet()),
                  gone,
                  come,
                  node -> Records.isEvent(node) && !touched.contains(node),
                  before);
            });
  }

  /** What a graph has in one dataset only. */
  private static List<Quad> differing(Node name, DatasetGraph here, DatasetGraph there) {
    Graph graph = here.getGraph(name);
    Graph other = there.getGraph(name);
    List<Quad> out = new ArrayList<>();
    graph.find().filterDrop(other::contains).forEach(t -> out.add(Quad.create(name, t)));
    return out;
  }
}
