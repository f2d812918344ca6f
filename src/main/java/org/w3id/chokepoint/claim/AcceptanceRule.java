package org.w3id.chokepoint.claim;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** The numbers of {@code ontology/lexicon/acceptance.yaml}. */
public record AcceptanceRule(double threshold, Map<String, Double> constructions) {

  /** Reads the file; the exception names the line where it is broken. */
  public static AcceptanceRule load(Path file) throws IOException {
    return new ObjectMapper(new YAMLFactory()).readValue(file.toFile(), AcceptanceRule.class);
  }

  /** What the constructions named in {@code how}, joined by "+", leave of a confidence. */
  double discount(String how) {
    double left = 1;
    for (String step : how.split("\\+")) {
      left *= constructions.getOrDefault(step.replaceAll(":.*", ""), 1.0);
    }
    return left;
  }
}
