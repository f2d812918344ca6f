package org.w3id.chokepoint.browse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.NodeFactory;
import org.w3id.chokepoint.serve.ChangesDocument;
import org.w3id.chokepoint.serve.Question;
import org.w3id.chokepoint.serve.Reply;
import org.w3id.chokepoint.snapshot.ChangeSummary;

/** What the newest snapshot holds that the one before did not, and the other way round. */
final class ChangesPage {
  /** Most lines of a list that the page shows. */
  private static final int MOST = 100;

  private static final Pattern IRI = Pattern.compile("<([^>]*)>");

  private final Templates templates;

  ChangesPage(Templates templates) {
    this.templates = templates;
  }

  /** A list with its beginning. */
  record Part(String id, String label, List<List<Link>> lines, int total) {}

  Reply answer(Question question) {
    Scene scene = Scene.of(question.served());
    Map<String, Object> values = new HashMap<>();
    values.put("parts", List.of());
    values.put("before", "");
    ChangesDocument.of(question.served())
        .map(ChangeSummary::of)
        .ifPresent(
            change -> {
              values.put("before", change.before());
              values.put("after", change.after());
              values.put("parts", parts(change, scene));
            });
    return templates.page("changes", values);
  }

  private static List<Part> parts(ChangeSummary change, Scene scene) {
    return Stream.of(
            part("facts-added", "New facts", change.facts().added(), scene),
            part("facts-dropped", "No longer held", change.facts().dropped(), scene),
            part("contested", "Newly contested", marked(change.contested()), scene),
            part("articles-added", "New articles", marked(change.articles().added()), scene),
            part("articles-dropped", "Articles gone", marked(change.articles().dropped()), scene),
            part("claims-revised", "Claims judged anew", marked(change.claims().revised()), scene),
            part("inferences-added", "New inferences", change.inferences().added(), scene),
            part("inferences-dropped", "Inferences gone", change.inferences().dropped(), scene))
        .filter(part -> part.total() > 0)
        .toList();
  }

  private static List<String> marked(List<String> iris) {
    return iris.stream().map(iri -> "<" + iri + ">").toList();
  }

  private static Part part(String id, String label, List<String> triples, Scene scene) {
    List<List<Link>> lines = new ArrayList<>();
    for (String triple : triples.stream().limit(MOST).toList()) {
      List<Link> line = new ArrayList<>();
      Matcher iri = IRI.matcher(triple);
      while (iri.find()) {
        line.add(scene.told(NodeFactory.createURI(iri.group(1))));
      }
      lines.add(line);
    }
    return new Part(id, label, lines, triples.size());
  }
}
