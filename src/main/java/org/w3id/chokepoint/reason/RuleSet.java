package org.w3id.chokepoint.reason;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Rules to reason with: those of OWL 2 RL, or others in the same syntax.
 *
 * @param texts the rule files, in order
 */
public record RuleSet(List<Text> texts) {
  /**
   * A file of rules.
   *
   * @param source its name, for messages
   */
  public record Text(String source, String content) {}

  public RuleSet {
    texts = List.copyOf(texts);
  }

  /** The rules of OWL 2 Profiles, section 4.3, tables 4 to 9. */
  public static RuleSet owl2rl() {
    return new RuleSet(List.of(resource("owl2rl.rules")));
  }

  /** The rules of RDFS, RDF 1.1 Semantics, sections 8 and 9. */
  public static RuleSet rdfs() {
    return new RuleSet(List.of(resource("rdfs.rules")));
  }

  /** These rules and those of a file beside them. */
  public RuleSet and(Path file) throws IOException {
    return and(new Text(file.toString(), Files.readString(file)));
  }

  /** These rules and others. */
  public RuleSet and(Text text) {
    List<Text> all = new ArrayList<>(texts);
    all.add(text);
    return new RuleSet(all);
  }

  List<Rule> read(Dictionary dictionary) {
    return texts.stream()
        .flatMap(t -> RuleReader.read(dictionary, t.source, t.content).stream())
        .toList();
  }

  static Text resource(String name) {
    try (InputStream in = RuleSet.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + ": missing in the jar; build it again");
      }
      return new Text(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
