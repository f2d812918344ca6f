package org.w3id.chokepoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documentation says is proved is proved by a test that exists. */
class DocumentationTest {
  private static final Pattern NAME = Pattern.compile("`([A-Z]\\w+Test)#(\\w+)`");

  @Test
  void everyTestThatTheSecurityPageNamesExists() throws IOException {
    List<String> missing = new ArrayList<>();
    Matcher names = NAME.matcher(Files.readString(Path.of("docs/security.md")));
    int count = 0;
    for (; names.find(); count++) {
      if (!source(names.group(1)).contains("void " + names.group(2) + "(")) {
        missing.add(names.group());
      }
    }
    assertEquals(List.of(), missing);
    assertTrue(count > 20);
  }

  private static String source(String test) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      return Files.readString(
          files.filter(f -> f.endsWith(test + ".java")).findFirst().orElseThrow());
    }
  }
}
