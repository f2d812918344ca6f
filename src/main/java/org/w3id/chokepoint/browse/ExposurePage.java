package org.w3id.chokepoint.browse;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.w3id.chokepoint.serve.Question;
import org.w3id.chokepoint.serve.Reply;
import org.w3id.chokepoint.serve.Served;
import org.w3id.chokepoint.snapshot.Terms;

/** Pick a policy, see whom and what it reaches, how, and on what grounds. */
final class ExposurePage {
  /** Most things of one way that the page lists. */
  private static final int MOST = 100;

  private final Templates templates;
  private final PerSnapshot<List<Reach>> policies = new PerSnapshot<>(ExposurePage::policies);

  ExposurePage(Templates templates) {
    this.templates = templates;
  }

  /** A policy with the actors and technologies that it affects. */
  record Reach(Link policy, String address, int actors, int technologies) {}

  /** A fact on the way. */
  record Step(List<Link> fact, boolean inferred, String why) {}

  /**
   * A thing that is reached, and how.
   *
   * @param why where the proof of the whole is; "" where its steps are all there is
   */
  record Row(Link thing, List<Step> path, String why) {}

  /** What is reached in one way. */
  record Part(Exposure.Way way, List<Row> rows, int total) {}

  void prepare(Served served) {
    policies.of(served);
  }

  Reply answer(Question question) {
    String rest = question.rest("/exposure").replaceFirst("^/", "");
    if (rest.isEmpty()) {
      return question.parameter("policy").map(slug -> "/exposure/" + slug).isPresent()
          ? new Reply.Redirect(
              303, "/exposure/" + question.parameter("policy").orElse(""), Map.of())
          : templates.page("exposures", Map.of("policies", policies.of(question.served())));
    }
    Scene scene = Scene.of(question.served());
    Node policy = scene.thing("policy/" + rest);
    return question.served().knows(policy)
        ? templates.page("exposure", values(policy, rest, question.served(), scene))
        : question.served().missing("policy/" + rest);
  }

  private Map<String, Object> values(Node policy, String slug, Served served, Scene scene) {
    List<Exposure.Reached> reached = new Exposure(scene, policy).all();
    Map<String, Object> values = new HashMap<>();
    values.put("thing", scene.link(policy));
    values.put("slug", slug);
    values.put("policies", policies.of(served));
    values.put("parts", parts(reached, policy, scene));
    values.put("picture", Picture.of(policy, reached, scene));
    values.put("query", "/sparql?query=" + Scene.encode(query(policy)));
    return values;
  }

  private static List<Part> parts(List<Exposure.Reached> reached, Node policy, Scene scene) {
    return Stream.of(Exposure.Way.values())
        .map(
            way -> {
              List<Exposure.Reached> here = reached.stream().filter(r -> r.way() == way).toList();
              return new Part(
                  way,
                  here.stream().limit(MOST).map(one -> row(one, policy, scene)).toList(),
                  here.size());
            })
        .filter(part -> part.total() > 0)
        .toList();
  }

  private static Row row(Exposure.Reached reached, Node policy, Scene scene) {
    return new Row(
        scene.link(reached.thing()),
        reached.path().stream().map(triple -> step(triple, scene)).toList(),
        conclusion(reached)
            .map(relation -> Triple.create(reached.thing(), Terms.cp(relation), policy))
            .filter(scene.data()::contains)
            .map(Scene::why)
            .orElse(""));
  }

  /** The relation to the policy that the steps together amount to. */
  private static Optional<String> conclusion(Exposure.Reached reached) {
    return switch (reached.way()) {
      case SUBSIDIARY, PROVIDER -> Optional.of("affectedBy");
      case USER -> Optional.of("indirectlyExposedTo");
      case PRESUMED -> Optional.of("presumablyExposedTo");
      case NAMED, TECHNOLOGY, SUPPLIER -> Optional.empty();
    };
  }

  private static Step step(Triple triple, Scene scene) {
    return new Step(
        scene.links(List.of(triple.getSubject(), triple.getPredicate(), triple.getObject())),
        !scene.served().asserts(triple),
        Scene.why(triple));
  }

  private static String query(Node policy) {
    return ("PREFIX cp: <%s>\nSELECT DISTINCT ?how ?thing {\n  { <%2$s> cp:designates|cp:affects ?thing ."
            + " <%2$s> ?how ?thing }\n  UNION { ?thing cp:indirectlyExposedTo|cp:presumablyExposedTo <%2$s> ."
            + " ?thing ?how <%2$s> }\n} ORDER BY ?how ?thing")
        .formatted(Terms.CP, policy.getURI());
  }

  private static List<Reach> policies(Served served) {
    Scene scene = Scene.of(served);
    return scene.look().subjects(RDF.type.asNode(), Terms.cp("Policy")).stream()
        .map(policy -> reach(policy, scene))
        .filter(reach -> reach.actors() + reach.technologies() > 0)
        .sorted(
            Comparator.comparing(Reach::actors, Comparator.reverseOrder())
                .thenComparing(Reach::technologies, Comparator.reverseOrder())
                .thenComparing(reach -> reach.policy().label()))
        .toList();
  }

  private static Reach reach(Node policy, Scene scene) {
    Link link = scene.link(policy);
    return new Reach(
        link,
        link.href().replaceFirst("^/page/policy/", "/exposure/"),
        scene.look().objects(policy, Terms.cp("affectsActor")).size(),
        scene.look().objects(policy, Terms.cp("affectsTechnology")).size());
  }
}
