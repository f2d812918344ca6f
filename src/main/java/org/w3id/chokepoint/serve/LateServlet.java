package org.w3id.chokepoint.serve;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.util.function.Supplier;

/** A servlet that is made when the first request comes. */
final class LateServlet extends HttpServlet {
  private final transient Supplier<HttpServlet> servlet;

  LateServlet(Supplier<HttpServlet> servlet) {
    this.servlet = servlet;
  }

  @Override
  public void service(ServletRequest request, ServletResponse response)
      throws ServletException, IOException {
    servlet.get().service(request, response);
  }
}
