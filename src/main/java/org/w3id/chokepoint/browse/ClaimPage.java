package org.w3id.chokepoint.browse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.w3id.chokepoint.snapshot.Evidence;
import org.w3id.chokepoint.snapshot.Lookup;
import org.w3id.chokepoint.snapshot.Terms;

/** A claim: the sentence in its surroundings, every slot, and why it was accepted or not. */
final class ClaimPage {
  /** Most other claims that the page shows. */
  private static final int OTHERS = 20;

  private final Scene scene;
  private final Node claim;

  ClaimPage(Scene scene, Node claim) {
    this.scene = scene;
    this.claim = claim;
  }

  /** A sentence of the article near the claim. */
  record Nearby(ArticlePage.Sentence sentence, boolean stated) {}

  /** The sentences of one article around the claim. */
  record Context(ArticleView article, List<Nearby> sentences) {}

  Map<String, Object> values() {
    Lookup look = scene.look();
    Map<String, Object> values = new HashMap<>();
    values.put("thing", scene.link(claim));
    values.put("claim", ClaimView.of(claim, scene));
    values.put("contexts", contexts());
    for (String slot : List.of("certainty", "polarity", "realization", "claimStatus")) {
      values.put(slot, scene.links(claim, Terms.cp(slot)));
    }
    for (String slot : List.of("cue", "pattern", "confidence", "roleTitle")) {
      values.put(slot, look.string(claim, Terms.cp(slot)));
    }
    values.put("unsure", unsure());
    values.put("conflicts", scene.links(claim, Terms.cp("conflictsWith")));
    List<Node> others = others();
    values.put("agreeing", views(others.stream().filter(this::samePolarity).toList()));
    values.put(
        "conflicting",
        views(
            Stream.concat(others.stream().filter(other -> !samePolarity(other)), against())
                .distinct()
                .toList()));
    values.put("runs", scene.links(claim, NodeFactory.createURI(Terms.PROV + "wasGeneratedBy")));
    values.put("why", content().filter(scene.data()::contains).map(Scene::why).orElse(""));
    return values;
  }

  /** Other claims with the same subject, predicate and object. */
  private List<Node> others() {
    return content().map(told -> Evidence.claims(told, scene.data())).orElse(Set.of()).stream()
        .filter(other -> !other.equals(claim))
        .toList();
  }

  /** Claims are linked with the first on another side; three steps lead to all others. */
  private Stream<Node> against() {
    Set<Node> found = new LinkedHashSet<>(List.of(claim));
    for (int step = 1; step <= 3; step++) {
      List.copyOf(found).forEach(node -> linked(node).forEach(found::add));
    }
    return found.stream().filter(this::contradicts);
  }

  /** Of those that are linked: the opposite of the same, or another value beside this one. */
  private boolean contradicts(Node other) {
    boolean same = object(other).equals(object(claim));
    return same != samePolarity(other) && (same || affirmed());
  }

  private Stream<Node> linked(Node node) {
    return scene.look().objects(node, Terms.cp("conflictsWith")).stream();
  }

  private boolean affirmed() {
    return look("polarity").equals(Terms.CP + "Affirmed");
  }

  private String object(Node node) {
    return scene.look().string(node, Terms.cp("claimObject"));
  }

  private boolean samePolarity(Node other) {
    return look("polarity").equals(scene.look().string(other, Terms.cp("polarity")));
  }

  private List<ClaimView> views(List<Node> claims) {
    return claims.stream().limit(OTHERS).map(other -> ClaimView.of(other, scene)).toList();
  }

  /** Whether nothing but the reader's confidence can be what the claim is held for. */
  private boolean unsure() {
    return !look("confidence").isEmpty()
        && look("attributedTo").isEmpty()
        && look("conflictsWith").isEmpty()
        && look("certainty").equals(Terms.CP + "Certain")
        && look("polarity").equals(Terms.CP + "Affirmed")
        && look("realization").equals(Terms.CP + "Realized");
  }

  private String look(String slot) {
    return scene.look().string(claim, Terms.cp(slot));
  }

  private Optional<Triple> content() {
    Lookup look = scene.look();
    return look.object(claim, Terms.cp("claimSubject"))
        .flatMap(
            subject ->
                look.object(claim, Terms.cp("claimPredicate"))
                    .flatMap(
                        predicate ->
                            look.object(claim, Terms.cp("claimObject"), Terms.cp("claimValue"))
                                .map(object -> Triple.create(subject, predicate, object))));
  }

  private List<Context> contexts() {
    Lookup look = scene.look();
    List<Node> passages = look.objects(claim, Terms.cp("statedIn"));
    List<String> anchors = passages.stream().map(MarkedText::anchor).toList();
    List<Node> articles =
        passages.stream()
            .flatMap(passage -> look.objects(passage, Terms.nif("referenceContext")).stream())
            .distinct()
            .collect(Collectors.toList());
    return articles.stream()
        .map(
            article ->
                new Context(
                    ArticleView.of(article, scene),
                    nearby(ArticlePage.sentences(scene, article), anchors)))
        .toList();
  }

  /** The stating sentences and their neighbours. */
  private static List<Nearby> nearby(List<ArticlePage.Sentence> sentences, List<String> anchors) {
    List<Nearby> nearby = new ArrayList<>();
    for (int i = 0; i < sentences.size(); i++) {
      boolean here = anchors.contains(sentences.get(i).anchor());
      boolean before = i + 1 < sentences.size() && anchors.contains(sentences.get(i + 1).anchor());
      boolean after = i > 0 && anchors.contains(sentences.get(i - 1).anchor());
      if (here || before || after) {
        nearby.add(new Nearby(sentences.get(i), here));
      }
    }
    return nearby;
  }
}
