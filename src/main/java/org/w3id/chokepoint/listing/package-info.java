/**
 * Published lists of restricted parties to reference data. {@link
 * org.w3id.chokepoint.listing.ListFile} reads the CSV files of the authorities into {@link
 * org.w3id.chokepoint.listing.Entry entries}, {@link org.w3id.chokepoint.listing.Party} puts
 * together what speaks of one party, {@link org.w3id.chokepoint.listing.Matching} decides which
 * party is an entity that we know, and {@link org.w3id.chokepoint.listing.ListReference} writes it
 * down. A wrong identity is worse than none: a party joins a known entity on the exact name only,
 * and what merely looks alike goes to the report of doubtful matches.
 */
@NullMarked
package org.w3id.chokepoint.listing;

import org.jspecify.annotations.NullMarked;
