package livechat.log;

import static livechat.log.TopicFixtures.LOG;
import static livechat.log.TopicFixtures.aFile;
import static livechat.log.TopicFixtures.aTopic;
import static livechat.log.TopicFixtures.files;
import static livechat.log.TopicFixtures.someReferenceData;
import static livechat.log.TopicFixtures.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.Collectors;
import livechat.log.TopicThere.Absent;
import livechat.log.TopicThere.Hidden;
import livechat.log.TopicThere.Present;
import org.apache.kafka.storage.internals.log.LogConfig;
import org.junit.jupiter.api.Test;

class TopicFilesTests {

    @Test
    void holdTheTopicsOfTheService() {
        assertThat(TopicFiles.read().names())
                .containsExactlyInAnyOrder(
                        "livechat.room.requests",
                        "livechat.room.events",
                        "livechat.rooms",
                        "livechat.dead-letters",
                        "livechat.agents",
                        "livechat.departments");
    }

    @Test
    void tellReferenceDataFromTheTopicsOfTheLine() {
        assertThat(TopicFiles.read().all())
                .filteredOn(TopicFile::isReference)
                .extracting(TopicFile::name)
                .containsExactlyInAnyOrder(Topics.AGENTS.name(), Topics.DEPARTMENTS.name());
    }

    @Test
    void agreeWithEachOther() {
        TopicFiles files = TopicFiles.read();

        assertThat(files.mismatches(nothingThere(files))).isEmpty();
        assertThat(files.partitions()).isEqualTo(24);
    }

