package org.w3id.chokepoint.cli;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.w3id.chokepoint.claim.Knowledge;
import org.w3id.chokepoint.claim.Reader;
import org.w3id.chokepoint.text.Nlp4jAnnotator;

/** The reader of a worker's process, loaded once and shared by its tasks. */
final class SparkReader {
  private static @Nullable Reader loaded;

  private SparkReader() {}

  /**
   * The reader.
   *
   * @param version that the driver has; with any other code or knowledge the bytes might differ
   */
  static synchronized Reader of(String version) throws IOException {
    Reader reader = loaded;
    if (reader == null) {
      Project project = Project.here();
      String here = Fingerprint.of(project);
      if (!here.equals(version)) {
        throw new IOException(
            "the driver is %s, this worker (%s) is %s: install the same on both"
                .formatted(version, project.home().toAbsolutePath(), here));
      }
      Knowledge knowledge = Knowledge.load(project.home());
      reader = new Reader(knowledge, new Nlp4jAnnotator(project.home().resolve("target")));
      loaded = reader;
    }
    return reader;
  }
}
