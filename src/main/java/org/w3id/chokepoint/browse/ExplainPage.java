package org.w3id.chokepoint.browse;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.w3id.chokepoint.serve.Explain;
import org.w3id.chokepoint.serve.Question;
import org.w3id.chokepoint.serve.Reply;
import org.w3id.chokepoint.snapshot.Absence;
import org.w3id.chokepoint.snapshot.Explanation;

/** A proof as a nested list that ends in sentences. */
final class ExplainPage {
  private final Templates templates;
  private final Properties rules = new Properties();

  ExplainPage(Templates templates) {
    this.templates = templates;
    try {
      rules.load(new StringReader(Templates.file("rules.properties")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * One step.
   *
   * @param triple subject, predicate and object; the members instead of an object that is a list
   * @param rule name of the rule; "" when the triple is given
   * @param meaning the rule in words
   * @param repeated whether the step was shown before, and is not unfolded again
   * @param sources the graphs that hold a given triple
   */
  record Step(
      List<Link> triple,
      String rule,
      String meaning,
      boolean repeated,
      List<Step> premises,
      List<Link> sources,
      List<Scene.Quote> quotes) {}

  Reply answer(Question question) {
    return switch (Explain.of(question)) {
      case Explain.Outcome.Not(var problem) -> new Reply.Failure(problem);
      case Explain.Outcome.Absent(Absence absence) -> absent(absence, Scene.of(question.served()));
      case Explain.Outcome.Explained(Explanation explanation) -> {
        Scene scene = Scene.of(question.served());
        yield templates.page(
            "explain",
            Map.of(
                "step", step(0, explanation, scene, new HashSet<>()),
                "asserted", explanation.asserted(),
                "address", Scene.why(explanation.triple())));
      }
    };
  }

  /**
   * A claim that is not accepted.
   *
   * @param qualities status and facets
   */
  record Claimed(
      String href, List<String> qualities, List<String> speakers, List<Scene.Quote> quotes) {}

  /** A rule that would yield the triple, the premise it misses, and who claims that. */
  record Miss(
      String rule,
      String meaning,
      List<Link> missing,
      List<List<Link>> present,
      List<Claimed> claims) {}

  private Reply absent(Absence absence, Scene scene) {
    return templates.page(
        "absent",
        Map.of(
            "triple", links(absence.triple(), scene),
            "claims", claimed(absence.claims(), scene),
            "misses",
                absence.misses().stream()
                    .map(
                        miss ->
                            new Miss(
                                miss.rule().rule(),
                                rules.getProperty(miss.rule().rule(), ""),
                                links(miss.rule().missing(), scene),
                                miss.rule().present().stream()
                                    .filter(
                                        t -> !t.getSubject().isBlank() && !t.getObject().isBlank())
                                    .map(t -> links(t, scene))
                                    .toList(),
                                claimed(miss.claims(), scene)))
                    .toList(),
            "address", Scene.why(absence.triple())));
  }

  private static List<Claimed> claimed(List<Absence.Stated> claims, Scene scene) {
    return claims.stream()
        .map(
            c ->
                new Claimed(
                    scene.link(NodeFactory.createURI(c.claim())).href(),
                    c.qualities(),
                    c.speakers(),
                    scene.quotes(c.evidence())))
        .toList();
  }

  private static List<Link> links(Triple t, Scene scene) {
    return List.of(t.getSubject(), t.getPredicate(), t.getObject()).stream()
        .map(n -> n.isConcrete() && !n.isBlank() ? scene.link(n) : new Link("something", "", ""))
        .toList();
  }

  private Step step(int index, Explanation explanation, Scene scene, Set<Integer> shown) {
    Explanation.Step step = explanation.steps().get(index);
    Triple triple = step.triple();
    List<Node> nodes = new ArrayList<>(List.of(triple.getSubject(), triple.getPredicate()));
    List<Node> members = explanation.members(triple.getObject());
    nodes.addAll(members.isEmpty() ? List.of(triple.getObject()) : members);
    List<Link> links = scene.links(nodes);
    return switch (step) {
      case Explanation.Given given ->
          new Step(
              links,
              "",
              "",
              false,
              List.of(),
              given.graphs().stream().map(NodeFactory::createURI).map(scene::link).toList(),
              scene.quotes(given.evidence()));
      case Explanation.Derived derived -> {
        boolean repeated = !shown.add(index);
        yield new Step(
            links,
            derived.rule(),
            rules.getProperty(derived.rule(), ""),
            repeated,
            repeated
                ? List.of()
                : derived.premises().stream()
                    .filter(premise -> !explanation.isListCell(explanation.steps().get(premise)))
                    .map(premise -> step(premise, explanation, scene, shown))
                    .toList(),
            List.of(),
            List.of());
      }
    };
  }
}
