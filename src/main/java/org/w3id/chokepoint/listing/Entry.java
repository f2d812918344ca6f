package org.w3id.chokepoint.listing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One row of a published list.
 *
 * @param line where it begins in the file, from 1
 * @param number the authority's own number of the party; "" where it gives none
 * @param name as the list spells it
 * @param aliases other names, as the list spells them
 * @param shortForms other names that are too short or common to stand alone
 * @param countries names or ISO 3166 codes of the countries of its addresses and registrations
 * @param designations lists that name the party
 */
record Entry(
    int line,
    String number,
    String name,
    Sort sort,
    List<String> aliases,
    List<String> shortForms,
    Set<String> countries,
    List<Designation> designations) {

  /** What a list says a party is. */
  enum Sort {
    PERSON,
    ORGANIZATION,
    /** The list does not say: a person or an organisation. */
    UNSTATED,
    /** A vessel or an aircraft, which is no actor. */
    CRAFT
  }

  /**
   * That a list names the party.
   *
   * @param list name or programme tag as the authority writes it
   * @param since first day, where the list says it
   * @param until last day, where the list says it
   * @param source web address of the list
   */
  record Designation(
      String list, Optional<LocalDate> since, Optional<LocalDate> until, String source) {}
}
