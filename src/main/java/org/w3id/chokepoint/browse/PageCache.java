package org.w3id.chokepoint.browse;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.w3id.chokepoint.serve.Handler;
import org.w3id.chokepoint.serve.Reply;

/** Keeps the bytes of pages: a page is a function of the snapshot and its address. */
final class PageCache {
  private static final int BYTES = 64 << 20;

  private record Address(String path, Map<String, String> parameters) {}

  private record Kept(Reply.Content page, int bytes) {}

  private final PerSnapshot<Cache<Address, Kept>> caches =
      new PerSnapshot<>(
          served ->
              Caffeine.newBuilder()
                  .maximumWeight(BYTES)
                  .weigher((Address address, Kept kept) -> kept.bytes() + 500)
                  .build());

  /** The same handler, which works each page out once. */
  Handler over(Handler handler) {
    return question -> {
      Cache<Address, Kept> cache = caches.of(question.served());
      Address address = new Address(question.path(), new TreeMap<>(question.parameters()));
      Kept kept = cache.getIfPresent(address);
      if (kept != null) {
        return kept.page();
      }
      Reply reply = handler.answer(question);
      return reply instanceof Reply.Content content ? keep(cache, address, content) : reply;
    };
  }

  private static Reply keep(Cache<Address, Kept> cache, Address address, Reply.Content content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      content.body().writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    byte[] bytes = out.toByteArray();
    Reply.Content page =
        new Reply.Content(content.type(), content.headers(), to -> to.write(bytes));
    cache.put(address, new Kept(page, bytes.length));
    return page;
  }
}
