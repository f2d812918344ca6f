package org.w3id.chokepoint.cli;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.w3id.chokepoint.article.Article;
import org.w3id.chokepoint.claim.Reader;
import org.w3id.chokepoint.graph.ArticleGraph;
import org.w3id.chokepoint.graph.DatasetBuilder;
import org.w3id.chokepoint.graph.Terms;
import org.w3id.chokepoint.intake.ArticleJson;
import org.w3id.chokepoint.snapshot.NQuads;

/**
 * Some articles and their graphs, in three files of a shared folder: {@code NAME.jsonl} (articles,
 * for the task), {@code NAME.nq} (sorted N-Quads, a graph an article) and {@code NAME.json} (the
 * {@link Manifest}, written last: with it the shard is whole). The name is a hash of version and
 * articles, and the same articles give the same bytes, so a task may run twice or on two machines.
 *
 * @param folder URI of a folder
 * @param version of the reader, as {@link Fingerprint} names it
 * @param articles their fingerprints, in order
 */
record SparkShard(String folder, String version, List<String> articles) implements Serializable {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * What a shard holds.
   *
   * @param articles fingerprints of what went in
   * @param failed those that could not be read
   * @param quads lines of the N-Quads
   * @param sha256 of their bytes, 64 hexadecimal digits
   */
  record Manifest(
      String version, List<String> articles, List<String> failed, long quads, String sha256) {}

  /** Whether the shard was written to its end and is still as it was then. */
  boolean isWhole() throws IOException {
    try {
      Manifest manifest = JSON.readValue(file(".json"), Manifest.class);
      return manifest.version().equals(version)
          && manifest.articles().equals(articles)
          && manifest.sha256().equals(sha256(file(".nq")));
    } catch (FileNotFoundException | JacksonException e) {
      return false;
    }
  }

  /** Writes the articles for the task. */
  void putArticles(Iterator<Article> given) throws IOException {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    while (given.hasNext()) {
      lines.write(ArticleJson.write(given.next()));
      lines.write('\n');
    }
    put(".jsonl", lines.toByteArray());
  }

  /** Reads the articles and writes their graphs; what a task does, on any machine. */
  void read() throws IOException {
    Reader reader = SparkReader.of(version);
    List<String> failed = new ArrayList<>();
    List<Quad> quads = new ArrayList<>();
    for (Article article : given()) {
      try {
        Graph graph =
            ArticleGraph.of(reader.read(article), DatasetBuilder.run(Project.TOOL));
        Node name = Terms.iri(Intake.graph(article));
        graph.find().forEach(triple -> quads.add(Quad.create(name, triple)));
      } catch (RuntimeException | StackOverflowError e) {
        failed.add(article.fingerprint());
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    long lines = NQuads.write(quads, out);
    byte[] bytes = out.toByteArray();
    put(".nq", bytes);
    put(
        ".json",
        JSON.writeValueAsBytes(new Manifest(version, articles, failed, lines, sha256(bytes))));
  }

  private List<Article> given() throws IOException {
    List<Article> out = new ArrayList<>();
    new String(file(".jsonl"), StandardCharsets.UTF_8)
        .lines()
        .forEach(line -> out.add(ArticleJson.read(line.getBytes(StandardCharsets.UTF_8))));
    if (!out.stream().map(Article::fingerprint).toList().equals(articles)) {
      throw new IOException(name() + ".jsonl in " + folder + " is not what the driver wrote");
    }
    return out;
  }

  /** The graphs by name; those of articles that failed are missing. */
  Map<String, Graph> graphs() throws IOException {
    if (!isWhole()) {
      throw new IOException(
          "shard %s in %s is not whole, though it was read; do all workers see that folder? Run again to read it anew"
              .formatted(name(), folder));
    }
    SparkFolder.at(folder).delete(name() + ".jsonl");
    Map<String, Graph> graphs = new HashMap<>();
    RDFParser.source(new ByteArrayInputStream(file(".nq")))
        .lang(Lang.NQUADS)
        .parse(
            new StreamRDFBase() {
              @Override
              public void quad(Quad quad) {
                graphs
                    .computeIfAbsent(
                        quad.getGraph().getURI(), name -> GraphFactory.createDefaultGraph())
                    .add(quad.asTriple());
              }
            });
    return graphs;
  }

  /** Sixteen hexadecimal digits of what goes in. */
  private String name() {
    String all = version + '\n' + String.join("\n", articles);
    return sha256(all.getBytes(StandardCharsets.UTF_8)).substring(0, 16);
  }

  private byte[] file(String ending) throws IOException {
    return SparkFolder.at(folder).get(name() + ending);
  }

  private void put(String ending, byte[] bytes) throws IOException {
    SparkFolder.at(folder).put(name() + ending, bytes);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
