package org.w3id.chokepoint.browse;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.w3id.chokepoint.snapshot.Lookup;
import org.w3id.chokepoint.snapshot.Terms;

/**
 * What is told about a thing, in an order that the data alone gives.
 *
 * @param look where to look
 */
record About(Lookup look, Node thing) {
  /** Claims with the thing as subject or object, and those of events that it takes part in. */
  Set<Node> claims() {
    Set<Node> claims = new LinkedHashSet<>();
    for (String slot : List.of("claimSubject", "claimObject")) {
      claims.addAll(look.subjects(Terms.cp(slot), thing));
    }
    for (Node event : events()) {
      claims.addAll(look.subjects(Terms.cp("reportsEvent"), event));
    }
    return claims;
  }

  /** Events that it takes part in. */
  Set<Node> events() {
    Set<Node> events = new LinkedHashSet<>();
    for (String role : List.of("hasAgent", "hasObject", "hasRecipient")) {
      events.addAll(look.subjects(Terms.cp(role), thing));
    }
    return events;
  }
}
