package org.w3id.chokepoint.browse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.w3id.chokepoint.serve.Limits;
import org.w3id.chokepoint.serve.QueryRunner;
import org.w3id.chokepoint.serve.Question;
import org.w3id.chokepoint.serve.Reply;

/** The questions that are kept with the ontology, each with its answer. */
final class QuestionPages {
  private static final int ROWS = 500;

  private final Templates templates;
  private final QueryRunner runner;
  private final PerSnapshot<SearchIndex> indexes;
  private final Map<String, StoredQuery> questions;

  QuestionPages(
      Templates templates,
      Limits limits,
      PerSnapshot<SearchIndex> indexes,
      List<StoredQuery> questions) {
    this.templates = templates;
    this.runner = new QueryRunner(limits);
    this.indexes = indexes;
    this.questions =
        questions.stream()
            .collect(Collectors.toMap(StoredQuery::slug, q -> q, (a, b) -> a, LinkedHashMap::new));
  }

  /**
   * What a reader may change.
   *
   * @param kind "actor", "tech", "policy" or "place": the parameter's name
   * @param typed what the reader typed that nothing here is called; "" when it was understood
   */
  record Field(String kind, String value, String typed) {}

  Reply answer(Question question) {
    String slug = question.rest("/questions").replaceFirst("^/", "");
    if (slug.isEmpty()) {
      return templates.page("questions", Map.of("questions", questions.values()));
    }
    StoredQuery stored = questions.get(slug);
    return stored == null
        ? Reply.notFound("There is no such question; they are listed at /questions.")
        : answer(stored, question);
  }

  private Reply answer(StoredQuery stored, Question question) {
    Scene scene = Scene.of(question.served());
    List<Field> fields = new ArrayList<>();
    Map<String, String> things = new HashMap<>();
    StringBuilder link = new StringBuilder();
    String words = stored.question();
    for (Map.Entry<String, String> parameter : stored.parameters().entrySet()) {
      String kind = parameter.getKey();
      Node before = NodeFactory.createURI(parameter.getValue());
      String typed = question.parameter(kind).orElse("");
      Optional<Node> found = typed.isEmpty() ? Optional.of(before) : named(typed, kind, scene);
      Node thing = found.orElse(before);
      String label = scene.link(thing).label();
      fields.add(new Field(kind, label, found.isPresent() ? "" : typed));
      things.put(kind, thing.getURI());
      if (!thing.equals(before)) {
        String old = scene.link(before).label();
        words = words.contains(old) ? words.replace(old, label) : words + " (" + label + ")";
        link.append(link.isEmpty() ? '?' : '&').append(kind).append('=').append(slug(thing));
      }
    }
    String sparql = stored.sparql(things);
    QueryRunner.Result result = runner.run(sparql, question.served().all(), ROWS);
    if (result instanceof QueryRunner.Result.Refused(var problem)) {
      return new Reply.Failure(problem);
    }
    Map<String, Object> values = new HashMap<>(Answer.of(result, scene).values());
    values.putAll(View.of(result, stored.view(), scene).values());
    values.put("question", words);
    values.put("inferred", stored.inferred());
    values.put("fields", fields);
    values.put("address", stored.address());
    values.put("permanent", stored.address() + link);
    values.put("sparql", sparql);
    values.put("editor", QueryPage.address(sparql));
    values.put("download", "/sparql?query=" + Scene.encode(sparql));
    return templates.page("question", values);
  }

  /** A thing by the end of its IRI or, failing that, by the name that fits best. */
  private Optional<Node> named(String typed, String kind, Scene scene) {
    if (typed.matches("[a-z0-9-]+")) {
      Node thing = scene.thing(kind + "/" + typed);
      if (scene.served().knows(thing)) {
        return Optional.of(thing);
      }
    }
    return indexes.of(scene.served()).best(typed, kind);
  }

  private static String slug(Node thing) {
    return thing.getURI().replaceFirst(".*/", "");
  }
}
