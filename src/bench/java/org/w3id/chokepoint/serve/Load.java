package org.w3id.chokepoint.serve;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/**
 * Puts load on a running server and prints what its clients feel: {@code Load PORT PID
 * greedy|half-open|mixed}, {@code Load PORT PID pages PAUSE_MS SECONDS}, or {@code Load PORT 0 restart TIMES COMMAND} for a server that it
 * starts itself. Clients differ by their loopback address, as they would on a network.
 */
public final class Load {
  private static final String ASK = "/sparql?query=" + encode("ASK { ?s ?p ?o }");
  private static final String[] POLITE = {
    ASK,
    "/id/actor/huawei",
    "/data/actor/huawei.ttl",
    "/page/actor/huawei",
    "/sparql?query=" + encode("SELECT * { ?s a <https://w3id.org/chokepoint/ontology#Claim> } LIMIT 20")
  };
  private static final String[] HEAVY = {
    "/sparql?query=" + encode("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"),
    "/sparql?query=" + encode("SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY ?f"),
    "/sparql?query=" + encode("SELECT * { ?a ?b ?c FILTER NOT EXISTS { ?d ?e ?f FILTER(STR(?f) = STR(?a)) } }")
  };

  private Load() {}

  record Answer(int status, boolean retryAfter, int bytes, long micros) {}

  public static void main(String[] args) throws Exception {
    int port = Integer.parseInt(args[0]);
    switch (args[2]) {
      case "greedy" -> greedy(port);
      case "half-open" -> halfOpen(port);
      case "mixed" -> mixed(port, args[1], args.length > 3 ? Long.parseLong(args[3]) : 1_000_000);
      case "restart" ->
          restart(port, Integer.parseInt(args[3]), List.of(args).subList(4, args.length));
      case "pages" ->
          Readers.run(
              port,
              args[1],
              args.length > 3 ? Integer.parseInt(args[3]) : 0,
              args.length > 4 ? Integer.parseInt(args[4]) : 20);
      default ->
          throw new IllegalArgumentException(
              "greedy, half-open, mixed, pages or restart, not " + args[2]);
    }
  }

