package org.w3id.chokepoint.mention;

import com.ibm.icu.text.Transliterator;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names to the last part of an IRI: ASCII, deterministic, never a counter. */
public final class Slug {
  private static final Transliterator LATIN =
      Transliterator.getInstance("NFKC; Any-Latin; Latin-ASCII");
  private static final Pattern INITIAL = Pattern.compile("(?<=\\b\\p{Lu})\\.");
  private static final Pattern OTHER = Pattern.compile("[^a-z0-9]+");
  private static final int LONGEST = 60;

  private Slug() {}

  /** "AT&T Inc." to {@code at-t-inc}; a name without any letter or digit to ten hex of its hash. */
  public static String of(String name) {
    String dotless = INITIAL.matcher(name).replaceAll("");
    String latin;
    synchronized (LATIN) {
      latin = LATIN.transliterate(dotless);
    }
    String slug = OTHER.matcher(latin.toLowerCase(Locale.ROOT)).replaceAll("-");
    slug = strip(slug.length() > LONGEST ? slug.substring(0, LONGEST) : strip(slug));
    return slug.isEmpty() ? hash(name, 10) : slug;
  }

  /** The first {@code digits} hex digits of the SHA-256 of a text in UTF-8. */
  public static String hash(String text, int digits) {
    try {
      byte[] sum =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sum).substring(0, digits);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String strip(String slug) {
    return slug.replaceAll("^-+|-+$", "");
  }
}