    @Test
    void nameOnlySettingsThatATopicCanHave() {
        for (TopicFile file : TopicFiles.read().all()) {
            assertThat(LogConfig.configNames())
                    .as(file.name())
                    .containsAll(file.config().keySet());
            assertThatCode(() -> LogConfig.validate(file.config()))
                    .as(file.name())
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void keepEveryRequestForEverUnderTheBrokersClock() {
        assertThat(read("livechat.room.requests").config())
                .containsEntry("cleanup.policy", "delete")
                .containsEntry("retention.ms", "-1")
                .containsEntry("retention.bytes", "-1")
                .containsEntry("message.timestamp.type", "LogAppendTime");
    }

    @Test
    void survivesTheLossOfOneBroker() {
        assertThat(TopicFiles.read().all()).allSatisfy(file -> {
            assertThat(file.replicas()).isEqualTo(3);
            assertThat(file.config()).containsEntry("min.insync.replicas", "2");
        });
    }

    @Test
    void giveADeadLetterRoomForTheLargestRequestAndMore() {
        assertThat(bytes("livechat.dead-letters")).isGreaterThan(bytes("livechat.room.requests"));
    }

    @Test
    void takeAnotherPartitionCount() {
        assertThat(TopicFiles.read().withPartitions(4).all())
                .filteredOn(file -> !file.isReference())
                .extracting(TopicFile::partitions)
                .containsOnly(4);
    }

    @Test
    void leaveReferenceDataItsOwnPartitionCount() {
        TopicFiles files =
                files(someReferenceData("a"), aTopic("b"), aTopic("c")).withPartitions(4);

        assertThat(files.all()).extracting(TopicFile::partitions).containsExactly(1, 4, 4);
        assertThat(files.partitions()).isEqualTo(4);
        assertThat(files.mismatches(nothingThere(files))).isEmpty();
    }

    @Test
    void leaveThePartitionCountOfReferenceDataToTheOperatorButSaySo() {
        var there = new Present(7, LOG);

        assertThat(someReferenceData("a").mismatches(there)).isEmpty();
        assertThat(someReferenceData("a").liberties(there)).containsExactly("a has 7 partitions, its file says 1.");
        assertThat(aTopic("a").liberties(there)).isEmpty();
    }

    @Test
    void holdReferenceDataToItsOtherSettings() {
        var there = new Present(1, Map.of("cleanup.policy", "compact", "message.timestamp.type", "LogAppendTime"));

        assertThat(someReferenceData("a").mismatches(there))
                .singleElement()
                .asString()
                .contains("a has cleanup.policy compact");
    }

    @Test
    void lowerWhatMustBeInSyncWithTheReplicas() {
        assertThat(TopicFiles.read().withReplicas(1).all()).allSatisfy(file -> {
            assertThat(file.replicas()).isEqualTo(1);
            assertThat(file.config()).containsEntry("min.insync.replicas", "1");
        });
    }

    @Test
    void leaveWhatMustBeInSyncWhenReplicasSuffice() {
        assertThat(TopicFiles.read().withReplicas(5).all())
                .allSatisfy(file -> assertThat(file.config()).containsEntry("min.insync.replicas", "2"));
    }

    @Test
    void refuseDifferentPartitionCounts() {
        TopicFiles files =
                files(someReferenceData("r"), aTopic("a"), aTopic("b").withPartitions(4));

        assertThat(files.mismatches(nothingThere(files)))
                .singleElement()
                .asString()
                .contains("(a 2, b 4)", "give all the same");
    }

    @Test
    void refuseACountThatIdsAreNotAlignedTo() {
        TopicFiles files = files(aTopic("a"), aTopic("b")).withPartitions(7);

        assertThat(files.mismatches(nothingThere(files)))
                .singleElement()
                .asString()
                .contains("7", "divisor of 720");
    }

    @Test
    void refuseTwoFilesForOneTopic() {
        assertThatThrownBy(() -> files(aTopic("a"), aTopic("a"))).hasMessageContaining("a");
    }

    @Test
    void refuseToBeNone() {
        assertThatThrownBy(TopicFixtures::files).hasMessageContaining("no topic files");
        assertThatThrownBy(() -> files(someReferenceData("a"))).hasMessageContaining("no topic files");
    }

    @Test
    void passOverTheDescriptionForOtherTools() {
        assertThatThrownBy(() -> TopicFiles.of(aFile("asyncapi.yaml", "asyncapi: 3.0.0")))
                .hasMessageContaining("no topic files");
    }

    @Test
    void sayWhatIsThereWhatIsExpectedAndWhatToDo() {
        var there = new Present(3, Map.of("cleanup.policy", "compact", "message.timestamp.type", "CreateTime"));

        assertThat(aTopic("a").mismatches(there))
                .satisfiesExactly(
                        count -> assertThat(count)
                                .contains("a has 3 partitions", "2 are expected", "livechat.topics.partitions"),
                        policy -> assertThat(policy)
                                .contains("a has cleanup.policy compact", "delete is expected", "kafka-configs.sh"),
                        timestamps -> assertThat(timestamps)
                                .contains("a has message.timestamp.type CreateTime", "LogAppendTime is expected"));
    }

    @Test
    void sayWhatMayNotBeLookedAt() {
        assertThat(aTopic("a").mismatches(new Hidden("not authorized")))
                .singleElement()
                .asString()
                .contains("a cannot be checked", "not authorized", "Describe");
    }

    @Test
    void leaveOtherSettingsToTheOperatorButSaySo() {
        var there = new Present(2, with(aTopic("a"), "retention.ms", "5").config());
        TopicFile file = with(aTopic("a"), "retention.ms", "-1");

        assertThat(file.mismatches(there)).isEmpty();
        assertThat(file.liberties(there)).containsExactly("a has retention.ms 5, -1 is expected.");
    }

    private static Map<String, TopicThere> nothingThere(TopicFiles files) {
        return files.names().stream().collect(Collectors.toMap(name -> name, name -> new Absent()));
    }

    private static TopicFile read(String name) {
        return TopicFiles.read().all().stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static int bytes(String name) {
        return Integer.parseInt(read(name).config().getOrDefault("max.message.bytes", "0"));
    }
}
