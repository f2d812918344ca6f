package org.w3id.chokepoint.cli;

import java.nio.file.Path;

/**
 * Where the project's own files are.
 *
 * @param home the checkout, given by the launcher as system property {@code chokepoint.home}
 */
record Project(Path home) {
  static final String VERSION = "0.1.0";

  /** What the data names as its maker. */
  static final String TOOL = "chokepoint " + VERSION;

  static Project here() {
    return new Project(Path.of(System.getProperty("chokepoint.home", "")));
  }

  Path seeds() {
    return home.resolve("seeds");
  }

  Path ontology() {
    return home.resolve("ontology/chokepoint.ttl");
  }

  Path lexicon() {
    return home.resolve("ontology/lexicon");
  }

  Path across() {
    return home.resolve("ontology/across.yaml");
  }

  Path shapes() {
    return home.resolve("ontology/shapes.ttl");
  }

  Path queries() {
    return home.resolve("ontology/queries");
  }

  Path reference() {
    return home.resolve("data/reference");
  }

  Path snapshots() {
    return home.resolve("data/snapshots");
  }
}
