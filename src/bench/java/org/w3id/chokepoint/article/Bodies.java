package org.w3id.chokepoint.article;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import net.dankito.readability4j.Readability4J;
import org.jsoup.Jsoup;

/**
 * Words of bodies found in pages beside words of bodies marked by hand: the means of precision,
 * recall and F1 over pages, for us, for readability4j alone and for jsoup's text. Understands
 * checkouts of scrapinghub/article-extraction-benchmark (its second half, by name, unless told
 * "tune") and mozilla/readability (whose bodies are the output of Readability.js, looked over).
 */
final class Bodies {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  private Bodies() {}

  /**
   * A page and its body.
   *
   * @param html the page
   * @param body as text
   */
  record Case(String name, String html, String body) {}

  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    String part = args.length > 1 ? args[1] : "report";
    List<Case> pages =
        Files.exists(folder.resolve("ground-truth.json"))
            ? scrapinghub(folder).stream().filter(p -> part(p).equals(part) || part.equals("all")).toList()
            : mozilla(folder.resolve("test/test-pages"));
    System.out.printf("%d pages%n", pages.size());
    print("ours", pages, html -> body(html, true));
    print("ours, no captions", pages, html -> body(html, false));
    print(
        "readability4j alone",
        pages,
        html ->
            String.valueOf(
                new Readability4J("https://example.org/", Jsoup.parse(html)).parse().getTextContent()));
    print("jsoup text()", pages, html -> Jsoup.parse(html).text());
  }

  private static String body(String html, boolean captions) {
    Laid laid = org.w3id.chokepoint.article.Page.read(Origin.of("page.html"), html).text();
    CodePoints points = CodePoints.of(laid.body());
    return laid.blocks().orElseThrow().stream()
        .filter(b -> captions || b.kind() != Block.Kind.CAPTION)
        .map(b -> points.slice(b.begin(), b.end()))
        .collect(java.util.stream.Collectors.joining("\n"));
  }

  private static String part(Case page) {
    return page.name().charAt(0) < '8' ? "tune" : "report";
  }

  private static void print(String name, List<Case> pages, Function<String, String> extractor) {
    double[] sum = new double[3];
    StringBuilder worst = new StringBuilder();
    for (Case page : pages) {
      double[] score = score(page.body(), extractor.apply(page.html()));
      for (int i = 0; i < 3; i++) {
        sum[i] += score[i] / pages.size();
      }
      if (score[2] < 0.9 && Boolean.getBoolean("worst")) {
        worst.append(String.format(Locale.ROOT, "  %.3f %.3f %s%n", score[0], score[1], page.name()));
      }
    }
    System.out.printf(
        Locale.ROOT, "%-20s precision %.3f recall %.3f F1 %.3f%n%s", name, sum[0], sum[1], sum[2], worst);
  }

  private static double[] score(String truth, String found) {
    Map<String, Integer> wanted = words(truth);
    Map<String, Integer> got = words(found);
    int both = wanted.entrySet().stream().mapToInt(e -> Math.min(e.getValue(), got.getOrDefault(e.getKey(), 0))).sum();
    int all = wanted.values().stream().mapToInt(i -> i).sum();
    int given = got.values().stream().mapToInt(i -> i).sum();
    double precision = given == 0 ? 0 : (double) both / given;
    double recall = all == 0 ? 1 : (double) both / all;
    double f1 = both == 0 ? 0 : 2 * precision * recall / (precision + recall);
    return new double[] {precision, recall, f1};
  }

  private static Map<String, Integer> words(String text) {
    Map<String, Integer> out = new HashMap<>();
    for (Matcher m = WORD.matcher(text.toLowerCase(Locale.ROOT)); m.find(); ) {
      out.merge(m.group(), 1, Integer::sum);
    }
    return out;
  }

  private static List<Case> scrapinghub(Path folder) throws IOException {
    JsonNode truth = new ObjectMapper().readTree(folder.resolve("ground-truth.json").toFile());
    List<Case> out = new ArrayList<>();
    for (Map.Entry<String, JsonNode> page : truth.properties()) {
      Path file = folder.resolve("html").resolve(page.getKey() + ".html.gz");
      try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
        String html = Texts.declared(in.readAllBytes(), Optional.empty());
        out.add(new Case(page.getKey(), html, page.getValue().path("articleBody").asText()));
      }
    }
    return out;
  }

  private static List<Case> mozilla(Path folder) throws IOException {
    List<Case> out = new ArrayList<>();
    try (Stream<Path> pages = Files.list(folder)) {
      for (Path page : pages.sorted().toList()) {
        String html = Files.readString(page.resolve("source.html"), StandardCharsets.UTF_8);
        String body = Jsoup.parse(Files.readString(page.resolve("expected.html"))).text();
        out.add(new Case(page.getFileName().toString(), html, body));
      }
    }
    return out;
  }
}
