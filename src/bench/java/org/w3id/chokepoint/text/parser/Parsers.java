package org.w3id.chokepoint.text.parser;

import com.fasterxml.jackson.databind.ObjectMapper;
import edu.emory.mathcs.nlp.component.tokenizer.EnglishTokenizer;
import edu.emory.mathcs.nlp.component.tokenizer.Tokenizer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * The flat parser beside NLP4J as shipped: time from the start of the process to the first parsed
 * sentence, memory, speed, each in a process of its own; then every annotation of a file of
 * articles compared.
 *
 * <pre>mvn -P bench -DskipTests test-compile exec:exec@parsers -Darticles=FILE.jsonl</pre>
 */
final class Parsers {
  private static final List<String> FIRST =
      List.of("Nvidia", "sells", "chips", "to", "Chinese", "firms", ".");

  private Parsers() {}

  public static void main(String[] args) throws Exception {
    Path articles = Path.of(args[0]);
    if (args.length > 1) {
      one(args[1], articles);
      return;
    }
    Parser.open(Path.of("target"));
    for (String which : List.of("flat", "shipped")) {
      new ProcessBuilder(
              ProcessHandle.current().info().command().orElse("java"),
              "-Xmx4g",
              "-XX:+UseSerialGC",
              "-cp",
              System.getProperty("java.class.path"),
              Parsers.class.getName(),
              articles.toString(),
              which)
          .inheritIO()
          .start()
          .waitFor();
    }
    compare(articles);
  }

  private static void one(String which, Path articles) throws IOException {
    Function<List<String>, List<Parse>> parser =
        which.equals("flat") ? flat() : new Shipment()::parse;
    int words = parser.apply(FIRST).size();
    long start = ManagementFactory.getRuntimeMXBean().getStartTime();
    double load = (System.currentTimeMillis() - start) / 1e3;
    String first = memory();
    List<List<String>> sentences = sentences(articles);
    double[] rates = new double[3];
    for (int round = 0; round < rates.length; round++) {
      long before = cpu();
      long tokens = 0;
      for (List<String> sentence : sentences) {
        tokens += parser.apply(sentence).size();
      }
      rates[round] = tokens / ((cpu() - before) / 1e9);
    }
    System.out.printf(
        Locale.ROOT,
        "%-8s first sentence (%d words) after %5.2f s with %s MB; tokens in a second of CPU time %.0f, %.0f, %.0f; at most %s MB%n",
        which,
        words,
        load,
        first,
        rates[0],
        rates[1],
        rates[2],
        memory());
  }

  /** Other work on the machine does not count. */
  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static Function<List<String>, List<Parse>> flat() throws IOException {
    Parser parser = Parser.open(Path.of("target"));
    return forms -> parser.tag(forms, true).parses();
  }

  private static void compare(Path articles) throws IOException {
    Function<List<String>, List<Parse>> flat = flat();
    Shipment shipped = new Shipment();
    long tokens = 0;
    long different = 0;
    for (List<String> sentence : sentences(articles)) {
      List<Parse> ours = flat.apply(sentence);
      List<Parse> theirs = shipped.parse(sentence);
      for (int i = 0; i < ours.size(); i++) {
        tokens++;
        if (!ours.get(i).equals(theirs.get(i)) && ++different < 20) {
          System.out.println(sentence + "\n  " + ours.get(i) + "\n  " + theirs.get(i));
        }
      }
    }
    System.out.println(tokens + " tokens compared, " + different + " different");
  }

  private static List<List<String>> sentences(Path articles) throws IOException {
    Tokenizer tokenizer = new EnglishTokenizer();
    List<List<String>> out = new ArrayList<>();
    for (String line : Files.readAllLines(articles)) {
      for (String block : new ObjectMapper().readTree(line).get("text").asText().split("\n")) {
        tokenizer
            .segmentize(block)
            .forEach(s -> out.add(s.stream().map(t -> t.getWordForm()).toList()));
      }
    }
    return out.stream().filter(s -> !s.isEmpty()).toList();
  }

  /** The most that this process has had resident, in megabytes. */
  private static String memory() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmHWM"))
        .map(line -> line.replaceAll("\\D+", ""))
        .map(kilobytes -> String.valueOf(Long.parseLong(kilobytes) / 1024))
        .findFirst()
        .orElse("?");
  }
}
