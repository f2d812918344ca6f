package org.w3id.chokepoint.serve;

import jakarta.servlet.http.HttpServlet;
import java.util.function.Supplier;

/** A protocol beside SPARQL and linked data, made elsewhere and put in by the caller. */
@FunctionalInterface
public interface Service {
  /**
   * The servlet that speaks it.
   *
   * @param snapshot what the request is bound to; to be asked in the request's own thread
   */
  HttpServlet servlet(Supplier<Served> snapshot);

  /** A service that is made by the first request, so that no start waits for it. */
  static Service later(Supplier<Service> service) {
    return snapshot -> new LateServlet(Memo.of(() -> service.get().servlet(snapshot)));
  }
}
