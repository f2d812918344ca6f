package org.w3id.chokepoint.serve;

import java.util.Map;

/** The pages for people, made elsewhere and put into the server by the caller. */
public interface Site {
  /** Pages by path: an exact path, or a prefix that ends in {@code /*}. */
  Map<String, Handler> pages();

  /**
   * Works out what pages of a snapshot will need, so that no reader has to wait for it; called in
   * the background.
   */
  default void prepare(Served served) {}

  /** An error as a page of HTML. */
  String page(Problem problem);

  /** A site without pages, for a server that only speaks data. */
  static Site none() {
    return new Site() {
      @Override
      public Map<String, Handler> pages() {
        return Map.of();
      }

      @Override
      public String page(Problem problem) {
        return "<!doctype html><title>" + problem.title() + "</title>";
      }
    };
  }
}
