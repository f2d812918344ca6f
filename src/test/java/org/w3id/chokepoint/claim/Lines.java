package org.w3id.chokepoint.claim;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;

/** The lines of a table of sentences, without comments. */
final class Lines {
  private Lines() {}

  static Stream<String> of(String file) throws IOException {
    try (InputStream in = Objects.requireNonNull(Lines.class.getResourceAsStream(file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList().stream();
    }
  }
}
