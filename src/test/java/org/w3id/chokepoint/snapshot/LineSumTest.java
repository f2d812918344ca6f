package org.w3id.chokepoint.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LineSumTest {
  private static String sum(List<String> lines) {
    LineSum sum = LineSum.empty();
    lines.forEach(line -> add(sum, line));
    return sum.toString();
  }

  private static void add(LineSum sum, String line) {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    sum.add(bytes, 0, bytes.length);
  }

  @Test
  void linesMayComeInAnyOrderAndGo() {
    assertEquals(sum(List.of("a", "b", "c")), sum(List.of("c", "a", "b")));
    LineSum sum = LineSum.of(sum(List.of("a", "b", "c")));
    sum.remove("xby".getBytes(StandardCharsets.UTF_8), 1, 2);
    assertEquals(sum(List.of("a", "c")), sum.toString());
  }

  @Test
  void otherLinesGiveAnotherSum() {
    Set<String> seen = new HashSet<>();
    Random random = new Random(1);
    for (int i = 0; i < 100_000; i++) {
      seen.add(sum(List.of("<s" + i + "> <p> \"" + random.nextInt() + "\" .\n")));
    }
    assertEquals(100_000, seen.size());
    // what a sum of checksums alone would not see: the same bits moved from one line to another
    assertNotEquals(sum(List.of("ac", "bd")), sum(List.of("ad", "bc")));
  }
}
