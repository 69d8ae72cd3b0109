package livechat.http;

import static livechat.room.RoomFixtures.MARY;
import static livechat.room.RoomFixtures.roomRequested;
import static livechat.room.RoomFixtures.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import livechat.query.AtOnce;
import livechat.query.Patience;
import livechat.query.RoomsUnavailable;
import livechat.room.CloseRequested;
import livechat.room.RoomRequested;
import livechat.room.UnknownToken;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.request.ServletWebRequest;

/** What is written to the log, and what is refused before. */
class AskingTests {

    /** As many changes as are remembered for one visitor. */
    private static final int MEMORY = 64;

    private final AtOnce rooms = new AtOnce();
    private final Asking asking = new Asking(rooms.rooms(), rooms.answers());

    @Test
    void refusesWhoHasToRegisterFirstWithoutTheLog() {
        RoomRequested wish = roomRequested(MARY, 1, Optional.empty(), UnknownToken.REJECT);
        assertThatExceptionOfType(BadRequest.class).isThrownBy(() -> asking.ask(call(), soon(1, wish)));
        assertThat(rooms.log()).isEmpty();
    }

    /** A guest is refused too seldom for each of them to pay for a look at the rows. */
    @Test
    void leavesItToTheLogToRefuseAGuest() {
        for (int number = 0; number < MEMORY; number += 2) {
            RoomRequested wish = roomRequested(MARY, number);
            rooms.fold(soon(number, wish));
            rooms.fold(soon(number + 1, new CloseRequested(MARY, wish.roomId())));
        }
        assertThatExceptionOfType(RoomsUnavailable.class)
                .isThrownBy(() -> asking.ask(call(), soon(MEMORY, roomRequested(MARY, MEMORY))));
        assertThat(rooms.log()).hasSize(MEMORY + 1);
    }

    private static Call call() {
        var exchange = new ServletWebRequest(new MockHttpServletRequest(), new MockHttpServletResponse());
        return new Call(
                exchange,
                new Call.Identity(MARY, () -> "a-key", false, Instant.MAX),
                Hop.NONE,
                new Patience(Duration.ofSeconds(5)));
    }
}
