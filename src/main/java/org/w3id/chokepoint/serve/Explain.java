package org.w3id.chokepoint.serve;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.util.NodeFactoryExtra;
import org.apache.jena.vocabulary.RDF;
import org.w3id.chokepoint.snapshot.Absence;
import org.w3id.chokepoint.snapshot.AbsenceText;
import org.w3id.chokepoint.snapshot.Explanation;
import org.w3id.chokepoint.snapshot.ExplanationText;
import org.w3id.chokepoint.snapshot.Prefixes;

/** Why a triple holds, or why it does not: {@code /explain?s=&p=&o=}. */
public final class Explain {
  private Explain() {}

  /** What came of the question. */
  public sealed interface Outcome {
    /** The triple holds, for these reasons. */
    record Explained(Explanation explanation) implements Outcome {}

    /** It does not hold, for these reasons. */
    record Absent(Absence absence) implements Outcome {}

    /** The question cannot be read, or asks about what is not here. */
    record Not(Problem problem) implements Outcome {}
  }

  /** As JSON, or as PROV-O in Turtle. */
  static Reply answer(Question question) {
    Optional<String> format =
        question
            .parameter("format")
            .or(
                () ->
                    question
                        .accept()
                        .best(List.of("application/json", "text/turtle", "application/ld+json")));
    Optional<Rdf> rdf = format.flatMap(Rdf::named);
    return switch (of(question)) {
      case Outcome.Not(Problem problem) -> new Reply.Failure(problem);
      case Outcome.Absent(Absence absence) ->
          rdf.isPresent()
              ? rdf.get().reply(AbsenceText.prov(absence, document(question)), Map.of())
              : Reply.text("application/json", AbsenceText.json(absence));
      case Outcome.Explained(Explanation explanation) ->
          rdf.isPresent()
              ? rdf.get().reply(ExplanationText.prov(explanation, document(question)), Map.of())
              : Reply.text("application/json", ExplanationText.json(explanation));
    };
  }

  /** Reads the parameters and looks for the proof. */
  public static Outcome of(Question question) {
    Optional<Node> subject = node(question, "s");
    Optional<Node> predicate = node(question, "p");
    Optional<Node> object = node(question, "o");
    if (subject.isEmpty() || predicate.isEmpty() || object.isEmpty()) {
      return new Outcome.Not(
          Problem.of(
              400,
              "Give s, p and o, each an IRI or a prefixed name such as cp:develops; o may be a"
                  + " literal such as \"2019\"^^xsd:gYear."));
    }
    Served served = question.served();
    Triple triple = Triple.create(subject.get(), predicate.get(), object.get());
    return served
        .proofs()
        .get()
        .proof(triple)
        .<Outcome>map(proof -> new Outcome.Explained(Explanation.of(proof, served.asserted())))
        .orElseGet(() -> absent(triple, served));
  }

  private static Outcome absent(Triple triple, Served served) {
    if (served.triples().contains(triple)) {
      return new Outcome.Not(
          Problem.of(404, "This holds, but its proof was not kept: " + text(triple)));
    }
    return Stream.of(triple.getSubject(), triple.getPredicate(), triple.getObject())
        .filter(term -> term.isURI() && !served.knows(term))
        .filter(term -> !served.triples().contains(Node.ANY, term, Node.ANY))
        .findFirst()
        .<Outcome>map(
            term -> new Outcome.Not(Problem.of(404, "Nothing is known of " + term.getURI())))
        .orElseGet(
            () ->
                new Outcome.Absent(
                    Absence.of(
                        triple, served.proofs().get(), served.asserted().getDefaultGraph())));
  }

  private static String text(Triple triple) {
    return Stream.of(triple.getSubject(), triple.getPredicate(), triple.getObject())
        .map(NodeFmtLib::strNT)
        .collect(Collectors.joining(" "));
  }

  private static Optional<Node> node(Question question, String name) {
    return question.parameter(name).flatMap(text -> node(name, text));
  }

  private static Optional<Node> node(String name, String text) {
    if (name.equals("p") && text.equals("a")) {
      return Optional.of(RDF.type.asNode());
    } else if (name.equals("o") && text.startsWith("\"")) {
      try {
        return Optional.of(NodeFactoryExtra.parseNode(text)).filter(Node::isLiteral);
      } catch (JenaException e) {
        return Optional.empty();
      }
    }
    boolean bracketed = text.startsWith("<") && text.endsWith(">");
    String iri = bracketed ? text.substring(1, text.length() - 1) : Prefixes.expand(text);
    return iri.matches("[A-Za-z][A-Za-z0-9+.-]*:[^\\s<>\"{}|^`\\\\]*")
        ? Optional.of(NodeFactory.createURI(iri))
        : Optional.empty();
  }

  private static String document(Question question) {
    StringBuilder iri = new StringBuilder(question.served().base()).append("explain");
    String separator = "?";
    for (String name : List.of("s", "p", "o")) {
      iri.append(separator).append(name).append('=');
      iri.append(URLEncoder.encode(question.parameter(name).orElse(""), StandardCharsets.UTF_8));
      separator = "&";
    }
    return iri.toString();
  }
}
