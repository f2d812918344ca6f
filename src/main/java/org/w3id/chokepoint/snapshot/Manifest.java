package org.w3id.chokepoint.snapshot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a snapshot holds and where it came from; the file {@code manifest.json}.
 *
 * @param name first 12 hexadecimal digits of the SHA-256 of what both files say of their content
 * @param tool version of the software and its knowledge: equal means that it reads the same way
 * @param date day of the run, as in the data; "" where no article has a date
 * @param counts numbers by name: quads (asserted), inferred, graphs, articles, claims, accepted,
 *     violations (of shapes, and contradictions)
 * @param files by file name, in order
 * @param faulty nodes on which some shape has something to say, sorted
 */
public record Manifest(
    String name,
    String tool,
    String base,
    String date,
    Map<String, Long> counts,
    Map<String, FileInfo> files,
    List<Input> inputs,
    List<Duplicate> duplicates,
    List<Rejected> rejected,
    List<String> faulty) {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  public Manifest {
    counts = new TreeMap<>(counts);
    files = new TreeMap<>(files);
    inputs = List.copyOf(inputs);
    duplicates = duplicates == null ? List.of() : List.copyOf(duplicates); // of an older version
    rejected = List.copyOf(rejected);
    faulty = faulty == null ? List.of() : List.copyOf(faulty); // likewise
  }

  /**
   * Size and hash of a file of the snapshot, as it lies on disk.
   *
   * @param content names the set of its lines: 16 hexadecimal digits, the same however they are
   *     compressed
   */
  public record FileInfo(long bytes, String sha256, String content) {
    public FileInfo {
      content = content == null ? "" : content; // of an older version
    }
  }

  /**
   * An article that was read.
   *
   * @param id the article's identifier
   * @param sha256 of the UTF-8 bytes of its body
   * @param fingerprint hash of body and metadata
   * @param graph IRI of its named graph
   * @param form the kind of document that it came as: "text", "html", "feed"
   */
  public record Input(
      String file, String id, String sha256, String fingerprint, String graph, String form) {}

  /**
   * An input that tells the story of another one.
   *
   * @param line where in the file, from 1; 0 when the whole file is meant
   * @param url its address, "" where it has none
   * @param of the id of the article that stands for both
   * @param likeness the share of four-word runs in common, in percent, rounded down
   */
  public record Duplicate(String file, int line, String id, String url, String of, int likeness) {}

  /**
   * An input that was not read.
   *
   * @param line where in the file, from 1; 0 when the whole file is meant
   */
  public record Rejected(String file, int line, String reason) {}

  /** As indented JSON, the same bytes for the same manifest. */
  public String toJson() {
    try {
      return JSON.writeValueAsString(this) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a manifest is always JSON", e);
    }
  }

  /** Reads what {@link #toJson} wrote; unknown fields are skipped. */
  static Manifest fromJson(String json) throws JsonProcessingException {
    return JSON.readValue(json, Manifest.class);
  }
}
