/**
 * From findings to claims: the same content told twice is one claim with two passages, two tellings
 * of one event share it, and {@link org.w3id.chokepoint.claim.Acceptance} decides which claims are
 * held true. Only those put a triple into the asserted graph.
 */
@NullMarked
package org.w3id.chokepoint.claim;

import org.jspecify.annotations.NullMarked;
