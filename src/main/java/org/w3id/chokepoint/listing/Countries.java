package org.w3id.chokepoint.listing;

import com.ibm.icu.util.ULocale;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3id.chokepoint.mention.Entity;
import org.w3id.chokepoint.mention.Ontology;
import org.w3id.chokepoint.mention.ReferenceData;

/** The country that a code or a name means, and the countries that an actor belongs to. */
final class Countries {
  private final ReferenceData reference;
  private final Ontology ontology;
  private final Map<String, String> otherNames;
  private final Map<String, Optional<Entity>> found = new HashMap<>();

  Countries(ReferenceData reference, Ontology ontology, Map<String, String> otherNames) {
    this.reference = reference;
    this.ontology = ontology;
    this.otherNames = otherNames;
  }

  /** The place of an ISO 3166 code ("CN") or of an English name ("China"). */
  Optional<Entity> of(String text) {
    return found.computeIfAbsent(text, this::find);
  }

  private Optional<Entity> find(String text) {
    String name = text.matches("[A-Z]{2}") ? display(text) : text;
    String usual = otherNames.getOrDefault(name, name);
    List<Entity> places =
        reference.named(usual).stream()
            .map(ReferenceData.Name::entity)
            .filter(e -> ontology.isA(e.kind(), "Place"))
            .toList();
    return places.stream()
        .filter(e -> e.kind().equals("Country"))
        .findFirst()
        .or(() -> places.stream().findFirst());
  }

  /** The places that the reference data gives an actor, up to the country; empty if it does not. */
  Set<Entity> of(Entity actor) {
    Set<Entity> out = new HashSet<>();
    for (Entity seat : reference.objects(actor, "basedIn")) {
      within(seat, out);
    }
    reference.objects(actor, "governs").forEach(out::add);
    reference.objects(actor, "unitOf").forEach(body -> out.addAll(of(body)));
    return out;
  }

  private void within(Entity place, Set<Entity> out) {
    if (out.add(place)) {
      reference.objects(place, "locatedIn").forEach(p -> within(p, out));
    }
  }

  /** The name of CLDR, without what it adds: "Hong Kong SAR China", "Myanmar (Burma)". */
  private static String display(String code) {
    return new ULocale("", code)
        .getDisplayCountry(ULocale.ENGLISH)
        .replaceAll(" SAR China$| \\(.*\\)$", "");
  }
}
