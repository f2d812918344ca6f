package org.w3id.chokepoint.across;

import java.util.HashSet;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.w3id.chokepoint.graph.Terms;

/**
 * Events that tell a state: those that some claim reports which is accepted, or denies what an
 * event ended and is sure of it. What only a source reports of others stays a claim.
 */
record Told(DatasetGraph data, double from) {
  Set<Node> events() {
    Set<Node> out = new HashSet<>();
    data.find(Node.ANY, Node.ANY, Terms.cp("reportsEvent"), Node.ANY)
        .forEachRemaining(
            q -> {
              if (isBelieved(data.getGraph(q.getGraph()), q.getSubject(), q.getObject())) {
                out.add(q.getObject());
              }
            });
    return out;
  }

  private boolean isBelieved(Graph graph, Node claim, Node event) {
    return Telling.has(graph, claim, "claimStatus", "Accepted")
        || (Telling.has(graph, claim, "polarity", "Negated")
            && Telling.has(graph, claim, "certainty", "Certain")
            && Telling.has(graph, claim, "realization", "Realized")
            && Telling.confidence(graph, claim) >= from
            && isOwn(graph, claim, event));
  }

  /** Told by the article itself, or by who did it. */
  private static boolean isOwn(Graph graph, Node claim, Node event) {
    return Telling.value(graph, claim, Terms.cp("attributedTo"))
        .map(source -> graph.contains(event, Terms.cp("hasAgent"), source))
        .orElse(true);
  }
}
