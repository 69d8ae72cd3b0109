package livechat.fold;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import livechat.Golden;
import livechat.log.RequestRecords;
import livechat.log.RoomDocument;
import livechat.room.Asked;
import livechat.room.Decision;
import livechat.room.Landed;
import livechat.room.Outcome;
import livechat.room.Position;
import livechat.room.RequestId;
import livechat.room.Room;
import livechat.room.RoomId;
import livechat.room.RoomRequested;
import livechat.room.Token;
import livechat.room.UnknownToken;
import livechat.room.VisitorId;
import livechat.store.Rows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The API's own example: a log that tells how its room came to be gives its answer, member by member. */
class StoryTests {

    private static final Token TOKEN = new Token("8s7e9ony6ctl27e1qf8kue");
    private static final RoomId ROOM = new RoomId("kCJDd5peKiZnGJLPq");
    private static final Instant NOW = Instant.parse("2026-01-02T12:00:00.000Z");

    @TempDir
    private Path stateDir;

    @Test
    void givesTheExampleOfTheApi() throws IOException {
        try (FoldDriver fold = FoldDriver.of(stateDir)) {
            tell(fold, NOW);

            assertThat(answer(fold.rows())).isEqualTo(Golden.read("example-response"));
            assertThat(fold.output("livechat.dead-letters")).isEmpty();
        }
    }

    @Test
    void canBeToldAgain() throws IOException {
        try (FoldDriver fold = FoldDriver.of(stateDir)) {
            tell(fold, NOW);
            int events = fold.output("livechat.room.events").size();
            tell(fold, NOW);
            tell(fold, NOW.plusSeconds(3600));

            assertThat(events).isEqualTo(12);
            assertThat(fold.output("livechat.room.events")).isEmpty();
            assertThat(answer(fold.rows())).isEqualTo(Golden.read("example-response"));
        }
    }

    private static void tell(FoldDriver fold, Instant now) throws IOException {
        List<Asked> story = RequestRecords.story(now.plusSeconds(8));
        story.forEach(asked -> fold.pipe(RequestRecords.of(asked), now));
    }

    /** As the edge answers a request that names the room. */
    private static JsonNode answer(Rows rows) {
        Asked asked = new Asked(
                new RequestId("the-request-of-the-page"),
                NOW,
                NOW.plusSeconds(8),
                Optional.empty(),
                new RoomRequested(
                        TOKEN,
                        new RoomId("unused"),
                        new VisitorId("unused"),
                        Optional.empty(),
                        Optional.empty(),
                        UnknownToken.GUEST));
        Decision decision = Room.decide(new Landed(asked, new Position(0, 1, 99, NOW)), rows)
                .decision();
        assertThat(decision.outcome()).isEqualTo(new Outcome.Found(ROOM));
        var answer = JsonNodeFactory.instance.objectNode();
        answer.set("room", RoomDocument.forVisitor(decision.room()));
        return Golden.parse(
                answer.put("newRoom", false).put("success", true).toString().getBytes(UTF_8));
    }
}
