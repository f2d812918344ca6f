package org.w3id.chokepoint.claim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.w3id.chokepoint.mention.Entity;
import org.w3id.chokepoint.mention.Mention;

/** Compares readings with annotations: names by their span, claims by ends and group. */
final class GoldScore {
  private final Map<String, String> groups = new HashMap<>();
  private int names;
  private int namesRight;
  private int namesWanted;
  private int claims;
  private int claimsRight;
  private int claimsWanted;

  GoldScore() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            GoldScore.class.getResourceAsStream("/org/w3id/chokepoint/gold/groups.yaml"))) {
      JsonNode root = new ObjectMapper(new YAMLFactory()).readTree(in);
      root.properties()
          .forEach(g -> g.getValue().forEach(word -> groups.put(word.asText(), g.getKey())));
    }
  }

  void add(Reading reading, JsonNode gold) {
    Map<String, String> ends = names(reading, gold);
    Set<String> found = new HashSet<>();
    Map<String, Event> events = new HashMap<>();
    reading.events().forEach(e -> events.put(e.iri(), e));
    for (Claim c : reading.claims()) {
      c.statement().ifPresent(s -> pair(s.subject(), s.predicate(), s.object(), ends, found));
      c.event().map(events::get).ifPresent(e -> pairs(e, ends, found));
    }
    Set<String> wanted = new HashSet<>();
    for (JsonNode c : gold.path("claims")) {
      String said = c.path("predicate").asText();
      String word = said.equals("other") ? c.path("predicateLabel").asText() : said;
      String left = c.path("subjectEntity").asText("");
      String right = c.path("objectEntity").asText("");
      if (groups.containsKey(word) && !left.isEmpty() && !right.isEmpty() && !left.equals(right)) {
        wanted.add(key(left, groups.get(word), right));
      }
    }
    claims += found.size();
    claimsWanted += wanted.size();
    found.retainAll(wanted);
    claimsRight += found.size();
  }

  /** Our entities to those of the annotation that they share a name with. */
  private Map<String, String> names(Reading reading, JsonNode gold) {
    Map<String, String> spans = new HashMap<>();
    for (JsonNode e : gold.path("entities")) {
      for (JsonNode m : e.path("mentions")) {
        spans.put(m.path("start") + "-" + m.path("end"), e.path("id").asText());
      }
    }
    Map<String, String> ends = new HashMap<>();
    namesWanted += spans.size();
    for (Mention m : reading.mentions()) {
      if (m.form() != Mention.Form.REFERENCE && m.form() != Mention.Form.DESCRIPTION) {
        String id = spans.get(m.begin() + "-" + m.end());
        names++;
        if (id != null) {
          namesRight++;
          ends.putIfAbsent(m.entity().iri(), id);
        }
      }
    }
    return ends;
  }

  private void pairs(Event e, Map<String, String> ends, Set<String> out) {
    List<Entity> all =
        Stream.of(e.agents(), e.objects(), e.recipients()).flatMap(List::stream).toList();
    for (int i = 0; i < all.size(); i++) {
      for (int j = i + 1; j < all.size(); j++) {
        pair(all.get(i), e.kind(), all.get(j), ends, out);
      }
    }
  }

  private void pair(Entity a, String word, Entity b, Map<String, String> ends, Set<String> out) {
    String left = ends.get(a.iri());
    String right = ends.get(b.iri());
    if (left != null && right != null && !left.equals(right) && groups.containsKey(word)) {
      out.add(key(left, groups.get(word), right));
    }
  }

  /** Which end is which is left open: annotations turn some relations round. */
  private static String key(String a, String group, String b) {
    return a.compareTo(b) < 0 ? a + " " + group + " " + b : b + " " + group + " " + a;
  }

  double namesF1() {
    return f1(names, namesRight, namesWanted);
  }

  double claimsF1() {
    return f1(claims, claimsRight, claimsWanted);
  }

  private static double f1(int found, int right, int wanted) {
    return found + wanted == 0 ? 0 : 2.0 * right / (found + wanted);
  }

  @Override
  public String toString() {
    return "names F1 %.3f (%d); claims P %.3f R %.3f F1 %.3f (%d)"
        .formatted(
            namesF1(),
            namesWanted,
            claims == 0 ? 0 : (double) claimsRight / claims,
            claimsWanted == 0 ? 0 : (double) claimsRight / claimsWanted,
            claimsF1(),
            claimsWanted);
  }
}
