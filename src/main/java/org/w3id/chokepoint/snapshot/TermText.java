package org.w3id.chokepoint.snapshot;

import java.util.BitSet;
import java.util.Locale;
import org.apache.jena.graph.Node;

/** IRIs and literals as canonical N-Triples text (RDF 1.1 N-Triples section 4). */
final class TermText {
  private static final String XSD_STRING = "http://www.w3.org/2001/XMLSchema#string";

  /** Characters that an IRI may not hold as they are. */
  private static final BitSet ESCAPED = new BitSet();

  static {
    ESCAPED.set(0, ' ' + 1);
    "<>\"{}|^`\\".chars().forEach(ESCAPED::set);
  }

  private TermText() {}

  /** Appends an IRI or a literal; blank nodes and triple terms have no stable text. */
  static void append(Node node, StringBuilder out) {
    if (node.isURI()) {
      iri(node.getURI(), out);
    } else if (node.isLiteral()) {
      literal(node, out);
    } else {
      throw new IllegalArgumentException("no N-Quads 1.1 form for " + node);
    }
  }

  private static void literal(Node node, StringBuilder out) {
    out.append('"');
    String text = node.getLiteralLexicalForm();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        default -> out.append(c);
      }
    }
    out.append('"');
    if (!node.getLiteralLanguage().isEmpty()) {
      out.append('@').append(node.getLiteralLanguage());
    } else if (!node.getLiteralDatatypeURI().equals(XSD_STRING)) {
      out.append("^^");
      iri(node.getLiteralDatatypeURI(), out);
    }
  }

  private static void iri(String iri, StringBuilder out) {
    out.append('<');
    int written = 0;
    for (int i = 0; i < iri.length(); i++) {
      char c = iri.charAt(i);
      if (c < 128 && ESCAPED.get(c)) {
        out.append(iri, written, i).append(String.format(Locale.ROOT, "\\u%04X", (int) c));
        written = i + 1;
      }
    }
    out.append(iri, written, iri.length()).append('>');
  }
}
