package org.w3id.chokepoint.cli;

import java.io.PrintStream;
import java.util.Locale;

/** Tells on standard error how far long work is: a bar on a terminal, a line now and then else. */
final class Progress {
  private static final long EVERY_MILLIS = 2000;

  private final PrintStream out;
  private final boolean terminal;
  private final String what;
  private final int total;
  private final long start = System.nanoTime();
  private int done;
  private long last = System.nanoTime();

  Progress(PrintStream out, boolean terminal, String what, int total) {
    this.out = out;
    this.terminal = terminal;
    this.what = what;
    this.total = total;
  }

  static Progress toStandardError(String what, int total) {
    return new Progress(System.err, Boolean.getBoolean("chokepoint.terminal"), what, total);
  }

  synchronized void done() {
    done++;
    show(done == total);
  }

  private void show(boolean end) {
    long now = System.nanoTime();
    double seconds = (now - start) / 1e9;
    double rate = done / Math.max(seconds, 1e-3);
    String left = end ? "" : ", " + time(Math.round((total - done) / rate)) + " left";
    String text = String.format(Locale.ROOT, "%s %d/%d (%.1f/s%s)", what, done, total, rate, left);
    if (terminal) {
      int filled = total == 0 ? 20 : 20 * done / total;
      out.print(
          "\r\u001b[K["
              + "#".repeat(filled)
              + ".".repeat(20 - filled)
              + "] "
              + text
              + (end ? "\n" : ""));
    } else if (end || (now - last) / 1_000_000 > EVERY_MILLIS) {
      out.println(text);
      last = now;
    }
  }

  private static String time(long seconds) {
    return seconds < 100
        ? seconds + " s"
        : seconds < 6000
            ? Math.round(seconds / 60.0) + " min"
            : Math.round(seconds / 3600.0) + " h";
  }
}
