package org.w3id.chokepoint.browse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTest {
  private static Timeline.Moment at(String from, String until) {
    return new Timeline.Moment(new Link(from + until, "/x", "x"), from, until);
  }

  @Test
  void aDateIsAsLongAsItIsVague() {
    Timeline drawn =
        Timeline.of(List.of(at("2024-03-05", ""), at("2023", ""), at("2022-02", "2023-01-31")));
    assertEquals(
        List.of("2024-03-05", "2023", "2022-02/2023-01-31"),
        drawn.marks().stream().map(Timeline.Mark::date).toList());
    Timeline.Mark day = drawn.marks().get(0);
    Timeline.Mark year = drawn.marks().get(1);
    Timeline.Mark span = drawn.marks().get(2);
    assertTrue(day.length() < 10 && year.length() > 100);
    assertEquals(year.length(), span.length(), 2, "a year each");
    assertTrue(span.x() < year.x() && year.x() + year.length() < day.x());
    assertTrue(drawn.ticks().stream().anyMatch(tick -> tick.label().startsWith("2023")));
  }

  @Test
  void whatHasNoDateIsCountedAndNoDateIsNoDrawing() {
    assertEquals(
        2,
        Timeline.of(List.of(at("2024", ""), at("2023", ""), at("soon", ""), at("2023-02-30", "")))
            .left());
    assertTrue(Timeline.of(List.of(at("2024", ""))).marks().isEmpty());
    assertTrue(Timeline.of(List.of(at("2024", ""), at("2024", ""))).marks().isEmpty());
    assertTrue(Timeline.of(List.of()).marks().isEmpty());
  }

  @Test
  void theFirstAndTheLastYearThatCanBeWrittenDoNotBreakIt() {
    Timeline drawn = Timeline.of(List.of(at("9999-12-31", ""), at("0001-01-01", "")));
    assertEquals(2, drawn.marks().size());
    assertTrue(drawn.ticks().size() < 15);
  }
}
