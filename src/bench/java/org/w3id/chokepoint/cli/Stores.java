package org.w3id.chokepoint.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.w3id.chokepoint.snapshot.Export;
import org.w3id.chokepoint.snapshot.Format;
import org.w3id.chokepoint.snapshot.Snapshots;

/**
 * The competency questions and the graph templates over HTTP, here and in other stores: {@code
 * Stores SNAPSHOTS WORK [STORE…]}. All stores run at once and are asked in turns by one client that
 * keeps its connections: rounds to warm up, then the median of seven. What takes five seconds or
 * more is not asked again.
 */
final class Stores {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final int RUNS = 7;
  private static final int WARM_ROUNDS = 2;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Path snapshots;
  private final Path work;
  private final Path dump;
  private final Map<String, String> questions = new LinkedHashMap<>();
  private final Map<String, Map<String, Answer>> found = new LinkedHashMap<>();

  /**
   * What a store does with a question.
   *
   * @param millis median of its runs
   * @param rows of the answer, -1 where there was none
   */
  private record Answer(double millis, int rows) {}

  private static final Answer NONE = new Answer(LIMIT.toMillis(), -1);

  private Stores(Path snapshots, Path work) throws IOException {
    this.snapshots = snapshots;
    this.work = Files.createDirectories(work.toAbsolutePath());
    this.dump = work.resolve("dump.nt").toAbsolutePath();
    for (Path folder : List.of(Path.of("ontology/queries"), Path.of("src/bench/resources/templates"))) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(f -> f.toString().endsWith(".rq")).sorted().toList()) {
          questions.put(
              file.getFileName().toString().replace(".rq", ""), Files.readString(file));
        }
      }
    }
  }

  public static void main(String[] args) throws Exception {
    Stores stores = new Stores(Path.of(args[0]), Path.of(args[1]));
    try (OutputStream out = Files.newOutputStream(stores.dump)) {
      Export.write(Snapshots.at(stores.snapshots).current().orElseThrow(), Format.NT, out);
    }
    try (Stream<String> lines = Files.lines(stores.dump)) {
      System.out.println(lines.count() + " triples in " + stores.dump);
    }
    List<String> wanted = List.of(args).subList(2, args.length);
    List<Store> running = new ArrayList<>();
    try {
      for (String name : List.of("chokepoint", "fuseki", "rdf4j", "oxigraph", "virtuoso")) {
        if (wanted.isEmpty() || wanted.contains(name)) {
          long start = System.nanoTime();
          Store store = stores.start(name);
          running.add(store);
          while (stores.run(store.endpoint(), "SELECT * { <urn:x> ?p ?o }").rows() < 0) {
            if (!store.alive().getAsBoolean()) {
              throw new IOException(
                  "%s ended before it was ready; %s says why (Oxigraph wants ./chokepoint test -Dtest=InteropTest once, which installs it)"
                      .formatted(name, stores.work.resolve(name + ".log")));
            }
            Thread.sleep(200);
          }
          System.out.printf(
              Locale.ROOT, "%s ready after %.1f s%n", name, (System.nanoTime() - start) / 1e9);
        }
      }
      stores.ask(running);
    } finally {
      for (Store store : running) {
        store.stop().close();
      }
    }
    System.out.print(stores.table());
  }

  /** A store that runs. */
  private record Store(
      String name, URI endpoint, BooleanSupplier alive, AutoCloseable stop) {}

  private Store start(String name) throws Exception {
    int port = freePort();
    String address = "http://127.0.0.1:" + port;
    return switch (name) {
      case "chokepoint" ->
          start(
              name,
              address + "/sparql",
              java("Main", "serve", "--data", snapshots + "", "--port", port + ""));
      case "fuseki" ->
          start(
              name,
              address + "/ds/sparql",
              java(
                  "StockFuseki",
                  dump + "",
                  port + "",
                  Files.createTempDirectory(work, "tdb") + ""));
      case "rdf4j" -> start(name, address + "/", java("Rdf4jServer", dump + "", port + ""));
      case "oxigraph" ->
          start(
              name,
              address + "/",
              List.of(
                  "node",
                  "--max-old-space-size=8000",
                  "src/bench/js/oxigraph.mjs",
                  dump + "",
                  port + ""));
      default -> {
        Virtuoso virtuoso = Virtuoso.start(Files.createTempDirectory(work, "virtuoso"));
        virtuoso.load(dump);
        yield new Store(name, URI.create(virtuoso.endpoint()), () -> true, virtuoso);
      }
    };
  }

  private static List<String> java(String name, String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                System.getProperty("java.home") + "/bin/java", "-Xmx4g",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn", "-cp",
                System.getProperty("java.class.path"), "org.w3id.chokepoint.cli." + name));
    if (name.equals("Main")) { // as ./chokepoint starts it
      command.addAll(2, List.of("-XX:+UseSerialGC", "-XX:MetaspaceSize=256m"));
    }
    command.addAll(List.of(arguments));
    return command;
  }

  private Store start(String name, String endpoint, List<String> command) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(work.resolve(name + ".log").toFile());
    builder.environment().put("INTEROP_MODULES", Path.of("target/interop").toAbsolutePath() + "");
    Process process = builder.start();
    return new Store(
        name,
        URI.create(endpoint),
        process::isAlive,
        () -> {
          process.destroy();
          process.waitFor();
        });
  }

  private void ask(List<Store> stores) throws InterruptedException {
    stores.forEach(store -> found.put(store.name(), new LinkedHashMap<>()));
    for (int round = 0; round < WARM_ROUNDS; round++) {
      for (Map.Entry<String, String> question : questions.entrySet()) {
        for (Store store : stores) {
          if (round == 0 || fast(answer(store, question.getKey()))) {
            answers(store)
                .put(question.getKey(), warm(store.endpoint(), question.getValue()));
          }
        }
      }
    }
    for (Map.Entry<String, String> question : questions.entrySet()) {
      measure(stores, question.getKey(), question.getValue());
    }
  }

  /** In turns, so that whatever else the machine does slows all of them alike. */
  private void measure(List<Store> stores, String name, String query) throws InterruptedException {
    Map<Store, List<Double>> times = new LinkedHashMap<>();
    for (int i = 0; i < RUNS; i++) {
      for (Store store : stores) {
        if (fast(answer(store, name))) {
          times
              .computeIfAbsent(store, s -> new ArrayList<>())
              .add(run(store.endpoint(), query).millis());
        }
      }
    }
    times.forEach(
        (store, all) ->
            answers(store)
                .put(
                    name,
                    new Answer(
                        all.stream().sorted().toList().get(all.size() / 2),
                        answer(store, name).rows())));
  }

  private Map<String, Answer> answers(Store store) {
    return found.getOrDefault(store.name(), Map.of());
  }

  private Answer answer(Store store, String question) {
    return answers(store).getOrDefault(question, NONE);
  }

  private static boolean fast(Answer answer) {
    return answer.rows() >= 0 && answer.millis() < 5000;
  }

  /** Asks fifty times or for a fifth of a second, whichever is less, and gives the last answer. */
  private Answer warm(URI endpoint, String query) throws InterruptedException {
    long end = System.nanoTime() + 200_000_000L;
    Answer answer = run(endpoint, query);
    for (int i = 1; i < 50 && System.nanoTime() < end && answer.rows() >= 0; i++) {
      answer = run(endpoint, query);
    }
    return answer;
  }

  private Answer run(URI endpoint, String query) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(endpoint)
            .timeout(LIMIT)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "application/sparql-results+json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "query=" + URLEncoder.encode(query, StandardCharsets.UTF_8)))
            .build();
    long start = System.nanoTime();
    try {
      HttpResponse<byte[]> response =
          client.send(request, HttpResponse.BodyHandlers.ofByteArray());
      double millis = (System.nanoTime() - start) / 1e6;
      return new Answer(
          millis,
          response.statusCode() == 200
              ? JSON.readTree(response.body()).path("results").path("bindings").size()
              : -1);
    } catch (IOException e) {
      return NONE;
    }
  }

  /** Milliseconds of each question in each store, and rows where they differ from the first's. */
  private String table() {
    StringBuilder out = new StringBuilder("\n| question | rows |");
    found.keySet().forEach(name -> out.append(' ').append(name).append(" |"));
    out.append("\n|---|---|").append("---|".repeat(found.size())).append('\n');
    Map<String, Answer> first = found.values().iterator().next();
    for (String question : questions.keySet()) {
      int rows = first.getOrDefault(question, NONE).rows();
      out.append("| %s | %d |".formatted(question, rows));
      for (Map<String, Answer> answers : found.values()) {
        Answer answer = answers.getOrDefault(question, NONE);
        out.append(
            answer.rows() < 0
                ? " no answer |"
                : String.format(
                    Locale.ROOT,
                    " %.1f%s |",
                    answer.millis(),
                    answer.rows() == rows ? "" : " (" + answer.rows() + " rows)"));
      }
      out.append('\n');
    }
    List<String> all = List.copyOf(questions.keySet());
    List<String> common =
        all.stream()
            .filter(
                q ->
                    found.values().stream().allMatch(a -> a.getOrDefault(q, NONE).rows() >= 0))
            .toList();
    means(out, "geometric mean", all);
    means(out, "of the " + common.size() + " that all answer", common);
    out.append("| longest | |");
    found.values().forEach(
        a -> out.append(String.format(Locale.ROOT, " %.0f |", a.values().stream().mapToDouble(x -> time(x)).max().orElse(0))));
    return out.append('\n').toString();
  }

  private void means(StringBuilder out, String name, List<String> of) {
    out.append("| ").append(name).append(" | |");
    for (Map<String, Answer> answers : found.values()) {
      double logs =
          of.stream().mapToDouble(q -> Math.log(time(answers.getOrDefault(q, NONE)))).sum();
      out.append(String.format(Locale.ROOT, " %.2f |", Math.exp(logs / of.size())));
    }
    out.append('\n');
  }

  /** No answer counts as one that takes as long as we wait. */
  private static double time(Answer answer) {
    return answer.rows() < 0 ? LIMIT.toMillis() : answer.millis();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
