package org.w3id.chokepoint.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.w3id.chokepoint.text.Parser;

/** Each event has its own date and amount, and none that belong to another. */
class TimeTest {
  private static Reader reader;

  @BeforeAll
  static void load() throws IOException {
    reader = new Reader(Knowledge.load(Path.of("")), Parser.annotator());
  }

  @TestFactory
  Stream<DynamicTest> datesEachEventAsPreciselyAsTheTextAllows() throws IOException {
    return Lines.of("time.txt").map(l -> dynamicTest(l, () -> check(l, TimeTest::date)));
  }

  @TestFactory
  Stream<DynamicTest> readsTheAmountOfEachEvent() throws IOException {
    return Lines.of("amounts.txt").map(l -> dynamicTest(l, () -> check(l, TimeTest::amount)));
  }

  private static void check(String line, Function<Event, String> value) {
    String[] parts = line.split(" \\| ");
    Set<String> wanted = Arrays.stream(parts).skip(1).collect(Collectors.toSet());
    Set<String> kinds = wanted.stream().map(w -> w.split(" ")[0]).collect(Collectors.toSet());
    Set<String> found =
        reader.read(Parser.article(parts[0])).events().stream()
            .filter(e -> kinds.contains(e.kind()))
            .map(e -> e.kind() + " " + value.apply(e))
            .collect(Collectors.toSet());
    assertEquals(wanted, found, parts[0]);
  }

  private static String date(Event e) {
    return e.date().map(d -> d.text()).orElse("-");
  }

  private static String amount(Event e) {
    return e.amount().map(a -> a.value().toPlainString() + " " + a.unit()).orElse("-");
  }
}
