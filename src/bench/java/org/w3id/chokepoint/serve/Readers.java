package org.w3id.chokepoint.serve;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.regex.Pattern;

/**
 * 50 readers of pages, each with an address and a connection of its own: first pages that nobody
 * asked for before, each once, then the same again, then the site's other pages.
 */
final class Readers {
  private static final int READERS = 50;

  private static final List<String> OTHERS =
      List.of(
          "/",
          "/articles",
          "/search?q=huawei",
          "/search?q=nvidai+chip",
          "/suggest?q=asc",
          "/questions",
          "/questions/08-nvidia-rivals",
          "/exposure",
          "/exposure/us-entity-list",
          "/page/actor/huawei",
          "/neighbours/actor/huawei",
          "/ontology");

  private static final Pattern PLACE = Pattern.compile("<loc>[^<]*?/((page/|sitemap)[^<]+)</loc>");

  private final int port;
  private final String pid;
  private final int pause;
  private final int seconds;

  private Readers(int port, String pid, int pause, int seconds) {
    this.port = port;
    this.pid = pid;
    this.pause = pause;
    this.seconds = seconds;
  }

  /** What one page cost its reader. */
  private record Read(String path, int status, int bytes, long micros) {}

  /**
   * Prints times and sizes of the three rounds.
   *
   * @param pid of the server, for its processor time; "0" for none
   * @param pause of a reader between two pages, in ms
   * @param seconds most that a round takes
   */
  static void run(int port, String pid, int pause, int seconds) throws Exception {
    Readers readers = new Readers(port, pid, pause, seconds);
    List<String> things = new ArrayList<>(readers.sitemap("sitemap.xml"));
    Collections.shuffle(things, new Random(7));
    List<String> searches =
        things.stream()
            .filter(path -> path.matches("/page/(actor|tech|policy)/.*"))
            .map(path -> "/search?q=" + path.replaceFirst(".*/", "").replace('-', '+'))
            .limit(2000)
            .toList();
    int seen = readers.round("things, first time", i -> i < things.size() ? things.get(i) : "");
    readers.round("the same things again", i -> seen == 0 ? "" : things.get(i % seen));
    readers.round("searches, first time", i -> i < searches.size() ? searches.get(i) : "");
    readers.round("other pages", i -> OTHERS.get(i % OTHERS.size()));
  }

  /** How many pages were read; {@code path} gives "" where there are no more. */
  private int round(String name, IntFunction<String> path) throws Exception {
    long start = System.nanoTime();
    long end = start + seconds * 1_000_000_000L;
    long ticks = ticks();
    AtomicInteger next = new AtomicInteger();
    List<Read> reads = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(READERS)) {
      List<Future<List<Read>>> all = new ArrayList<>();
      for (int i = 0; i < READERS; i++) {
        int reader = i;
        all.add(threads.submit(() -> read(reader, path, next, end)));
      }
      for (Future<List<Read>> one : all) {
        reads.addAll(one.get());
      }
    }
    print(name, reads, (System.nanoTime() - start) / 1e9, ticks() - ticks);
    return reads.size();
  }

  private List<Read> read(int reader, IntFunction<String> path, AtomicInteger next, long end)
      throws Exception {
    List<Read> reads = new ArrayList<>();
    Thread.sleep((long) pause * reader / READERS); // they do not all click at once
    try (Socket socket = Load.connect("127.0.3." + (reader + 1), port)) {
      InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
      while (System.nanoTime() < end) {
        String wanted = path.apply(next.getAndIncrement());
        if (wanted.isEmpty()) {
          break;
        }
        long start = System.nanoTime();
        String request =
            "GET " + wanted + " HTTP/1.1\r\nHost: a\r\nAccept: text/html\r\nAccept-Encoding: gzip\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        Load.Answer answer = Load.read(in);
        reads.add(
            new Read(wanted, answer.status(), answer.bytes(), (System.nanoTime() - start) / 1000));
        if (pause > 0) {
          Thread.sleep(pause);
        }
      }
    }
    return reads;
  }

  private void print(String name, List<Read> reads, double took, long ticks) throws IOException {
    Map<Integer, Long> statuses = new TreeMap<>();
    reads.forEach(read -> statuses.merge(read.status(), 1L, Long::sum));
    System.out.printf(
        "%s: %.0f pages/s, %s, statuses %s, %d bytes at most; server %.2f ms of processor time a page; load %s%n",
        name,
        reads.size() / took,
        Load.times(reads.stream().map(Read::micros).toList()),
        statuses,
        reads.stream().mapToInt(Read::bytes).max().orElse(0),
        ticks * 10.0 / Math.max(1, reads.size()),
        Files.readString(Path.of("/proc/loadavg")).replaceFirst(" [0-9]+/.*\\s*", ""));
    reads.stream()
        .sorted((a, b) -> Long.compare(b.micros(), a.micros()))
        .limit(3)
        .forEach(read -> System.out.printf("    %s %.1f ms%n", read.path(), read.micros() / 1000.0));
  }

  /** Processor time of the server in hundredths of a second. */
  private long ticks() throws IOException {
    if (pid.equals("0")) {
      return 0;
    }
    String[] stat = Files.readString(Path.of("/proc", pid, "stat")).split(" ");
    return Long.parseLong(stat[13]) + Long.parseLong(stat[14]);
  }

  private List<String> sitemap(String file) throws IOException {
    List<String> found = new ArrayList<>();
    try (InputStream in = URI.create("http://127.0.0.1:" + port + "/" + file).toURL().openStream()) {
      String xml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String place : PLACE.matcher(xml).results().map(one -> one.group(1)).toList()) {
        if (place.startsWith("page/")) {
          found.add("/" + place);
        } else {
          found.addAll(sitemap(place));
        }
      }
    }
    return found;
  }
}