  /** 40 threads of heavy queries from one address beside 5 polite clients, for 30 seconds. */
  private static void greedy(int port) throws Exception {
    long end = System.nanoTime() + 30_000_000_000L;
    Map<String, AtomicLong> heavy = new ConcurrentHashMap<>();
    List<Long> polite = Collections.synchronizedList(new ArrayList<>());
    Map<Integer, AtomicLong> statuses = new ConcurrentHashMap<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(45)) {
      for (int i = 0; i < 40; i++) {
        String query = HEAVY[i % HEAVY.length];
        threads.submit(
            () -> {
              while (System.nanoTime() < end) {
                Answer answer = ask("127.0.0.66", port, query);
                String what =
                    answer.status() + (answer.retryAfter() ? " with Retry-After" : " without");
                heavy.computeIfAbsent(what, k -> new AtomicLong()).incrementAndGet();
                Thread.sleep(answer.status() == 429 ? 20 : 0);
              }
              return null;
            });
      }
      for (int i = 0; i < 5; i++) {
        String address = "127.0.1." + (i + 1);
        threads.submit(
            () -> {
              for (int n = 0; System.nanoTime() < end; n++) {
                Answer answer = ask(address, port, POLITE[n % POLITE.length]);
                polite.add(answer.micros());
                statuses.computeIfAbsent(answer.status(), k -> new AtomicLong()).incrementAndGet();
                Thread.sleep(50);
              }
              return null;
            });
      }
    }
    System.out.println("greedy answers: " + new TreeMap<>(heavy));
    System.out.println("polite answers: " + new TreeMap<>(statuses) + ", " + times(polite));
  }

  /** 10,000 connections that never finish their request. */
  private static void halfOpen(int port) throws Exception {
    List<Socket> open = new ArrayList<>();
    try {
      for (int i = 0; i < 10_000; i++) {
        Socket socket = connect("127.0." + (2 + i / 250) + "." + (1 + i % 250), port);
        socket.getOutputStream().write("GET /sparql HTTP/1.1\r\nHost: a\r\nX-Slow: ".getBytes(StandardCharsets.US_ASCII));
        open.add(socket);
      }
      List<Long> times = new ArrayList<>();
      for (int i = 0; i < 500; i++) {
        times.add(ask("127.0.1.1", port, ASK).micros());
      }
      System.out.println(open.size() + " half-open connections, ASK: " + times(times));
    } finally {
      for (Socket socket : open) {
        socket.close();
      }
    }
  }

  /** Many requests of all kinds over kept connections; heap after collection and descriptors. */
  private static void mixed(int port, String pid, long requests) throws Exception {
    AtomicLong left = new AtomicLong(requests);
    AtomicLong bad = new AtomicLong();
    try (ExecutorService threads = Executors.newFixedThreadPool(5)) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        String address = "127.0.1." + (i + 1);
        all.add(
            threads.submit(
                () -> {
                  try (Socket socket = connect(address, port)) {
                    InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
                    for (long n = left.decrementAndGet(); n >= 0; n = left.decrementAndGet()) {
                      String path = n % 7 == 0 ? "/id/actor/nobody-" + n % 100 : POLITE[(int) (n % 4)];
                      send(socket, path, "keep-alive");
                      int status = read(in).status();
                      if (status >= 429) {
                        bad.incrementAndGet();
                      }
                    }
                  }
                  return null;
                }));
      }
      long step = Math.max(1, requests / 10);
      for (long mark = requests; mark >= 0; mark -= step) {
        while (left.get() > mark && all.stream().anyMatch(f -> !f.isDone())) {
          Thread.sleep(200);
        }
        System.out.println((requests - mark) + " requests: " + state(pid) + ", refused " + bad);
      }
      for (Future<?> one : all) {
        one.get();
      }
    }
  }

  /** Kills a server under load again and again; times from the start of the next until it is ready. */
  private static void restart(int port, int times, List<String> command) throws Exception {
    List<Long> micros = new ArrayList<>();
    for (int i = 0; i <= times; i++) {
      long start = System.nanoTime();
      Process server = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
      while (server.isAlive() && !ready(port)) {
        Thread.sleep(10);
      }
      if (i > 0) {
        micros.add((System.nanoTime() - start) / 1000); // the first one finds no archive of classes
      }
      try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
        for (int client = 1; client <= 4; client++) {
          String address = "127.0.1." + client;
          threads.submit(
              () -> {
                for (int n = 0; ask(address, port, POLITE[n % POLITE.length]).status() > 0; n++) {}
                return null;
              });
        }
        Thread.sleep(500);
        server.destroyForcibly().waitFor();
      }
    }
    System.out.println("killed under load, ready again: " + times(micros));
  }

  private static boolean ready(int port) {
    try {
      return ask("127.0.0.1", port, "/health/ready").status() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  private static String state(String pid) throws IOException, InterruptedException {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    new ProcessBuilder(jcmd, pid, "GC.run").start().waitFor();
    Process info = new ProcessBuilder(jcmd, pid, "GC.heap_info").start();
    String heap = new String(info.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    List<String> used =
        Pattern.compile("(\\w+) +(?:generation +)?(?:total [0-9]+K, )?used ([0-9]+)K")
            .matcher(heap)
            .results()
            .map(found -> found.group(1) + " " + Long.parseLong(found.group(2)) / 1024 + " MB")
            .toList();
    String status = Files.readString(Path.of("/proc", pid, "status"));
    try (var descriptors = Files.list(Path.of("/proc", pid, "fd"))) {
      return used
          + ", "
          + descriptors.count()
          + " descriptors, "
          + status
              .lines()
              .filter(line -> line.matches("(VmRSS|Threads).*"))
              .map(line -> line.replaceAll("\\s+", " "))
              .toList();
    }
  }

  static String times(List<Long> micros) {
    List<Long> sorted = micros.isEmpty() ? List.of(0L) : micros.stream().sorted().toList();
    return "%d requests, p50 %.1f ms, p99 %.1f ms, longest %.1f ms"
        .formatted(
            sorted.size(),
            sorted.get(sorted.size() / 2) / 1000.0,
            sorted.get((int) (sorted.size() * 0.99)) / 1000.0,
            sorted.getLast() / 1000.0);
  }

  static Socket connect(String from, int port) throws IOException {
    Socket socket = new Socket();
    socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
    socket.connect(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
    return socket;
  }

  private static Answer ask(String from, int port, String path) throws IOException {
    long start = System.nanoTime();
    try (Socket socket = connect(from, port)) {
      send(socket, path, "close");
      Answer answer = read(new BufferedInputStream(socket.getInputStream(), 1 << 16));
      return new Answer(
          answer.status(), answer.retryAfter(), answer.bytes(), (System.nanoTime() - start) / 1000);
    }
  }

  private static void send(Socket socket, String path, String connection) throws IOException {
    String request = "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: " + connection + "\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
  }

  /** Reads one answer, its body included. */
  static Answer read(InputStream in) throws IOException {
    int status = Integer.parseInt(line(in).split(" ")[1]);
    boolean retry = false;
    boolean chunked = false;
    long length = 0;
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      String lower = header.toLowerCase(java.util.Locale.ROOT);
      retry |= lower.startsWith("retry-after");
      chunked |= lower.startsWith("transfer-encoding: chunked");
      length = lower.startsWith("content-length:") ? Long.parseLong(lower.substring(15).strip()) : length;
    }
    if (chunked) {
      for (long size = chunk(in); size > 0; size = chunk(in)) {
        in.skipNBytes(size);
        line(in);
        length += size;
      }
      line(in);
    } else {
      in.skipNBytes(length);
    }
    return new Answer(status, retry, (int) length, 0);
  }

  private static long chunk(InputStream in) throws IOException {
    return Long.parseLong(line(in).split(";")[0].strip(), 16);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("the server closed");
      }
      line.append((char) c);
    }
    return line.toString().strip();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
