package org.w3id.chokepoint.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** What is read has no tricks in it, and each place leads back to the text as it was given. */
class CleanTextTest {
  @Test
  void composesDropsAndPlains() {
    CleanText clean = CleanText.of("A\u0301da\u00A0\u201CRe\u00ADyes\u201D\u202E\uD83D\uDE80!");
    assertEquals("\u00C1da \"Reyes\"\uD83D\uDE80!", clean.text());
    assertEquals("A\u0301da", clean.given(0, 3));
    assertEquals("Re\u00ADyes", clean.given(5, 10));
    assertEquals("\uD83D\uDE80", clean.given(11, 12));
  }

  @Property
  void everyRangeLeadsBackToWhatGaveIt(
      @ForAll
          @Chars({
            'a', ' ', '\u00A0', '\u0301', '\u00AD', '\u202E', '\u2019', '\uD83D', '\uDE80', '\0',
            '\n', 'e', '\uFE0F', '\u200D'
          })
          @StringLength(max = 40)
          String given) {
    CleanText clean = CleanText.of(given);
    int length = clean.text().codePointCount(0, clean.text().length());
    assertTrue(Normalizer.isNormalized(clean.text(), Normalizer.Form.NFC) || length == 0);
    assertEquals(clean.text(), CleanText.of(clean.text()).text());
    for (int i = 0; i < length; i++) {
      String one = CodePoints.of(clean.text()).slice(i, i + 1);
      assertTrue(CleanText.of(clean.given(i, i + 1)).text().contains(one));
      assertTrue(clean.begin(i) < clean.end(i + 1) && clean.end(i + 1) <= given.length());
    }
  }
}
