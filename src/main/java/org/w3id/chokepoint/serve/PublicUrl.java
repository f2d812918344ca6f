package org.w3id.chokepoint.serve;

import java.net.URI;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/**
 * Lets every request look as if it had come to the address of the proxy. The operator says which it
 * is; what a client writes into Forwarded headers counts for nothing.
 */
final class PublicUrl implements HttpConfiguration.Customizer {
  private final URI address;

  PublicUrl(URI address) {
    this.address = address;
  }

  @Override
  public Request customize(Request request, HttpFields.Mutable headers) {
    HttpURI seen =
        HttpURI.build(request.getHttpURI())
            .scheme(address.getScheme())
            .authority(address.getAuthority())
            .asImmutable();
    HttpFields named =
        HttpFields.build(request.getHeaders()).put(HttpHeader.HOST, address.getAuthority());
    return new Request.Wrapper(request) {
      // Jetty refuses a request whose two names of the host differ.
      @Override
      public HttpFields getHeaders() {
        return named;
      }

      @Override
      public HttpURI getHttpURI() {
        return seen;
      }
    };
  }
}
