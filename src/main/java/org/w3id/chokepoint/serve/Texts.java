package org.w3id.chokepoint.serve;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;

/** Small documents that describe the server, kept as text files beside this class. */
public final class Texts {
  /** Most of a sitemap, as its standard says. */
  private static final int ADDRESSES = 50_000;

  private Texts() {}

  /** A file as it is. */
  static Handler plain(String file, String type) {
    Reply reply = Reply.text(type, read(file));
    return question -> reply;
  }

  /** The lines of a file that are not empty. */
  static Stream<String> lines(String file) {
    return read(file).lines().filter(line -> !line.isBlank());
  }

  /** A file whose {@code {names}} are replaced by facts about the served snapshot. */
  static Handler filled(String file, String type) {
    return question ->
        Reply.text(type, filled(file, question.served()).replace("{origin}", question.origin()));
  }

  /** A filled Turtle file in the form that the client wants; references lead to this host. */
  static Handler described(String file, Map<String, String> headers) {
    return question -> {
      String turtle = filled(file, question.served());
      Rdf rdf =
          question
              .parameter("format")
              .or(() -> question.accept().best(Rdf.TYPES))
              .flatMap(Rdf::named)
              .orElse(Rdf.TURTLE);
      return rdf == Rdf.TURTLE
          ? new Reply.Content(
              "text/turtle;charset=utf-8",
              headers,
              out -> out.write(turtle.getBytes(StandardCharsets.UTF_8)))
          : rdf.reply(
              RDFParser.fromString(turtle, Lang.TURTLE).base(question.address()).toGraph(),
              headers);
    };
  }

  /** The same as text. */
  public static String filled(String file, Served served) {
    String filled = read(file);
    for (Map.Entry<String, String> value : values(served).entrySet()) {
      filled = filled.replace("{" + value.getKey() + "}", value.getValue());
    }
    return filled;
  }

  private static Map<String, String> values(Served served) {
    Graph all = served.triples();
    return Map.of(
        "name", served.name(),
        "base", served.base(),
        "triples", Integer.toString(all.size()),
        "asserted", Integer.toString(served.asserted().getDefaultGraph().size()),
        "inferred", Integer.toString(served.inferred().size()),
        "entities", Long.toString(served.catalogue().get().subjects()));
  }

  /**
   * The pages of entities, articles and events; where one file may not hold them all, an index of
   * such files.
   */
  static Reply sitemap(Question question) {
    List<String> names = question.served().catalogue().get().names();
    int files = (names.size() + ADDRESSES - 1) / ADDRESSES;
    int file = question.page();
    if (files > 1 && question.parameter("page").isEmpty()) {
      return addresses(
          "sitemapindex",
          "sitemap",
          IntStream.rangeClosed(1, files)
              .mapToObj(one -> question.origin() + "/sitemap.xml?page=" + one));
    }
    return file > Math.max(1, files)
        ? Reply.notFound("There are " + files + " sitemaps.")
        : addresses(
            "urlset",
            "url",
            names.stream()
                .skip((long) (file - 1) * ADDRESSES)
                .limit(ADDRESSES)
                .map(name -> question.origin() + "/page/" + name));
  }

  private static Reply addresses(String document, String element, Stream<String> addresses) {
    return Reply.text(
        "application/xml",
        addresses
            .map(one -> "<" + element + "><loc>" + one + "</loc></" + element + ">\n")
            .collect(
                Collectors.joining(
                    "",
                    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<"
                        + document
                        + " xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
                    "</" + document + ">\n")));
  }

  private static String read(String file) {
    try (InputStream in = Texts.class.getResourceAsStream(file)) {
      return Optional.ofNullable(in)
          .map(
              stream -> {
                try {
                  return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              })
          .orElseThrow(() -> new IllegalStateException("not in the jar: " + file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
