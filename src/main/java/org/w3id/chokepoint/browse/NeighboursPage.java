package org.w3id.chokepoint.browse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.w3id.chokepoint.serve.Question;
import org.w3id.chokepoint.serve.Reply;

/**
 * What a thing is joined to: how many by each relation, and page by page all of one relation. The
 * same as JSON feeds the graph, which asks once for each relation that a reader unfolds.
 */
final class NeighboursPage {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Templates templates;
  private final PerSnapshot<Backing> backings;

  NeighboursPage(Templates templates, PerSnapshot<Backing> backings) {
    this.templates = templates;
    this.backings = backings;
  }

  /** A relation and how many things it leads to. */
  record Count(Link relation, boolean incoming, boolean inferred, int total, String address) {}

  Reply answer(Question question) {
    String rest = question.rest("/neighbours/");
    Scene scene = Scene.of(question.served());
    Node thing = scene.thing(rest);
    if (!rest.matches("(actor|tech|policy|place)/.*") || !question.served().knows(thing)) {
      return question.served().missing(rest);
    }
    Facts facts = new Facts(scene, thing, backings.of(question.served()));
    List<Facts.Group> groups = facts.groups();
    Map<String, Object> values = new HashMap<>();
    values.put("thing", scene.link(thing));
    values.put("name", rest);
    values.put("json", "/neighbours/" + rest + "?format=json");
    values.put("counts", groups.stream().map(group -> count(facts, group, scene)).toList());
    Optional<Facts.Group> group =
        question.parameter("relation").flatMap(relation -> wanted(groups, relation, question));
    if (group.isEmpty()) {
      return json(question)
          ? overview(scene.link(thing), groups.stream().map(g -> count(facts, g, scene)).toList())
          : templates.page("neighbours", values);
    }
    Paged<Node> page = Paged.of(facts.sorted(group.get()), question.page(), 20);
    List<FactRow> rows =
        page.items().stream()
            .map(other -> FactRow.of(facts, group.get().key(), other, scene))
            .toList();
    if (json(question)) {
      return rows(page, rows);
    }
    values.put("count", count(facts, group.get(), scene));
    values.put("rows", rows);
    values.put("paged", page);
    values.put("address", facts.address(group.get().key()) + "&");
    return templates.page("relation", values);
  }

  private static boolean json(Question question) {
    return question.parameter("format").filter("json"::equals).isPresent();
  }

  private static Optional<Facts.Group> wanted(
      List<Facts.Group> groups, String relation, Question question) {
    boolean outgoing = question.parameter("way").filter("in"::equals).isEmpty();
    boolean inferred = question.parameter("follows").isPresent();
    return groups.stream()
        .filter(group -> group.key().relation().getURI().equals(relation))
        .filter(group -> group.key().outgoing() == outgoing)
        .filter(group -> group.key().inferred() == inferred)
        .findFirst();
  }

  private static Count count(Facts facts, Facts.Group group, Scene scene) {
    return new Count(
        scene.link(group.key().relation()),
        !group.key().outgoing(),
        group.key().inferred(),
        group.others().size(),
        facts.address(group.key()));
  }

  private static Reply overview(Link thing, List<Count> counts) {
    Map<String, Object> json = new LinkedHashMap<>(node(thing));
    json.put(
        "relations",
        counts.stream()
            .map(
                count ->
                    Map.of(
                        "label", count.relation().label(),
                        "incoming", count.incoming(),
                        "follows", count.inferred(),
                        "total", count.total(),
                        "address", count.address() + "&format=json"))
            .toList());
    return json(json);
  }

  private static Reply rows(Paged<Node> page, List<FactRow> rows) {
    return json(
        Map.of(
            "page",
            page.number(),
            "pages",
            page.pages(),
            "total",
            page.total(),
            "things",
            rows.stream()
                .map(
                    row -> {
                      Map<String, Object> json = new LinkedHashMap<>(node(row.other()));
                      json.put("why", row.why());
                      return json;
                    })
                .toList()));
  }

  private static Map<String, Object> node(Link link) {
    String id = link.iri().isEmpty() ? "literal:" + link.label() : link.iri();
    return Map.of("id", id, "label", link.label(), "href", link.href());
  }

  private static Reply json(Object value) {
    try {
      return Reply.text("application/json", JSON.writeValueAsString(value));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("maps, lists and texts are always JSON", e);
    }
  }
}
