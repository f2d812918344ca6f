package org.w3id.chokepoint.browse;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.w3id.chokepoint.serve.Handler;
import org.w3id.chokepoint.serve.Reply;

/** Keeps pages, compressed: a page is a function of the snapshot and its address. */
final class PageCache {
  private static final int BYTES = 64 << 20;

  /** What an entry takes beside its bytes, by a rough count. */
  private static final int BESIDE = 500;

  private record Address(String path, Map<String, String> parameters) {
    int length() {
      return path.length()
          + parameters.entrySet().stream()
              .mapToInt(one -> one.getKey().length() + one.getValue().length())
              .sum();
    }
  }

  private final PerSnapshot<Cache<Address, Reply.Packed>> caches =
      new PerSnapshot<>(
          served ->
              Caffeine.newBuilder()
                  .maximumWeight(BYTES)
                  .weigher(
                      (Address address, Reply.Packed page) ->
                          page.gzip().length + 2 * address.length() + BESIDE)
                  .build());

  /** The same handler, which works each page out once. */
  Handler over(Handler handler) {
    return question -> {
      Cache<Address, Reply.Packed> cache = caches.of(question.served());
      Address address = new Address(question.path(), new TreeMap<>(question.parameters()));
      Reply.Packed kept = cache.getIfPresent(address);
      if (kept != null) {
        return kept;
      }
      Reply reply = handler.answer(question);
      if (reply instanceof Reply.Content content) {
        Reply.Packed packed = packed(content);
        cache.put(address, packed);
        return packed;
      }
      return reply;
    };
  }

  private static Reply.Packed packed(Reply.Content content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes, 1 << 13)) {
      content.body().writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Reply.Packed(content.type(), content.headers(), bytes.toByteArray());
  }
}
