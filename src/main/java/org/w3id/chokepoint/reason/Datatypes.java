package org.w3id.chokepoint.reason;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.jspecify.annotations.Nullable;

/**
 * What table 8 says of the values of literals: which are of which datatype (dt-type2, dt-not-type),
 * which are the same (dt-eq) and which are not (dt-diff).
 */
final class Datatypes implements Values {
  private final Dictionary dictionary;
  private final int type;
  private final Map<Object, Integer> byValue = new HashMap<>();

  Datatypes(Dictionary dictionary, int type) {
    this.dictionary = dictionary;
    this.type = type;
  }

  /** Notes a term; gives another term with the same value, or -1. */
  int register(int id) {
    Object value = value(dictionary.node(id));
    Integer twin = value == null ? null : byValue.putIfAbsent(value, id);
    return twin == null ? -1 : twin;
  }

  /** Whether both are literals whose values are known and not the same. */
  boolean differ(int a, int b) {
    Object left = value(dictionary.node(a));
    Object right = value(dictionary.node(b));
    return left != null && right != null && !left.equals(right);
  }

  @Override
  public boolean isOfType(int s, int p, int o) {
    return p == type && s >= 0 && dictionary.node(s).isLiteral() && Boolean.TRUE.equals(isOf(s, o));
  }

  /** Whether literal {@code s} is of datatype {@code o}; null when {@code o} is no known one. */
  @Nullable Boolean isOf(int s, int o) {
    Node datatype = dictionary.node(o);
    return datatype.isURI() ? isOf(dictionary.node(s), datatype.getURI()) : null;
  }

  private static @Nullable Boolean isOf(Node literal, String datatype) {
    if (datatype.equals(RDFS.Literal.getURI())) {
      return true;
    }
    if (literal.getLiteralDatatypeURI().equals(datatype)) {
      return literal.getLiteral().isWellFormed();
    }
    return null;
  }

  /** Something equal for equal values of the datatypes of OWL 2 RL; null when not known. */
  private static @Nullable Object value(Node node) {
    if (!node.isLiteral()) {
      return null;
    }
    RDFDatatype datatype = node.getLiteralDatatype();
    if (!node.getLiteral().isWellFormed() || !datatype.getURI().startsWith(XSDDatatype.XSD)) {
      return datatype.getURI().equals(RDF.langString.getURI()) ? node : null;
    }
    Object value = node.getLiteralValue();
    if (value instanceof Integer || value instanceof Long || value instanceof BigInteger) {
      return new BigDecimal(value.toString()).stripTrailingZeros();
    }
    if (value instanceof BigDecimal number) {
      return number.stripTrailingZeros();
    }
    return node;
  }
}
