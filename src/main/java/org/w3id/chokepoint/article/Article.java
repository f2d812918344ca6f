package org.w3id.chokepoint.article;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A news text as it was given.
 *
 * @param id the input's own id, else its file name without extension
 * @param file where it came from, as the user named it; "#3" behind it is the third record inside
 * @param line 1-based line in the file, 0 where the file has no lines of articles
 * @param body the text as given, of a page the text of its article; all offsets in the data count
 *     its Unicode code points, end exclusive
 * @param layout the blocks where the document marks them, empty where lines do
 * @param sha256 64 hex digits over the UTF-8 bytes of the body
 * @param fingerprint 64 hex digits over body, layout and metadata: the same fingerprint means the
 *     same reading
 */
public record Article(
    String id,
    String file,
    int line,
    Form form,
    String body,
    Optional<List<Block>> layout,
    Metadata about,
    String sha256,
    String fingerprint) {

  /** An article with its hashes. */
  public static Article of(String id, String file, int line, Form form, Laid text, Metadata about) {
    String all =
        String.join(
            "\u0000",
            id,
            text.body(),
            about.title().orElse(""),
            about.published().map(LocalDate::toString).orElse(""),
            about.outlet().orElse(""),
            about.url().orElse(""),
            text.blocks().map(List::toString).orElse(""),
            about.modified().map(LocalDate::toString).orElse(""),
            String.join("\u0001", about.authors()));
    return new Article(
        id, file, line, form, text.body(), text.blocks(), about, hash(text.body()), hash(all));
  }

  /** Plain text with what is most often known of it. */
  public static Article of(
      String id,
      String file,
      String body,
      Optional<String> title,
      Optional<LocalDate> published,
      Optional<String> outlet,
      Optional<String> url) {
    Metadata about =
        new Metadata(title, published, Optional.empty(), outlet, List.of(), url, Optional.empty());
    return of(id, file, 0, Form.TEXT, Laid.plain(body), about);
  }

  /** The body as it is read. */
  public CleanText clean() {
    return CleanText.of(body);
  }

  /**
   * The non-empty blocks in order, without bullet and heading marks, as offsets of the clean text.
   */
  public List<Block> blocks() {
    return layout.orElseGet(() -> Layout.blocks(clean().text()));
  }

  /** The title, as the document gives it. */
  public Optional<String> title() {
    return about.title();
  }

  /** The title as a text of one paragraph. */
  public Optional<Article> titleAlone() {
    return title()
        .map(t -> CleanText.of(t).text())
        .map(t -> new Laid(t, Optional.of(List.of(paragraph(t)))))
        .map(t -> of(id, file, line, form, t, Metadata.NONE));
  }

  private static Block paragraph(String text) {
    return new Block(Block.Kind.PARAGRAPH, 0, text.codePointCount(0, text.length()));
  }

  /** The day of publication. */
  public Optional<LocalDate> published() {
    return about.published();
  }

  /** Who published it. */
  public Optional<String> outlet() {
    return about.outlet();
  }

  /** Its canonical address. */
  public Optional<String> url() {
    return about.url();
  }

  private static String hash(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
