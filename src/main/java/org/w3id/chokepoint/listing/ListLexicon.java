package org.w3id.chokepoint.listing;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the file {@code ontology/lexicon/lists.yaml} says; it explains each key. */
public record ListLexicon(
    List<PublishedList> lists,
    String ofac,
    List<String> legalForms,
    List<String> small,
    @JsonProperty("short") List<String> shortWords,
    Map<String, String> countries) {

  /**
   * A list of restricted parties.
   *
   * @param policy last part of the IRI of the policy
   * @param source start of the name in the Consolidated Screening List
   * @param programmes tags in the OFAC consolidated list
   * @param since what stands in brackets after "Listing Date" in the remarks of OFAC; may be ""
   * @param label name of a policy that the reference data lacks; may be ""
   * @param issuer last part of the IRI of the body that keeps the list; may be ""
   */
  public record PublishedList(
      String policy,
      String source,
      List<String> programmes,
      String since,
      String label,
      List<String> aliases,
      String issuer) {
    public PublishedList(
        String policy,
        String source,
        @Nullable List<String> programmes,
        @Nullable String since,
        @Nullable String label,
        @Nullable List<String> aliases,
        @Nullable String issuer) {
      this.policy = policy;
      this.source = source;
      this.programmes = programmes == null ? List.of() : programmes;
      this.since = since == null ? "" : since;
      this.label = label == null ? "" : label;
      this.aliases = aliases == null ? List.of() : aliases;
      this.issuer = issuer == null ? "" : issuer;
    }
  }

  /** Reads the file; the exception names the line where it is broken. */
  public static ListLexicon load(Path file) throws IOException {
    return new ObjectMapper(new YAMLFactory()).readValue(file.toFile(), ListLexicon.class);
  }

  /** The list that an authority calls so, in either of the two ways. */
  Optional<PublishedList> list(String name) {
    return lists.stream()
        .filter(l -> name.startsWith(l.source()) || l.programmes().contains(name))
        .findFirst();
  }
}
