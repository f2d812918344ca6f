package org.w3id.chokepoint.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Clients that take their answer, and one that hardly does. */
class SendRateTest {
  private static final String LARGE = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } LIMIT 60000";

  @RegisterExtension
  static final SampleServer SAMPLE =
      SampleServer.standard().with(Limits.standard().with(Limit.SEND_RATE, 10_000_000));

  @Test
  void aClientThatHardlyReadsLosesItsConnection() throws Exception {
    assertTrue(SAMPLE.csv("/sparql", LARGE).body().length() > 8_000_000, "large enough to wait");
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), SAMPLE.port())) {
      socket.setReceiveBufferSize(1 << 16);
      String request =
          "GET /sparql?format=csv&query=%s HTTP/1.1\r\nHost: a\r\n\r\n"
              .formatted(Client.encode(LARGE));
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      assertEquals('H', in.read());
      Thread.sleep(8_000);
      assertTrue(rest(in) < 8_000_000, "the rest never comes");
    }
    assertEquals(200, SAMPLE.csv("/sparql", "ASK {}").statusCode());
  }

  /** Bytes that still come before the connection ends. */
  private static long rest(InputStream in) {
    byte[] buffer = new byte[1 << 16];
    long bytes = 0;
    try {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        bytes += read;
      }
    } catch (IOException reset) {
      return bytes;
    }
    return bytes;
  }
}
