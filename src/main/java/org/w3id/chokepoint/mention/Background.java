package org.w3id.chokepoint.mention;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What is known before an article is read, held against how a sentence was read. */
public record Background(Ontology ontology, ReferenceData reference, NameLexicon words) {
  private static final String NOTE = "http://www.w3.org/2004/02/skos/core#note";

  /** Roles that a country fills through its government; a firm's part is never played by one. */
  private static final Set<String> ACTING = Set.of("Actor", "Government");

  /**
   * Whether the reference data speak against a reading: a product known as another's is not
   * developed here, nobody depends on what he makes himself, and a maker's faster model is no
   * alternative to its own.
   */
  public boolean refutes(Entity subject, String property, Entity object) {
    return switch (property) {
      case "develops" -> {
        List<Entity> makers = makers(object).toList();
        yield !makers.isEmpty() && makers.stream().noneMatch(m -> ofOneGroup(m, subject));
      }
      case "dependsOn" -> makers(object).anyMatch(subject::equals);
      case "alternativeTo" -> {
        List<Entity> series = reference.within(object, "memberOfSeries");
        yield makers(subject).anyMatch(makers(object).toList()::contains)
            || reference.within(subject, "memberOfSeries").stream().anyMatch(series::contains);
      }
      default -> false;
    };
  }

  private Stream<Entity> makers(Entity product) {
    return reference.within(product, "memberOfSeries").stream()
        .flatMap(p -> reference.subjects("develops", p).stream());
  }

  /** Whether two are one, or have an owner in common. */
  private boolean ofOneGroup(Entity one, Entity other) {
    List<Entity> owners = reference.within(other, "subsidiaryOf");
    return reference.within(one, "subsidiaryOf").stream().anyMatch(owners::contains);
  }

  /** Whether the reference data say so; of a seat, whether it lies in the same country. */
  public boolean confirms(Entity subject, String property, Entity object) {
    boolean seat = property.equals("basedIn");
    return reference.objects(subject, property).contains(object)
        || seat
            && reference
                .nationOf(subject, ontology)
                .filter(n -> reference.nationOf(object, ontology).filter(n::equals).isPresent())
                .isPresent();
  }

  /** The government that stands behind a policy by the reference data, through agencies. */
  public Optional<Entity> issuer(Entity policy) {
    Optional<Entity> body = reference.objects(policy, "issuedBy").stream().findFirst();
    for (int i = 0; i < 5 && body.isPresent(); i++) {
      Optional<Entity> above = reference.objects(body.get(), "unitOf").stream().findFirst();
      if (above.isEmpty()) {
        return body;
      }
      body = above;
    }
    return body;
  }

  /**
   * The bodies that a person of the reference data serves in the office that a title names; where
   * none is given, as for who has left, the one that the office is called after.
   */
  public List<Entity> officesOf(Entity person, String title) {
    String office = words.titles().getOrDefault(title, title);
    List<String> held = reference.texts(person, "https://schema.org/jobTitle");
    if (held.stream().noneMatch(t -> t.toLowerCase(Locale.ROOT).contains(office))) {
      return List.of();
    }
    List<Entity> bodies = reference.objects(person, "affiliatedWith");
    return bodies.isEmpty()
        ? Stream.concat(held.stream(), reference.texts(person, NOTE).stream())
            .flatMap(t -> reference.bodyIn(t).flatMap(this::organization).stream())
            .limit(1)
            .toList()
        : bodies;
  }

  private Optional<Entity> organization(Entity body) {
    return ontology.isA(body.kind(), "Organization") ? Optional.of(body) : as(body, "Government");
  }

  /**
   * The same entity in the class that a role asks for: a country's government, a government's
   * country.
   */
  Optional<Entity> as(Entity entity, String kind) {
    boolean acts = kind.equals("Government") && words.governing().contains(entity.label());
    if (acts || ontology.mayBe(entity.kind(), kind)) {
      return Optional.of(entity);
    }
    if (ontology.isA(entity.kind(), "Country") && ACTING.contains(kind)) {
      return reference.subjects("governs", entity).stream().findFirst();
    }
    if (ontology.isA(entity.kind(), "Government")
        && (kind.equals("Country") || kind.equals("Place"))) {
      return reference.objects(entity, "governs").stream().findFirst();
    }
    return Optional.empty();
  }
}
