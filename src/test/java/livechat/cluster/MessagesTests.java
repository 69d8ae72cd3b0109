package livechat.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** M1 and M2 were acknowledged, M3 was refused, and of M4 nobody was told. */
class MessagesTests {

    private static final List<Operation> HISTORY = List.of(
            new Operation("visitor", new Wish.Get(), new Answer.Created("R1"), 1, 2),
            said("M1", new Answer.Said("R1")),
            said("M2", new Answer.Said("R1")),
            said("M3", new Answer.Refused()),
            said("M4", new Answer.Unknown()));

    private static Operation said(String messageId, Answer answer) {
        return new Operation("visitor", new Wish.Say("R1", messageId), answer, 3, 4);
    }

    private static List<String> violations(String... ids) {
        return Messages.acknowledged(HISTORY).violations("the log", List.of(ids));
    }

    @Test
    void acceptsEachMessageOnce() {
        assertThat(violations("M2", "M1")).isEmpty();
    }

    @Test
    void acceptsAMessageOfWhichNobodyWasTold() {
        assertThat(violations("M1", "M2", "M4")).isEmpty();
    }

    @Test
    void noticesALostMessage() {
        assertThat(violations("M1", "M4")).containsExactly("message M2 was acknowledged and is not in the log");
    }

    @Test
    void noticesADoubledMessage() {
        assertThat(violations("M1", "M2", "M1")).containsExactly("message M1 is twice in the log");
    }

    @Test
    void noticesADoubledMessageOfWhichNobodyWasTold() {
        assertThat(violations("M1", "M2", "M4", "M4", "M4")).containsExactly("message M4 is twice in the log");
    }
}
