package org.w3id.chokepoint.listing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.w3id.chokepoint.listing.Entry.Designation;
import org.w3id.chokepoint.listing.Entry.Sort;

/**
 * All that a file says of one party.
 *
 * @param line where its first row begins
 * @param number the authority's own number; "" where it gives none
 * @param name as the list spells it
 * @param label the name as it is usually written
 * @param countries names or codes
 * @param listed each designation with the line that states it
 */
record Party(
    int line,
    String number,
    String name,
    String label,
    Sort sort,
    Set<String> aliases,
    Set<String> shortForms,
    Set<String> countries,
    List<Listed> listed) {

  /** A designation and the line that states it. */
  record Listed(int line, Designation designation) {}

  /**
   * The parties of a file, in order of name. Rows with the same number of the authority are one
   * party; where it gives none, so are rows of one list with the same name, since lists give one
   * row an address, and rows of several lists with the same name and countries. Crafts are left
   * out.
   */
  static List<Party> of(Collection<Entry> entries, Spelling spelling) {
    List<Entry> actors = entries.stream().filter(e -> e.sort() != Sort.CRAFT).toList();
    return together(actors).stream()
        .flatMap(rows -> rows.stream().map(e -> of(e, spelling)).reduce(Party::with).stream())
        .sorted(
            Comparator.comparing(Party::label)
                .thenComparing(p -> p.countries().toString())
                .thenComparing(Party::number)
                .thenComparing(Party::line))
        .toList();
  }

  /** Rows without a number: by name and list, and then by name and countries over all lists. */
  private static List<List<Entry>> together(Collection<Entry> entries) {
    Map<String, List<Entry>> sameList = new LinkedHashMap<>();
    for (Entry e : entries) {
      String list = e.designations().isEmpty() ? "" : e.designations().get(0).list();
      String key = e.number().isEmpty() ? list + "|" + e.name() : "#" + e.number();
      sameList.computeIfAbsent(key, k -> new ArrayList<>()).add(e);
    }
    Map<String, List<Entry>> same = new LinkedHashMap<>();
    for (Map.Entry<String, List<Entry>> one : sameList.entrySet()) {
      Set<String> countries = new TreeSet<>();
      one.getValue().forEach(e -> countries.addAll(e.countries()));
      Entry first = one.getValue().get(0);
      boolean known = first.number().isEmpty() && !countries.isEmpty();
      String key = known ? first.sort() + "|" + first.name() + "|" + countries : one.getKey();
      same.computeIfAbsent(key, k -> new ArrayList<>()).addAll(one.getValue());
    }
    return List.copyOf(same.values());
  }

  private static Party of(Entry e, Spelling spelling) {
    boolean person = e.sort() == Sort.PERSON;
    Set<String> aliases = new LinkedHashSet<>();
    e.aliases().forEach(a -> aliases.add(person ? spelling.person(a) : spelling.readable(a)));
    Sort sort =
        e.sort() == Sort.UNSTATED && spelling.isOrganization(e.name())
            ? Sort.ORGANIZATION
            : e.sort();
    return new Party(
        e.line(),
        e.number(),
        e.name(),
        person ? spelling.person(e.name()) : spelling.readable(e.name()),
        sort,
        aliases,
        new LinkedHashSet<>(e.shortForms()),
        new TreeSet<>(e.countries()),
        e.designations().stream().map(d -> new Listed(e.line(), d)).toList());
  }

  private Party with(Party other) {
    return new Party(
        line,
        number,
        name,
        label,
        sort,
        union(aliases, other.aliases),
        union(shortForms, other.shortForms),
        new TreeSet<>(union(countries, other.countries)),
        Stream.concat(listed.stream(), other.listed.stream()).toList());
  }

  private static Set<String> union(Set<String> a, Set<String> b) {
    Set<String> out = new LinkedHashSet<>(a);
    out.addAll(b);
    return out;
  }
}
