package org.w3id.chokepoint.serve;

import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Closes the connection of a client that takes its answer too slowly, as that holds a thread. What
 * Jetty has for this counts the bytes of all answers together.
 */
final class SendRate extends Handler.Wrapper {
  /** What is smaller goes into the buffers of the system and holds nobody. */
  private static final int SMALL = 16 << 10;

  private static final long GRACE_MS = 5000;

  private final int bytesPerSecond;

  SendRate(Handler handler, int bytesPerSecond) {
    super(handler);
    this.bytesPerSecond = bytesPerSecond;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    return super.handle(request, new Watched(request, response), callback);
  }

  private final class Watched extends Response.Wrapper {
    Watched(Request request, Response response) {
      super(request, response);
    }

    @Override
    public void write(boolean last, @Nullable ByteBuffer content, Callback callback) {
      long bytes = content == null ? 0 : content.remaining();
      if (bytes < SMALL) {
        super.write(last, content, callback);
        return;
      }
      EndPoint client = getRequest().getConnectionMetaData().getConnection().getEndPoint();
      Scheduler.Task end =
          getRequest()
              .getComponents()
              .getScheduler()
              .schedule(
                  client::close, GRACE_MS + 1000 * bytes / bytesPerSecond, TimeUnit.MILLISECONDS);
      super.write(last, content, Callback.from(end::cancel, callback));
    }
  }
}
