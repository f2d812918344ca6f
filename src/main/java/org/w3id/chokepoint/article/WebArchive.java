package org.w3id.chokepoint.article;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.ParsingException;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;

/**
 * The documents inside of a web archive (WARC): responses with status 200 and resources that are
 * pages, feeds, JSON or text. What surrounds them (requests, images, scripts, robots.txt) is no
 * article and no complaint.
 */
final class WebArchive {
  private WebArchive() {}

  static void read(Origin origin, InputStream in, Consumer<Reading> out) throws IOException {
    int number = 0;
    int documents = 0;
    try (WarcReader reader = new WarcReader(in)) {
      for (Optional<WarcRecord> record = reader.next();
          record.isPresent();
          record = reader.next()) {
        documents += record(origin.record(++number), record.get(), out) ? 1 : 0;
      }
    } catch (ParsingException e) {
      throw new BadDocument("record " + (number + 1) + " is no WARC record; is it damaged?");
    }
    if (documents == 0) {
      throw new BadDocument("the web archive has no page, feed, JSON or text; leave it out");
    }
  }

  private static boolean record(Origin origin, WarcRecord record, Consumer<Reading> out)
      throws IOException {
    try {
      if (record instanceof WarcResponse response
          && response.contentType().base().equals(MediaType.HTTP)) {
        HttpResponse http = response.http();
        return http.status() == 200
            && read(origin, response.target(), http.contentType(), http.body().stream(), out);
      }
      return record instanceof WarcResource resource
          && read(origin, resource.target(), resource.contentType(), resource.body().stream(), out);
    } catch (ParsingException | IllegalArgumentException e) {
      out.accept(
          origin.rejected("its HTTP headers are malformed (" + e.getMessage() + "); leave it out"));
      return true;
    }
  }

  private static boolean read(
      Origin origin, String target, MediaType type, InputStream body, Consumer<Reading> out) {
    String kind = type.base().toString();
    if (!kind.matches(
            "text/(html|plain|markdown|xml)|application/(.*json|xml|xhtml\\+xml|rss\\+xml|atom\\+xml)")
        || target.endsWith("/robots.txt")) {
      return false;
    }
    ArticleReader.read(
        origin.from(target, Optional.ofNullable(type.parameters().get("charset"))), body, 0, out);
    return true;
  }
}
