package org.w3id.chokepoint.article;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.io.StringReader;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** RSS 0.9 to 2.0 and Atom, by ROME, which refuses document types and with them all entities. */
final class Feed {
  private Feed() {}

  static void read(Origin origin, byte[] bytes, Consumer<Reading> out) throws BadDocument {
    SyndFeed feed = parse(Texts.declared(bytes, origin.charset()));
    int count = 0;
    for (SyndEntry entry : feed.getEntries()) {
      Origin place = origin.record(++count);
      out.accept(
          text(entry)
              .map(t -> draft(feed, entry, t).reading(place))
              .orElseGet(() -> place.rejected("the item has no content; leave it out")));
    }
    if (count == 0) {
      throw new BadDocument("the feed has no items; leave it out");
    }
  }

  private static SyndFeed parse(String xml) throws BadDocument {
    try {
      SyndFeedInput input = new SyndFeedInput();
      input.setAllowDoctypes(false);
      return input.build(new StringReader(xml));
    } catch (FeedException | RuntimeException e) {
      throw new BadDocument(
          "not a well-formed feed (%s); mend it"
              .formatted(String.valueOf(e.getMessage()).replaceAll("\\s+", " ")));
    }
  }

  private static Draft draft(SyndFeed feed, SyndEntry entry, Laid text) {
    Metadata about =
        new Metadata(
            some(entry.getTitle()),
            day(entry.getPublishedDate()),
            day(entry.getUpdatedDate()),
            some(feed.getTitle()),
            authors(entry),
            some(entry.getLink()),
            some(feed.getLanguage()));
    return new Draft(Form.FEED, some(entry.getUri()).or(() -> some(entry.getLink())), text, about);
  }

  /** The longest of the contents; a summary only where there is no more. */
  private static Optional<Laid> text(SyndEntry entry) {
    Stream<SyndContent> parts =
        Stream.concat(entry.getContents().stream(), Stream.ofNullable(entry.getDescription()));
    return parts
        .filter(c -> c.getValue() != null && !c.getValue().isBlank())
        .max(java.util.Comparator.comparingInt(c -> c.getValue().length()))
        .map(Feed::text);
  }

  /** RSS escapes HTML without saying so. */
  private static Laid text(SyndContent content) {
    String value = content.getValue();
    boolean plain = "text".equals(content.getType()) || !value.matches("(?s).*<\\p{Alpha}.*");
    return plain ? Laid.plain(value) : Fragment.read(value);
  }

  private static List<String> authors(SyndEntry entry) {
    List<String> named = entry.getAuthors().stream().map(SyndPerson::getName).toList();
    return named.isEmpty() ? some(entry.getAuthor()).stream().toList() : named;
  }

  private static Optional<LocalDate> day(@Nullable Date date) {
    return Optional.ofNullable(date).map(d -> LocalDate.ofInstant(d.toInstant(), ZoneOffset.UTC));
  }

  private static Optional<String> some(@Nullable String text) {
    return Optional.ofNullable(text).filter(t -> !t.isBlank());
  }
}
