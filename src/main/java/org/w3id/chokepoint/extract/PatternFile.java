package org.w3id.chokepoint.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.w3id.chokepoint.clause.Proposition.Part;
import org.w3id.chokepoint.extract.Pattern.EventTemplate;
import org.w3id.chokepoint.extract.Pattern.Example;
import org.w3id.chokepoint.extract.Pattern.Learned;
import org.w3id.chokepoint.extract.Pattern.Role;
import org.w3id.chokepoint.extract.Pattern.Slot;
import org.w3id.chokepoint.extract.Pattern.StatementTemplate;
import org.w3id.chokepoint.mention.Ontology;

/** Reads pattern files and checks them against the ontology. The format is in docs/patterns.md. */
public final class PatternFile {
  private static final Set<String> KEYS =
      Set.of(
          "name",
          "verb",
          "noun",
          "adjective",
          "learned",
          "least",
          "roles",
          "event",
          "claim",
          "negated",
          "prospective",
          "presupposed",
          "refused",
          "with",
          "without",
          "known",
          "unknown",
          "vacant",
          "confirmed",
          "source",
          "confidence",
          "example",
          "not",
          "note");

  /** Keys that look at words, of which a learned pattern has none. */
  private static final List<String> WORDED =
      List.of("verb noun adjective with without known unknown vacant confirmed source".split(" "));

  private static final Map<String, Slot.Where> OF =
      Map.of(
          "group-of", Slot.Where.GROUP_OF,
          "policy-of", Slot.Where.POLICY_OF,
          "strategy-of", Slot.Where.STRATEGY_OF);

  /** What the reference data or the article completes from another role. */
  private static final Map<String, Slot.Where> KNOWN =
      Map.of(
          "issuer-of", Slot.Where.ISSUER_OF,
          "office-of", Slot.Where.OFFICE_OF,
          "employer-of", Slot.Where.EMPLOYER_OF,
          "earlier", Slot.Where.EARLIER);

  private final Path file;
  private final Ontology ontology;
  private final List<String> lines;
  private final Map<String, List<String>> sets = new LinkedHashMap<>();

  private PatternFile(Path file, Ontology ontology) throws IOException {
    this.file = file;
    this.ontology = ontology;
    this.lines = Files.readAllLines(file);
  }

