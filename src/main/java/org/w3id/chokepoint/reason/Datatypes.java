package org.w3id.chokepoint.reason;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDFS;
import org.jspecify.annotations.Nullable;

/**
 * What table 8 says of the values of literals: which are of which datatype (dt-type2, dt-not-type),
 * which are the same (dt-eq) and which are not (dt-diff).
 */
final class Datatypes implements Values {
  private record Value(String family, Object value) {}

  private final Dictionary dictionary;
  private final int type;
  private final Map<Value, Integer> byValue = new HashMap<>();

  Datatypes(Dictionary dictionary, int type) {
    this.dictionary = dictionary;
    this.type = type;
  }

  /** Notes a term; gives another term with the same value, or -1. */
  int register(int id) {
    Node node = dictionary.node(id);
    Value value = node.isLiteral() ? value(node) : null;
    Integer twin = value == null ? null : byValue.putIfAbsent(value, id);
    return twin == null ? -1 : twin;
  }

  /** A term that was registered and has the value of {@code literal}, or -1. */
  int sameValue(Node literal) {
    Value value = value(literal);
    return value == null ? -1 : byValue.getOrDefault(value, -1);
  }

  /** Whether both are literals whose values are known and not the same. */
  boolean differ(int a, int b) {
    Value left = value(dictionary.node(a));
    Value right = value(dictionary.node(b));
    return left != null && right != null && !left.equals(right);
  }

  @Override
  public boolean isOfType(int s, int p, int o) {
    return p == type && s >= 0 && dictionary.node(s).isLiteral() && Boolean.TRUE.equals(isOf(s, o));
  }

  @Override
  public boolean isTest(int p, int o) {
    return p == type
        && o >= 0
        && dictionary.node(o).isURI()
        && (ValueSpace.ALL.containsKey(dictionary.node(o).getURI())
            || dictionary.node(o).equals(RDFS.Nodes.Literal));
  }

  /** Whether literal {@code s} is of datatype {@code o}; null when one of them is not known. */
  @Nullable Boolean isOf(int s, int o) {
    Node datatype = dictionary.node(o);
    return datatype.isURI() ? isOf(dictionary.node(s), datatype.getURI()) : null;
  }

  private static @Nullable Boolean isOf(Node literal, String datatype) {
    if (datatype.equals(RDFS.Literal.getURI())) {
      return true;
    }
    ValueSpace space = ValueSpace.ALL.get(datatype);
    ValueSpace own = ValueSpace.ALL.get(literal.getLiteralDatatypeURI());
    if (space == null || own == null) {
      return literal.getLiteralDatatypeURI().equals(datatype) ? true : null;
    }
    if (!literal.getLiteral().isWellFormed() || !space.family().equals(own.family())) {
      return false;
    }
    return switch (space.family()) {
      case "number" -> space.contains(new BigDecimal(literal.getLiteralLexicalForm().strip()));
      case "text" ->
          literal.getLiteralLanguage().isEmpty()
              ? space.contains(literal.getLiteralLexicalForm())
              : datatype.endsWith("#PlainLiteral") || datatype.endsWith("#langString");
      case "time" ->
          datatype.endsWith("#dateTime")
              || time(literal.getLiteralLexicalForm()) instanceof OffsetDateTime;
      default -> true;
    };
  }

  /** Something equal for equal values of the datatypes of OWL 2 RL; null when not known. */
  private static @Nullable Value value(Node literal) {
    if (!literal.isLiteral() || !literal.getLiteral().isWellFormed()) {
      return null;
    }
    ValueSpace space = ValueSpace.ALL.get(literal.getLiteralDatatypeURI());
    if (space == null) {
      return null;
    }
    String text = literal.getLiteralLexicalForm();
    Object value =
        switch (space.family()) {
          case "number" -> new BigDecimal(text.strip()).stripTrailingZeros();
          case "text" -> text + "@" + literal.getLiteralLanguage().toLowerCase(Locale.ROOT);
          case "hex" -> text.strip().toUpperCase(Locale.ROOT);
          case "base64" -> HexFormat.of().formatHex((byte[]) literal.getLiteralValue());
          case "time" -> time(text);
          case "iri", "xml" -> text;
          default -> literal.getLiteralValue();
        };
    return new Value(space.family(), value);
  }

  private static Object time(String text) {
    try {
      return OffsetDateTime.parse(text.strip());
    } catch (DateTimeParseException noOffset) {
      try {
        return LocalDateTime.parse(text.strip());
      } catch (DateTimeParseException unusual) {
        return text;
      }
    }
  }
}
