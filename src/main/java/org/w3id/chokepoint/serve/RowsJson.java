package org.w3id.chokepoint.serve;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ARQ;
import org.apache.jena.riot.out.NodeToLabel;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetWriter;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.riot.system.SyntaxLabels;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sys.JenaSystem;
import org.apache.jena.vocabulary.XSD;

/**
 * SPARQL results as JSON without indentation, which in Jena's own writer takes longer than many a
 * query.
 */
final class RowsJson implements RowSetWriter {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
          .build();

  private RowsJson() {}

  /** Has all of this process's results written so; Jena's own start would undo it later. */
  static void register() {
    JenaSystem.init();
    RowSetWriterRegistry.register(ResultSetLang.RS_JSON, lang -> new RowsJson());
  }

  @Override
  public void write(OutputStream out, RowSet rows, Context context) {
    NodeToLabel labels =
        context != null && context.isTrue(ARQ.outputGraphBNodeLabels)
            ? SyntaxLabels.createNodeToLabelAsGiven()
            : SyntaxLabels.createNodeToLabel();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeObjectFieldStart("head");
      json.writeArrayFieldStart("vars");
      for (Var variable : rows.getResultVars()) {
        json.writeString(variable.getVarName());
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeObjectFieldStart("results");
      json.writeArrayFieldStart("bindings");
      while (rows.hasNext()) {
        row(json, rows, rows.next(), labels);
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void row(JsonGenerator json, RowSet rows, Binding row, NodeToLabel labels)
      throws IOException {
    json.writeStartObject();
    for (Var variable : rows.getResultVars()) {
      Node value = row.get(variable);
      if (value != null) {
        json.writeFieldName(variable.getVarName());
        term(json, value, labels);
      }
    }
    json.writeEndObject();
  }

  private static void term(JsonGenerator json, Node term, NodeToLabel labels) throws IOException {
    json.writeStartObject();
    if (term.isURI()) {
      json.writeStringField("type", "uri");
      json.writeStringField("value", term.getURI());
    } else if (term.isLiteral()) {
      literal(json, term);
    } else if (term.isBlank()) {
      json.writeStringField("type", "bnode");
      json.writeStringField("value", labels.get(null, term).substring("_:".length()));
    } else {
      Triple triple = term.getTriple();
      json.writeStringField("type", "triple");
      json.writeObjectFieldStart("value");
      json.writeFieldName("subject");
      term(json, triple.getSubject(), labels);
      json.writeFieldName("predicate");
      term(json, triple.getPredicate(), labels);
      json.writeFieldName("object");
      term(json, triple.getObject(), labels);
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void literal(JsonGenerator json, Node literal) throws IOException {
    json.writeStringField("type", "literal");
    if (!literal.getLiteralLanguage().isEmpty()) {
      json.writeStringField("xml:lang", literal.getLiteralLanguage());
      if (literal.getLiteralBaseDirection() != null) {
        json.writeStringField("its:dir", literal.getLiteralBaseDirection().direction());
      }
    } else if (!literal.getLiteralDatatypeURI().equals(XSD.xstring.getURI())) {
      json.writeStringField("datatype", literal.getLiteralDatatypeURI());
    }
    json.writeStringField("value", literal.getLiteralLexicalForm());
  }

  @Override
  public void write(OutputStream out, boolean truth, Context context) {
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeObjectFieldStart("head");
      json.writeEndObject();
      json.writeBooleanField("boolean", truth);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void write(Writer out, RowSet rows, Context context) {
    throw new UnsupportedOperationException(
        "JSON results are written as UTF-8 bytes: give an OutputStream, not a Writer");
  }
}
