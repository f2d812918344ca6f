package org.w3id.chokepoint.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3id.chokepoint.mention.Mention;
import org.w3id.chokepoint.text.Parser;

/** Every actor of a claim can be pointed at in the text, a government by its country's name. */
class ActingCountriesTest {
  private static Reader reader;

  @BeforeAll
  static void load() throws IOException {
    reader = new Reader(Knowledge.load(Path.of("")), Parser.annotator());
  }

  @Test
  void aCountryThatActsNamesItsGovernment() {
    assertEquals(
        List.of("China=Government of China", "Gallium=gallium", "China=China"),
        mentions("China banned exports of gallium. Gallium is mined in China."));
  }

  @Test
  void aCountryThatOnlyLiesThereStaysThePlace() {
    assertEquals(List.of("China=China"), mentions("The plant in China was closed."));
  }

  @Test
  void aGovernmentThatIsNamedNeedsNoOther() {
    assertEquals(
        List.of("Beijing=Government of China", "China=China"),
        mentions("Beijing banned exports of gallium. China restricted exports of germanium."));
  }

  private static List<String> mentions(String text) {
    return reader.read(Parser.article(text)).mentions().stream()
        .filter(m -> m.form() != Mention.Form.REFERENCE)
        .filter(m -> !m.text().startsWith("g"))
        .map(m -> m.text() + "=" + m.entity().label())
        .toList();
  }
}
