package org.w3id.chokepoint.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** Short invented articles, the same for the same number on every machine. */
final class Invented {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final LocalDate FIRST = LocalDate.of(2019, 1, 1);
  private static final int DAYS = 2200;
  private static final int SENTENCES = 7;
  private static final int NEAR = 100;
  private static final int FAMILY = 7;
  private static final int NAMES = 12_000;
  private static final List<String> STARTS =
      List.of("Cor", "Tal", "Ver", "Bren", "Osk", "Ild", "Mar", "Sel", "Quin", "Har", "Lum", "Fen");
  private static final List<String> MIDDLES =
      List.of("bo", "da", "ke", "li", "mu", "no", "ra", "si", "ta", "ve");
  private static final List<String> ENDS =
      List.of("vina", "tin", "don", "ra", "neth", "var", "miro", "sted", "wick", "lanta");
  private static final List<String> KINDS =
      List.of(
          "Chips Inc.", "Semiconductor Corp.", "Devices Inc.", "Systems Ltd.", "Foundries Corp.");
  private static final List<String> KNOWN =
      List.of(
          "Nvidia",
          "Huawei",
          "SMIC",
          "TSMC",
          "Intel",
          "AMD",
          "YMTC",
          "Micron",
          "ASML",
          "Tencent",
          "Alibaba",
          "Baidu",
          "Samsung",
          "Qualcomm",
          "Cambricon",
          "HiSilicon",
          "Xilinx",
          "Broadcom");
  private static final List<String> OUTLETS =
      List.of(
          "Harbor Wire", "Eastgate Post", "Copy Daily", "The Ledger", "Northern Line", "Chip Week");
  private static final List<String> COUNTRIES =
      List.of("Japan", "Taiwan", "China", "South Korea", "the Netherlands", "Germany");
  private static final List<String> TEMPLATES =
      List.of(
          "%A supplies %B with memory chips for servers of the %N series.",
          "%A stopped supplying %B on %D.",
          "%A does not supply %B, a spokesperson said of order %N.",
          "The U.S. government added %L to the Entity List on %D.",
          "Washington removed %L from the Entity List on %D.",
          "%P acquired %A on %D for %N million dollars.",
          "%A is a subsidiary of %P and employs %N people.",
          "%A is based in %C, where it has %N engineers.",
          "%A competes with %B in accelerators for data centers, a market of %N million dollars.",
          "%A will reportedly acquire %B by the end of the year.",
          "%A invested %N million dollars in %B on %D.",
          "%A develops the %A %N chip.",
          "According to people familiar with the matter, %A has sold %N chips to %B.",
          "%A sued %B over patent %N on %D.",
          "%A and %B announced a partnership on %D to build %N wafers a month.");

  private Invented() {}

  /**
   * One article as a line of JSON. As in the news, the companies that are written about change: an
   * article is about known ones and about some among the hundred next in line.
   */
  static String line(int number) {
    Random random = new Random(7919L * number + 1);
    LocalDate day = FIRST.plusDays(random.nextInt(DAYS));
    List<String> sentences = new ArrayList<>();
    for (int i = 0; i < SENTENCES; i++) {
      sentences.add(sentence(random, day, number / 3));
    }
    Map<String, String> article = new LinkedHashMap<>();
    article.put("id", "invented-%05d".formatted(number));
    article.put("date", day.toString());
    article.put("outlet", pick(random, OUTLETS));
    article.put("title", sentences.getFirst().replaceAll("\\.$", ""));
    article.put("text", sentences.stream().collect(Collectors.joining(" ")));
    try {
      return JSON.writeValueAsString(article);
    } catch (IOException e) {
      throw new IllegalStateException("strings are always JSON", e);
    }
  }

  /** A company has one parent and one seat, but for errors; one in ten is ever listed. */
  private static String sentence(Random random, LocalDate day, int place) {
    int first = place + random.nextInt(NEAR);
    LocalDate then = day.minusDays(random.nextInt(20));
    String month = then.getMonth().toString();
    String date =
        month.charAt(0)
            + month.substring(1).toLowerCase(Locale.ROOT)
            + " "
            + then.getDayOfMonth()
            + ", "
            + then.getYear();
    boolean wrong = random.nextInt(20) == 0;
    return pick(random, TEMPLATES)
        .replace("%A", company(first))
        .replace("%B", random.nextInt(2) == 0 ? pick(random, KNOWN) : company(first + 1))
        .replace("%P", parent(first))
        .replace("%L", company(first - first % 10))
        .replace("%C", COUNTRIES.get((first + (wrong ? 1 : 0)) % COUNTRIES.size()))
        .replace("%D", date)
        .replace("%N", Integer.toString(100 + random.nextInt(9000)));
  }

  /** The first of a family is owned by a known one, so that no chain of owners is long. */
  private static String parent(int number) {
    return number % FAMILY == 0
        ? KNOWN.get(number / FAMILY % KNOWN.size())
        : company(number - number % FAMILY);
  }

  /** Some names are taken twice after 60,000 companies, those of 180,000 articles. */
  private static String company(int number) {
    int n = number * 7;
    int middles = MIDDLES.size();
    return STARTS.get(n % STARTS.size())
        + MIDDLES.get(n / STARTS.size() % middles)
        + MIDDLES.get(n / STARTS.size() / middles % middles)
        + ENDS.get(n / STARTS.size() / middles / middles % ENDS.size())
        + " "
        + KINDS.get((number + number / NAMES) % KINDS.size());
  }

  private static <T> T pick(Random random, List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
