package org.w3id.chokepoint.reason;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.vocabulary.RDF;
import org.jspecify.annotations.Nullable;

/**
 * The values of a datatype, as {@code datatypes.tsv} tells them.
 *
 * @param family values of different families are different
 * @param integers whether it has integers only
 * @param least the smallest, null for no limit
 * @param greatest the largest, null for no limit
 */
record ValueSpace(
    String iri,
    String family,
    boolean integers,
    @Nullable BigDecimal least,
    @Nullable BigDecimal greatest) {

  /** All datatypes of OWL 2 RL by IRI. */
  static final Map<String, ValueSpace> ALL = read();

  boolean contains(BigDecimal number) {
    return !integers
        || (number.stripTrailingZeros().scale() <= 0
            && (least == null || number.compareTo(least) >= 0)
            && (greatest == null || number.compareTo(greatest) <= 0));
  }

  /** Whether a text without language is a value, white space being part of the value. */
  boolean contains(String text) {
    String name = iri.substring(iri.indexOf('#') + 1);
    return switch (name) {
      case "PlainLiteral", "string" -> true;
      case "langString" -> false;
      case "normalizedString" -> text.chars().noneMatch(c -> c == '\t' || c == '\n' || c == '\r');
      default -> isToken(text) && (name.equals("token") || isValid(text));
    };
  }

  /** Whether every value that all of {@code spaces} have is one of this space. */
  boolean coversCommonOf(List<ValueSpace> spaces) {
    if (spaces.isEmpty() || spaces.stream().anyMatch(s -> !s.family.equals(spaces.get(0).family))) {
      return !spaces.isEmpty();
    }
    if (spaces.contains(this)) {
      return true;
    }
    ValueSpace common = spaces.stream().reduce(ValueSpace::meet).orElseThrow();
    return family.equals("number")
        && common.family.equals(family)
        && (!integers
            || (common.integers
                && (least == null || (common.least != null && common.least.compareTo(least) >= 0))
                && (greatest == null
                    || (common.greatest != null && common.greatest.compareTo(greatest) <= 0))));
  }

  private ValueSpace meet(ValueSpace o) {
    return new ValueSpace(
        iri,
        family,
        integers || o.integers,
        least == null || (o.least != null && o.least.compareTo(least) > 0) ? o.least : least,
        greatest == null || (o.greatest != null && o.greatest.compareTo(greatest) < 0)
            ? o.greatest
            : greatest);
  }

  private boolean isValid(String text) {
    RDFDatatype type = TypeMapper.getInstance().getTypeByName(iri);
    return type != null && type.isValid(text);
  }

  private static boolean isToken(String text) {
    return text.equals(text.strip()) && !text.contains("  ") && text.indexOf('\n') < 0;
  }

  private static Map<String, ValueSpace> read() {
    Map<String, ValueSpace> out = new HashMap<>();
    for (String line : RuleSet.resource("datatypes.tsv").content().split("\n")) {
      if (!line.startsWith("#")) {
        String[] cells = line.split("\t");
        boolean integers = cells.length > 2;
        String iri = cells[0].replace("xsd:", XSDDatatype.XSD + "#").replace("rdf:", RDF.getURI());
        out.put(
            iri,
            new ValueSpace(
                iri,
                cells[1],
                integers,
                integers ? limit(cells[2]) : null,
                integers ? limit(cells[3]) : null));
      }
    }
    return Map.copyOf(out);
  }

  private static @Nullable BigDecimal limit(String cell) {
    return cell.equals("*") ? null : new BigDecimal(cell);
  }
}