  /** All patterns of a folder's YAML files, in order of file and place. */
  public static List<Pattern> loadAll(Path folder, Ontology ontology) throws IOException {
    List<Pattern> out = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path f : files.filter(p -> p.toString().endsWith(".yaml")).sorted().toList()) {
        out.addAll(new PatternFile(f, ontology).load());
      }
    }
    return List.copyOf(out);
  }

  /** The patterns of one file, in order. */
  public static List<Pattern> load(Path file, Ontology ontology) throws IOException {
    return new PatternFile(file, ontology).load();
  }

  private List<Pattern> load() throws IOException {
    JsonNode root = new ObjectMapper(new YAMLFactory()).readTree(file.toFile());
    root.path("sets").properties().forEach(e -> sets.put(e.getKey(), texts(e.getValue())));
    List<Pattern> out = new ArrayList<>();
    for (JsonNode node : root.path("patterns")) {
      out.add(pattern(node));
    }
    return out;
  }

  private Pattern pattern(JsonNode node) {
    String name = node.path("name").asText();
    node.fieldNames()
        .forEachRemaining(
            k -> require(KEYS.contains(k), name, "unknown key '" + k + "'", "use one of " + KEYS));
    Part part = node.has("verb") ? Part.VERB : node.has("noun") ? Part.NOUN : Part.ADJECTIVE;
    JsonNode words = node.path(part.name().toLowerCase(Locale.ROOT));
    Optional<Learned> learned =
        Optional.of(new Learned(texts(node.path("learned")), node.path("least").asDouble(0.5)))
            .filter(l -> !l.relations().isEmpty());
    require(
        words.isArray() || words.isTextual() || learned.isPresent(),
        name,
        "no trigger words",
        "give verb, noun, adjective or learned");
    List<String> triggers = words(name, texts(words));
    Map<String, Role> roles = new LinkedHashMap<>();
    node.path("roles")
        .properties()
        .forEach(e -> roles.put(e.getKey(), role(name, texts(e.getValue()))));
    learned.ifPresent(l -> checkLearned(node, l, roles));
    List<StatementTemplate> statements =
        texts(node.path("claim")).stream().map(t -> statement(name, t, roles)).toList();
    Optional<EventTemplate> event =
        node.has("event") ? Optional.of(event(name, node.path("event"), roles)) : Optional.empty();
    require(
        event.isPresent() || !statements.isEmpty(), name, "yields nothing", "give event or claim");
    List<Example> examples = new ArrayList<>();
    node.path("example")
        .forEach(e -> examples.add(new Example(e.path("text").asText(), texts(e.path("yields")))));
    require(!examples.isEmpty() && node.has("not"), name, "no example or not", "give both");
    return new Pattern(
        name,
        part,
        triggers,
        learned,
        roles,
        event,
        statements,
        node.path("negated").asBoolean(),
        node.path("prospective").asBoolean(),
        node.path("presupposed").asBoolean(),
        node.path("refused").asBoolean(),
        texts(node.path("with")).stream().map(t -> path(name, t)).toList(),
        texts(node.path("without")).stream().map(t -> path(name, t)).toList(),
        texts(node.path("known")),
        texts(node.path("unknown")),
        texts(node.path("vacant")),
        node.path("confirmed").asBoolean(),
        Optional.ofNullable(node.path("source").textValue()),
        node.path("confidence").asDouble(0.9),
        examples,
        texts(node.path("not")));
  }

  private void checkLearned(JsonNode node, Learned learned, Map<String, Role> roles) {
    String name = node.path("name").asText();
    boolean likelihood = learned.least() > 0 && learned.least() <= 1;
    require(likelihood, name, "least " + learned.least(), "give a probability, 0 to 1");
    for (String key : WORDED) {
      require(!node.has(key), name, "'" + key + "' beside learned", "it asks for words: drop it");
    }
    List<String> ends =
        roles.values().stream()
            .flatMap(role -> role.slots().stream())
            .map(slot -> slot.path().isEmpty() ? "" : slot.path().getFirst().functions().getFirst())
            .distinct()
            .sorted()
            .toList();
    require(
        roles.size() == 2 && ends.equals(List.of("first", "second")),
        name,
        "roles " + roles.keySet(),
        "give one 'first Class' and one 'second Class'");
  }

  /**
   * "subject|by Company|Person", "object/of Technology", "self Policy", "issuer-of policy"; "?" at
   * the end.
   */
  private Role role(String name, List<String> alternatives) {
    boolean optional = alternatives.getLast().endsWith(" optional");
    List<Slot> slots = new ArrayList<>();
    for (String text : alternatives) {
      String[] parts = text.replaceAll("\\s+optional$", "").split("\\s+");
      require(
          parts.length >= 2, name, "role '" + text + "' has no class", "write 'function Class'");
      Optional<Slot.Where> known = Optional.ofNullable(KNOWN.get(parts[0]));
      if (known.isPresent()) {
        slots.add(new Slot(known.get(), List.of(), List.of(), parts[1]));
        continue;
      }
      Slot.Where where = OF.getOrDefault(parts[1], Slot.Where.PARTICIPANT);
      boolean of = where != Slot.Where.PARTICIPANT;
      List<String> kinds = of ? List.of() : List.of(parts[1].split("\\|"));
      kinds.forEach(
          k -> require(ontology.hasClass(k), name, "no class " + k, "take one of the ontology"));
      slots.add(new Slot(where, path(name, parts[0]), kinds, of ? parts[2] : ""));
    }
    return new Role(slots, optional);
  }

  /** "subject{share,stock}/possessor|of": steps, their alternatives, the lemmas they must have. */
  private List<Slot.Step> path(String name, String text) {
    if (text.equals("self")) {
      return List.of();
    }
    List<Slot.Step> out = new ArrayList<>();
    for (String step : text.split("/")) {
      int brace = step.indexOf('{');
      String functions = brace < 0 ? step : step.substring(0, brace);
      List<String> lemmas =
          brace < 0
              ? List.of()
              : words(name, List.of(step.substring(brace + 1, step.length() - 1).split(",")));
      out.add(new Slot.Step(List.of(functions.split("\\|")), lemmas));
    }
    return out;
  }

  /** Lemmas, with each "$name" put as the words of that set. */
  private List<String> words(String pattern, List<String> given) {
    List<String> out = new ArrayList<>();
    for (String w : given) {
      boolean set = w.length() > 1 && w.startsWith("$");
      require(
          !set || sets.containsKey(w.substring(1)), pattern, "no set " + w, "define it under sets");
      out.addAll(set ? sets.getOrDefault(w.substring(1), List.of()) : List.of(w));
    }
    return List.copyOf(out);
  }

  private StatementTemplate statement(String name, String text, Map<String, Role> roles) {
    String[] parts = text.split("\\s+");
    require(parts.length == 3, name, "claim '" + text + "'", "write 'role property role'");
    require(
        roles.containsKey(parts[0]) && roles.containsKey(parts[2]),
        name,
        "claim '" + text + "' names no role",
        "name roles of the pattern");
    require(
        ontology.hasProperty(parts[1]),
        name,
        "no property " + parts[1],
        "take one of the ontology");
    return new StatementTemplate(parts[0], parts[1], parts[2]);
  }

  private EventTemplate event(String name, JsonNode node, Map<String, Role> roles) {
    String kind = node.path("class").asText();
    require(
        ontology.isA(kind, "Event"), name, "no event class " + kind, "take one of the ontology");
    for (String slot : List.of("agent", "object", "recipient", "respondsTo")) {
      texts(node.path(slot))
          .forEach(
              r ->
                  require(
                      roles.containsKey(r), name, "event role " + r, "name a role of the pattern"));
    }
    return new EventTemplate(
        kind,
        texts(node.path("agent")),
        texts(node.path("object")),
        texts(node.path("recipient")),
        Optional.ofNullable(node.path("outcome").textValue()),
        Optional.ofNullable(node.path("respondsTo").textValue()));
  }

  private void require(boolean condition, String pattern, String what, String remedy) {
    if (!condition) {
      int line = 0;
      for (int i = 0; i < lines.size() && line == 0; i++) {
        line =
            lines
                    .get(i)
                    .matches(
                        "\\s*-?\\s*name:\\s*" + java.util.regex.Pattern.quote(pattern) + "\\s*")
                ? i + 1
                : 0;
      }
      throw new IllegalArgumentException(
          file + ":" + line + ": pattern " + pattern + ": " + what + "; " + remedy);
    }
  }

  private static List<String> texts(JsonNode node) {
    List<String> out = new ArrayList<>();
    if (node.isArray()) {
      node.forEach(n -> out.add(n.asText()));
    } else if (!node.isMissingNode() && !node.isNull()) {
      out.add(node.asText());
    }
    return out;
  }
}
