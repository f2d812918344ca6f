package org.w3id.chokepoint.article;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/**
 * Writes articles as JSON Lines to standard output, for {@code convert --dry-run -}: as many as the
 * argument says, some 3 kB each, no two alike.
 */
final class Lines {
  private static final String[] WORDS =
      ("the a of to and in is that for it with as was on by has said chip chips supplier export"
              + " order factory company government buyer market price quarter license server rival"
              + " memory plant sold bought will may plans ships builds makes new large late early"
              + " Nvidia Huawei TSMC Intel AMD Beijing Washington China Taiwan Samsung")
          .split(" ");

  private Lines() {}

  public static void main(String[] args) throws IOException {
    int count = Integer.parseInt(args[0]);
    Random random = new Random(1);
    try (OutputStream out = new BufferedOutputStream(System.out, 1 << 16)) {
      for (int i = 0; i < count; i++) {
        StringBuilder line = new StringBuilder("{\"id\":\"a" + i + "\",\"date\":\"2025-09-18\",\"text\":\"");
        for (int w = 0; w < 500; w++) {
          line.append(WORDS[random.nextInt(WORDS.length)]).append(w % 20 == 19 ? ".\\n" : " ");
        }
        out.write(line.append("\"}\n").toString().getBytes(StandardCharsets.UTF_8));
      }
    }
  }
}
