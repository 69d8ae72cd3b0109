package livechat.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import livechat.room.Token;
import org.junit.jupiter.api.Test;

/** What is kept of a row is of now, and not too much. */
class RecentDocumentsTests {

    private static final Token MARY = new Token("mary");
    private static final byte[] ROOM = {1};
    private static final int KIBIBYTE = 1024;

    private final RecentDocuments documents = new RecentDocuments();
    private final List<Token> lookedUp = new ArrayList<>();

    private Optional<byte[]> find(Token token, byte[] row) {
        return documents.find(token, wanted -> {
            lookedUp.add(wanted);
            return Optional.of(row);
        });
    }

    @Test
    void looksUpOnce() {
        assertThat(find(MARY, ROOM)).containsSame(ROOM);
        assertThat(find(MARY, ROOM)).containsSame(ROOM);

        assertThat(lookedUp).containsExactly(MARY);
    }

    @Test
    void looksUpAgainWhatHasChanged() {
        byte[] changed = {2};
        find(MARY, ROOM);
        documents.forget(MARY);

        assertThat(find(MARY, changed)).containsSame(changed);
    }

    @Test
    void doesNotKeepThatThereIsNone() {
        assertThat(documents.find(MARY, _ -> Optional.empty())).isEmpty();

        assertThat(find(MARY, ROOM)).containsSame(ROOM);
    }

    @Test
    void doesNotKeepWhatChangedWhileItWasLookedUp() {
        documents.find(MARY, _ -> {
            documents.forget(MARY);
            return Optional.of(ROOM);
        });

        byte[] now = {2};
        assertThat(find(MARY, now)).containsSame(now);
    }

    @Test
    void keepsLessThanAMebibyte() {
        List<Token> visitors = IntStream.range(0, 3 * KIBIBYTE)
                .mapToObj(i -> new Token("visitor-" + i))
                .toList();
        visitors.forEach(visitor -> find(visitor, new byte[KIBIBYTE]));
        lookedUp.clear();
        visitors.forEach(visitor -> documents.find(visitor, wanted -> {
            lookedUp.add(wanted);
            return Optional.empty();
        }));

        assertThat(visitors.size() - lookedUp.size()).isBetween(KIBIBYTE / 2, KIBIBYTE);
    }
}
