package org.w3id.chokepoint.browse;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.compose.Union;
import org.w3id.chokepoint.serve.Question;
import org.w3id.chokepoint.serve.Reply;
import org.w3id.chokepoint.serve.Served;
import org.w3id.chokepoint.snapshot.Lookup;

/** What we held about a thing at each snapshot whose changes are kept, and what changed it. */
final class HistoryPage {
  private final Templates templates;
  // Read once, so that a request only looks its thing up.
  private final PerSnapshot<Kept> histories = new PerSnapshot<>(Kept::of);

  HistoryPage(Templates templates) {
    this.templates = templates;
  }

  /**
   * The kept past of a snapshot.
   *
   * @param turns the newest first
   * @param gone all that any of them dropped
   */
  private record Kept(List<Turn> turns, Graph gone) {
    static Kept of(Served served) {
      List<Turn> turns = Turn.of(served);
      Graph gone = GraphMemFactory.createDefaultGraph();
      turns.forEach(turn -> turn.dropped().all().stream().forEach(gone::add));
      return new Kept(turns, gone);
    }
  }

  /**
   * A turn that changed something about the thing.
   *
   * @param number for fragments of the page: 1 is the newest that there is
   */
  record Told(
      int number,
      HistoryStep.Stand after,
      HistoryStep.Stand before,
      List<HistoryStep.Part> parts) {}

  void prepare(Served served) {
    histories.of(served);
  }

  Reply answer(Question question) {
    String rest = question.rest("/history/");
    Served served = question.served();
    Scene scene = Scene.of(served);
    Node thing = scene.thing(rest);
    if (!rest.matches("(actor|tech|policy|place)/.*")) {
      return served.missing(rest);
    }
    Kept kept = histories.of(served);
    return served.knows(thing) || kept.gone().contains(thing, Node.ANY, Node.ANY)
        ? page(kept, scene, thing)
        : served.missing(rest);
  }

  private Reply page(Kept kept, Scene scene, Node thing) {
    Scene past = new Scene(scene.served(), new Lookup(new Union(scene.data(), kept.gone())));
    Collection<Node> claims = new About(past.look(), thing).claims();
    List<Told> told = new ArrayList<>();
    HistoryStep.Stand now = now(scene, thing);
    HistoryStep.Stand after = now;
    for (Turn turn : kept.turns()) {
      HistoryStep step = new HistoryStep(turn, scene, past, thing, claims);
      HistoryStep.Stand before = step.before(after);
      List<HistoryStep.Part> parts = step.parts();
      if (!parts.isEmpty()) {
        told.add(new Told(told.size() + 1, after, before, parts));
      }
      after = before;
    }
    Map<String, Object> values = new HashMap<>();
    values.put("thing", past.link(thing));
    values.put("now", now);
    values.put("turns", told);
    values.put("kept", kept.turns().size());
    return templates.page("history", values);
  }

  private static HistoryStep.Stand now(Scene scene, Node thing) {
    Node facts = NodeFactory.createURI(scene.served().base() + "id/graph/facts");
    return new HistoryStep.Stand(
        scene.served().name(),
        scene.served().snapshot().map(snapshot -> snapshot.manifest().date()).orElse(""),
        HistoryStep.touching(scene.served().all().getGraph(facts), thing).size(),
        HistoryStep.touching(scene.served().inferred(), thing).size(),
        new About(scene.look(), thing).claims().size());
  }
}
