/**
 * The snapshot on the web. An embedded Apache Jena Fuseki answers SPARQL on two datasets ({@code
 * /chokepoint} with inferences, {@code /chokepoint-asserted} without), and our own {@link
 * org.w3id.chokepoint.serve.Handler}s add linked data, proofs, downloads and health. A request is
 * bound to one {@link org.w3id.chokepoint.serve.Served} snapshot when it arrives and sees no other;
 * a newer snapshot is loaded beside it and takes the next request. Filters in front, in this order:
 * errors and headers, size, concurrency, binding and conditional requests, names of services, whole
 * results; before all of them Jetty asks for passwords where there are some. The query guard sits
 * behind Fuseki's parser. HTML comes from a {@link org.w3id.chokepoint.serve.Site} that the caller
 * passes in.
 */
@NullMarked
package org.w3id.chokepoint.serve;

import org.jspecify.annotations.NullMarked;
