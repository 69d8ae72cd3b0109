package livechat.directory;

import static livechat.directory.DirectoryFixtures.aDirectory;
import static livechat.directory.DirectoryFixtures.agent;
import static livechat.directory.DirectoryFixtures.department;
import static livechat.directory.DirectoryFixtures.record;
import static livechat.directory.DirectoryFixtures.tombstone;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import livechat.log.Topics;
import livechat.room.Agent;
import livechat.room.Department;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What is found, and what becomes of records that nobody can read. */
@ExtendWith(OutputCaptureExtension.class)
class DirectoryTests {

    private static final Agent ANNA = new Agent("a1", "anna");
    private static final Department SUPPORT = new Department("d1", List.of("u1", "u2"));
    private static final Status AMBER = new Status("AMBER");

    @SuppressWarnings("NullAway") // Kafka's record allows it.
    private static final byte[] NO_KEY = null;

    private final Directory directory = aDirectory(List.of(ANNA), List.of(SUPPORT));
    private boolean hasFailed;

    @Test
    void findsAnAvailableAgentAndAnEnabledDepartment() {
        assertThat(directory.availableAgent("a1")).contains(ANNA);
        assertThat(directory.department("d1")).contains(SUPPORT);
    }

    @Test
    void findsNobodyWhoIsNotThere() {
        assertThat(directory.availableAgent("d1")).isEmpty();
        assertThat(directory.department("a1")).isEmpty();
        assertThat(directory.availableAgent("")).isEmpty();
    }

    @Test
    void findsNeitherAnUnavailableAgentNorADisabledDepartment() {
        take(agent("a1", "anna", false));
        take(department("d1", false, List.of()));

        assertThat(directory.availableAgent("a1")).isEmpty();
        assertThat(directory.department("d1")).isEmpty();
        assertThat(health().getDetails()).containsEntry("agents", 1).containsEntry("departments", 1);
    }

    @Test
    void listsAllWhoAreAvailableInTheOrderOfTheirIds() {
        take(agent("a3", "carla", true));
        take(agent("a2", "ben", false));
        take(agent("a0", "zoe", true));

        assertThat(directory.availableAgents()).containsExactly(new Agent("a0", "zoe"), ANNA, new Agent("a3", "carla"));
    }

    @Test
    void keepsToTheLastRecord() {
        take(agent("a1", "anna", false));
        take(agent("a1", "anna.berg", true));

        assertThat(directory.availableAgent("a1")).contains(new Agent("a1", "anna.berg"));
    }

    @Test
    void forgetsWhoIsGone() {
        take(tombstone(Topics.AGENTS.name(), "a1"));
        take(tombstone(Topics.DEPARTMENTS.name(), "d1"));

        assertThat(directory.availableAgent("a1")).isEmpty();
        assertThat(directory.department("d1")).isEmpty();
        assertThat(health().getStatus()).isEqualTo(Status.UP);
        assertThat(health().getDetails()).containsEntry("agents", 0).containsEntry("departments", 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "secret",
                "null",
                "[]",
                "{\"_id\":\"a1\",\"username\":\"secret\"}",
                "{\"_id\":\"a1\",\"username\":\"secret\",\"available\":null}",
                "{\"_id\":\"a1\",\"username\":\"secret\",\"available\":\"secret\"}",
                "{\"_id\":\"a1\",\"available\":true}",
                "{\"_id\":\"a1\",\"username\":null,\"available\":true}",
                "{\"_id\":\"a1\",\"username\":\" \",\"available\":true}",
                "{\"_id\":\"a2\",\"username\":\"secret\",\"available\":true}",
                "{\"username\":\"secret\",\"available\":true}",
                "{\"_id\":\"a1\",\"username\":\"secret\",\"available\":true} secret"
            })
    void keepsWhatItHadWhenARecordCannotBeRead(String value, CapturedOutput output) {
        take(record(Topics.AGENTS.name(), "a1", value));

        assertThat(directory.availableAgent("a1")).contains(ANNA);
        assertThat(health().getStatus()).isEqualTo(AMBER);
        assertThat(health().getDetails()).containsEntry("unreadable", 1);
        assertThat(output.getOut().lines().filter(line -> line.contains("livechat.agents")))
                .singleElement()
                .asString()
                .contains("WARN", "partition 0, offset 41")
                .doesNotContain("secret", "a1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"_id\":\"d1\",\"enabled\":true}",
                "{\"_id\":\"d1\",\"ancestors\":[]}",
                "{\"_id\":\"d1\",\"enabled\":true,\"ancestors\":[\"\"]}",
                "{\"_id\":\"d1\",\"enabled\":true,\"ancestors\":[null]}",
                "{\"_id\":\"d1\",\"enabled\":true,\"ancestors\":\"u1\"}"
            })
    void demandsAWholeDepartment(String value) {
        take(record(Topics.DEPARTMENTS.name(), "d1", value));

        assertThat(directory.department("d1")).contains(SUPPORT);
        assertThat(health().getStatus()).isEqualTo(AMBER);
    }

    @Test
    void goesOnAfterARecordWithoutAKey() {
        take(new ConsumerRecord<>(Topics.AGENTS.name(), 0, 41, NO_KEY, new byte[0]));
        take(agent("a2", "ben", true));

        assertThat(directory.availableAgent("a2")).isPresent();
        assertThat(health().getDetails()).containsEntry("unreadable", 1);
    }

    @Test
    void isGreenAgainWhenTheKeyIsMended() {
        take(record(Topics.AGENTS.name(), "a1", "?"));
        take(record(Topics.AGENTS.name(), "a1", "??"));
        take(record(Topics.AGENTS.name(), "a2", "?"));
        assertThat(health().getDetails()).containsEntry("unreadable", 2);

        take(agent("a1", "anna", true));
        take(tombstone(Topics.AGENTS.name(), "a2"));

        assertThat(health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void isOutOfServiceUntilItIsRead() {
        Directory unread = new Directory();

        assertThat(unread.isReady()).isFalse();
        assertThat(new DirectoryHealth(unread, () -> false).health().getStatus())
                .isEqualTo(Status.OUT_OF_SERVICE);
    }

    @Test
    void isRedWhenABugHasEndedTheReading() {
        hasFailed = true;

        assertThat(health().getStatus()).isEqualTo(Status.DOWN);
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        directory.tables().take(record);
    }

    private Health health() {
        return new DirectoryHealth(directory, () -> hasFailed).health();
    }
}
