/**
 * A finished knowledge graph on disk. A {@link org.w3id.chokepoint.snapshot.Snapshot} is a folder
 * with all asserted quads, all inferred triples and a manifest that says what went in and what the
 * bytes must hash to; it is written beside its final place and renamed, so a reader sees a whole
 * snapshot or none. {@link org.w3id.chokepoint.snapshot.Snapshots} publishes and finds them, {@link
 * org.w3id.chokepoint.snapshot.Export} writes one in other formats, {@link
 * org.w3id.chokepoint.snapshot.Explanation} joins a proof to the sentences it rests on, {@link
 * org.w3id.chokepoint.snapshot.Indexed} holds one in memory for those who ask much of it.
 */
@NullMarked
package org.w3id.chokepoint.snapshot;

import org.jspecify.annotations.NullMarked;
