package org.w3id.chokepoint.cli;

import java.util.function.Supplier;
import org.w3id.chokepoint.text.Annotator;
import org.w3id.chokepoint.text.Nlp4jAnnotator;
import picocli.CommandLine.Option;

/**
 * {@code convert} with its articles read on Apache Spark: the same command line and two options
 * more, for {@code spark-submit} (docs/cluster.md). Everything but reading is done by the driver,
 * by the code that one machine runs.
 */
public final class SparkConvert extends Convert {
  @Option(
      names = "--shards",
      paramLabel = "URI",
      required = true,
      description =
          "Folder that the driver and all workers see, for what is read: hdfs:, s3a:, or a shared file:.")
  private String shards = "";

  @Option(
      names = "--shard-size",
      paramLabel = "N",
      description = "Articles of a shard, read by one task (default: ${DEFAULT-VALUE}).",
      defaultValue = "200")
  private int size = 200;

  private SparkConvert(Supplier<Annotator> annotator) {
    super(annotator);
  }

  public static void main(String[] args) {
    Supplier<Annotator> annotator =
        () -> new Nlp4jAnnotator(Project.here().home().resolve("target"));
    System.exit(Main.execute(new SparkConvert(annotator), annotator, args));
  }

  @Override
  Readings.Source source(Readings.Source here) {
    if (size < 1) {
      throw wrong("--shard-size must be 1 or more");
    }
    return new SparkSource(shards, size, here);
  }
}
