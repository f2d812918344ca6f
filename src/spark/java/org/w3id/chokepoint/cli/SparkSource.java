package org.w3id.chokepoint.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.w3id.chokepoint.cli.Intake.Entry;
import org.w3id.chokepoint.intake.Sieve;

/**
 * Reads articles on Spark, a task a shard. A shard that is there whole, from a job that did not
 * end, is not read again.
 *
 * @param folder URI of the folder of shards
 * @param size articles a shard
 * @param here reads what the cluster could not, so that it is rejected as on one machine
 */
record SparkSource(String folder, int size, Readings.Source here) implements Readings.Source {
  @Override
  public Readings read(List<Entry> articles, Sieve sieve, Unpublished unpublished)
      throws IOException {
    String version = Fingerprint.of(Project.here());
    Map<SparkShard, List<Entry>> shards = new LinkedHashMap<>();
    List<SparkShard> missing = new ArrayList<>();
    for (int from = 0; from < articles.size(); from += size) {
      List<Entry> part = articles.subList(from, Math.min(from + size, articles.size()));
      SparkShard shard =
          new SparkShard(folder, version, part.stream().map(Entry::fingerprint).toList());
      shards.put(shard, part);
      if (!shard.isWhole()) {
        shard.putArticles(part.stream().map(e -> sieve.get(e.place())).iterator());
        missing.add(shard);
      }
    }
    System.err.printf(
        "%d shards of up to %d articles, %d of them to read%n",
        shards.size(), size, missing.size());
    if (!missing.isEmpty()) {
      try (JavaSparkContext spark =
          new JavaSparkContext(new SparkConf().setIfMissing("spark.app.name", "chokepoint"))) {
        spark.parallelize(missing, missing.size()).foreach(SparkShard::read);
      }
    }
    return merged(shards, sieve, unpublished);
  }

  private Readings merged(
      Map<SparkShard, List<Entry>> shards, Sieve sieve, Unpublished unpublished)
      throws IOException {
    Readings out = new Readings(new LinkedHashMap<>(), new ArrayList<>());
    List<Entry> failed = new ArrayList<>();
    for (Map.Entry<SparkShard, List<Entry>> shard : shards.entrySet()) {
      Map<String, Graph> graphs = shard.getKey().graphs();
      for (Entry article : shard.getValue()) {
        Graph graph = graphs.get(article.input().graph());
        if (graph == null) {
          failed.add(article);
        } else {
          out.graphs().put(article, graph);
        }
      }
    }
    if (!failed.isEmpty()) {
      Readings again = here.read(failed, sieve, unpublished);
      out.graphs().putAll(again.graphs());
      out.rejected().addAll(again.rejected());
    }
    return out;
  }
}
