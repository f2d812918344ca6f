package org.w3id.chokepoint.browse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.vocabulary.RDF;
import org.w3id.chokepoint.serve.Question;
import org.w3id.chokepoint.serve.Reply;
import org.w3id.chokepoint.snapshot.Lookup;

/** Search, and suggestions for a reader who is typing. */
final class SearchPage {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SUGGESTIONS = 8;

  private final Templates templates;
  private final PerSnapshot<SearchIndex> indexes;

  SearchPage(Templates templates, PerSnapshot<SearchIndex> indexes) {
    this.templates = templates;
    this.indexes = indexes;
  }

  /**
   * Something found.
   *
   * @param kinds what it is, in words of the ontology
   */
  record Item(Link link, String text, String kind, List<Link> kinds) {}

  Reply answer(Question question) {
    String words = question.parameter("q").orElse("");
    String kind = question.parameter("kind").filter(SearchIndex.KINDS::contains).orElse("");
    Scene scene = Scene.of(question.served());
    SearchIndex.Found found = indexes.of(question.served()).find(words, kind, question.page());
    Paged<SearchIndex.Hit> page = found.page();
    String address = "/search?q=" + Scene.encode(words);
    Map<String, Object> values = new HashMap<>();
    values.put("words", words);
    values.put("kind", kind);
    values.put("kinds", found.kinds());
    values.put("total", found.kinds().values().stream().mapToInt(Integer::intValue).sum());
    values.put("items", page.items().stream().map(hit -> item(hit, scene)).toList());
    values.put("paged", page);
    values.put("all", address);
    values.put("address", address + (kind.isEmpty() ? "" : "&kind=" + kind) + "&");
    return templates.page("search", values);
  }

  /** Names that begin like {@code q}, as JSON. */
  Reply suggest(Question question) {
    Scene scene = Scene.of(question.served());
    List<Map<String, String>> suggestions =
        question
            .parameter("q")
            .map(words -> indexes.of(question.served()).suggest(words, SUGGESTIONS))
            .orElse(List.of())
            .stream()
            .map(hit -> item(hit, scene))
            .map(
                item ->
                    Map.of(
                        "label", item.link().label(),
                        "href", item.link().href(),
                        "kind", item.kinds().isEmpty() ? item.kind() : item.kinds().get(0).label()))
            .toList();
    try {
      return Reply.text("application/json", JSON.writeValueAsString(suggestions));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("maps of texts are always JSON", e);
    }
  }

  private static Item item(SearchIndex.Hit hit, Scene scene) {
    return new Item(
        scene.link(hit.node()),
        hit.text(),
        hit.kind(),
        scene.links(
            new Lookup(scene.served().asserted().getDefaultGraph())
                .objects(hit.node(), RDF.type.asNode())));
  }
}
