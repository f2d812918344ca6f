package org.w3id.chokepoint.snapshot;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.core.DatasetGraph;

/**
 * What a conversion hands over for publication.
 *
 * @param asserted named graphs: reference, facts, ontology and one per article; the default graph
 *     is empty
 * @param inferred triples that follow and are not asserted
 * @param base where the data's IRIs start, with a slash at the end
 * @param tool name and version of what wrote it
 * @param date day of the run, "" for none
 * @param violations how often the data breaks a shape or contradicts itself
 * @param faulty nodes on which some shape has something to say, sorted
 */
public record SnapshotContent(
    DatasetGraph asserted,
    Graph inferred,
    String base,
    String tool,
    String date,
    List<Manifest.Input> inputs,
    List<Manifest.Duplicate> duplicates,
    List<Manifest.Rejected> rejected,
    long violations,
    List<String> faulty) {
  public SnapshotContent {
    inputs = List.copyOf(inputs);
    duplicates = List.copyOf(duplicates);
    rejected = List.copyOf(rejected);
    faulty = List.copyOf(faulty);
  }
}
