package org.w3id.chokepoint.across;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The rules of {@code ontology/across.yaml}.
 *
 * @param alike from which share of common word triples on two texts are one (Jaccard, 0 to 1)
 * @param confirmedBy how many independent publishers make a claim reported by sources accepted; 0
 *     switches the rule off
 * @param confirmedFrom least confidence of a claim that others may confirm
 * @param contestedFrom least confidence of a held claim that may contradict another or end a state
 * @param bounded properties whose denial is of one time or one customer, and contradicts nothing
 * @param exclusive properties of which a subject has one value among countries
 * @param changing outcomes and event classes whose denial of a state is a change, not a conflict
 * @param apart properties between whose ends there is no state
 */
public record AcrossRules(
    double alike,
    int confirmedBy,
    double confirmedFrom,
    double contestedFrom,
    List<String> bounded,
    List<String> exclusive,
    List<String> changing,
    List<String> apart,
    List<StateRule> states) {

  /**
   * How events tell a state.
   *
   * @param name the label of the state
   * @param property what holds while it lasts, from subject to object; empty where the ontology has
   *     no word for it
   * @param subject role of the event that names the subject: agent, object or recipient
   * @param object role that names the object; where it is that of the subject, the state lies
   *     between the partners of events that have no other participants
   * @param begin event classes, with an outcome after a slash where one is needed
   */
  public record StateRule(
      String name,
      String property,
      String subject,
      String object,
      List<String> begin,
      List<String> end) {}

  /** Reads the file; the exception names the line where it is broken. */
  public static AcrossRules load(Path file) throws IOException {
    return new ObjectMapper(new YAMLFactory()).readValue(file.toFile(), AcrossRules.class);
  }
}
