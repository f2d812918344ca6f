package org.w3id.chokepoint.serve;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Problem JSON for what reaches none of our filters: what is no readable HTTP request, and who has
 * no password.
 */
final class TransportErrors extends ErrorHandler {
  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    int status = response.getStatus() < 400 ? 400 : response.getStatus();
    String detail =
        switch (status) {
          case 401 -> "This is for the operator: a user and a password, please.";
          case 403 -> "This is for the operator.";
          default ->
              status < 500
                  ? "This is no request that the server can read."
                  : "The server could not answer; the operator finds more in its log.";
        };
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/problem+json;charset=utf-8");
    byte[] body = Problem.of(status, detail).toJson().getBytes(StandardCharsets.UTF_8);
    response.write(true, ByteBuffer.wrap(body), callback);
    return true;
  }
}
