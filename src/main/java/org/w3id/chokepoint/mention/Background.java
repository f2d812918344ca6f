package org.w3id.chokepoint.mention;

import java.util.List;
import java.util.stream.Stream;

/** What is known before an article is read, held against how a sentence was read. */
public record Background(Ontology ontology, ReferenceData reference) {

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
}
