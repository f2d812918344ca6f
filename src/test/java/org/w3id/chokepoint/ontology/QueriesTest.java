package org.w3id.chokepoint.ontology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.w3id.chokepoint.ontology.Knowledge.CP;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ResourceFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The competency questions parse, are numbered, and speak only of terms and entities that exist.
 */
class QueriesTest {
  private static final Model KNOWN = Knowledge.ontology().add(Knowledge.reference());

  static Stream<Path> queries() {
    return Knowledge.files(Knowledge.QUERIES, ".rq").stream();
  }

  @ParameterizedTest
  @MethodSource("queries")
  void opensWithItsQuestionAndParses(Path file) {
    List<String> lines = Knowledge.text(file).lines().toList();
    assertTrue(lines.get(0).matches("# [A-Z].*\\?"), "first line is the question in English");
    assertTrue(
        lines.get(1).matches("# entailment: (yes|no)"),
        "second line says whether inference is needed");
    assertTrue(QueryFactory.create(Knowledge.text(file)).isSelectType());
  }

  @ParameterizedTest
  @MethodSource("queries")
  void speaksOfDeclaredTermsAndKnownEntities(Path file) {
    Set<String> names =
        Pattern.compile("\\b(cp|actor|tech|policy|place):([\\w-]+)")
            .matcher(Knowledge.text(file))
            .results()
            .map(
                m ->
                    (m.group(1).equals("cp")
                            ? CP
                            : "https://w3id.org/chokepoint/id/" + m.group(1) + "/")
                        + m.group(2))
            .collect(Collectors.toSet());
    names.removeIf(iri -> KNOWN.containsResource(ResourceFactory.createResource(iri)));
    assertEquals(Set.of(), names);
  }

  @Test
  void numbersAreUnique() {
    List<String> numbers =
        queries().map(file -> file.getFileName().toString().substring(0, 3)).toList();
    assertEquals(numbers.size(), new HashSet<>(numbers).size());
    assertTrue(numbers.stream().allMatch(number -> number.matches("\\d\\d-")));
  }
}
