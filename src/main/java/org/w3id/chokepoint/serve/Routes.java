package org.w3id.chokepoint.serve;

import java.util.LinkedHashMap;
import java.util.Map;

/** Which handler answers where; pages for people come on top. */
final class Routes {
  private Routes() {}

  static Map<String, Handler> all() {
    Map<String, Handler> routes = new LinkedHashMap<>();
    routes.put("/id/*", LinkedData::id);
    routes.put("/data/*", LinkedData::data);
    return routes;
  }
}
