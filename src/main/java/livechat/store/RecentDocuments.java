package livechat.store;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import livechat.room.Token;

/** Those of one partition that were asked for lately: a look at the rows is a tenth of a read, and displaces as much again. */
final class RecentDocuments implements Documents {

    /** Some thousand rooms. */
    private static final long BYTES = 1024 * 1024;

    /** What there is around a document: its token, and its place in the map. */
    private static final int BYTES_AROUND = 256;

    private final ConcurrentMap<Token, byte[]> kept = Caffeine.newBuilder()
            .maximumWeight(BYTES)
            .weigher((Token _, byte[] document) -> BYTES_AROUND + document.length)
            // In whichever thread comes by: a common pool would be one more thing to wait for.
            .executor(Runnable::run)
            .build()
            .asMap();

    private final AtomicLong changes = new AtomicLong();

    @Override
    public Optional<byte[]> find(Token token, Function<Token, Optional<byte[]>> row) {
        byte[] known = kept.get(token);
        return known == null ? lookUp(token, row) : Optional.of(known);
    }

    /** If a row has changed meanwhile, it may have been this one; if it changes from here on, this is forgotten after. */
    private Optional<byte[]> lookUp(Token token, Function<Token, Optional<byte[]>> row) {
        long before = changes.get();
        Optional<byte[]> found = row.apply(token);
        found.ifPresent(document -> kept.computeIfAbsent(token, _ -> changes.get() == before ? document : null));
        return found;
    }

    /** Called when the row has changed, and before anybody is told. */
    void forget(Token token) {
        changes.incrementAndGet();
        kept.remove(token);
    }
}
