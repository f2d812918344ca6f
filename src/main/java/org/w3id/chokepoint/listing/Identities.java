package org.w3id.chokepoint.listing;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.w3id.chokepoint.mention.Entity;
import org.w3id.chokepoint.mention.Minting;
import org.w3id.chokepoint.mention.Slug;

/**
 * Mints parties that are not known, by the rule for names in articles. Where the IRI is that of a
 * known entity which was not joined, or several parties would get it, a hash of what tells them
 * apart is appended: never a counter, so that the order of the rows plays no part.
 */
final class Identities {
  private Identities() {}

  /** The entity of each party: the known one that it joins, else a new one. */
  static Map<Party, Entity> of(
      List<Party> parties, Map<Party, Entity> joined, Minting minting, Spelling spelling) {
    Map<Party, Entity> out = new LinkedHashMap<>();
    Map<String, Integer> wanted = new HashMap<>();
    for (Party p : parties) {
      Entity known = joined.get(p);
      Entity entity = known == null ? minting.mint(p.label(), kind(p, spelling)) : known;
      out.put(p, entity);
      if (known == null) {
        wanted.merge(entity.iri(), 1, Integer::sum);
      }
    }
    out.replaceAll(
        (p, e) ->
            !joined.containsKey(p) && (e.known() || wanted.getOrDefault(e.iri(), 0) > 1)
                ? apart(p, e.iri(), kind(p, spelling), minting)
                : e);
    return out;
  }

  private static Entity apart(Party p, String iri, String kind, Minting minting) {
    String hash =
        Slug.hash(String.join("|", kind, p.name(), p.countries().toString(), p.number()), 6);
    return new Entity(iri + "-" + hash, kind, minting.withoutLegalSuffix(p.label()), false);
  }

  /** The most special class that the list and the name bear out. */
  private static String kind(Party p, Spelling spelling) {
    return switch (p.sort()) {
      case PERSON -> "Person";
      case ORGANIZATION -> spelling.hasLegalForm(p.name()) ? "Company" : "Organization";
      case UNSTATED, CRAFT -> "Actor";
    };
  }
}
