package livechat.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicFileReaderTests {

    private static final String WELL_FORMED = """
            apiVersion: kafka.strimzi.io/v1beta2
            kind: KafkaTopic
            metadata:
              name: some.rooms
              labels:
                strimzi.io/cluster: any
            spec:
              partitions: 12
              replicas: 3
              config:
                cleanup.policy: compact
                message.timestamp.type: CreateTime
                retention.ms: -1
                delete.retention.ms: 2592000000
                min.insync.replicas: 2
                unclean.leader.election.enable: false
            """;

    @Test
    void readsNameSizesAndSettings() {
        assertThat(read(WELL_FORMED))
                .isEqualTo(new TopicFile(
                        "some.rooms",
                        false,
                        12,
                        3,
                        Map.of(
                                "cleanup.policy", "compact",
                                "message.timestamp.type", "CreateTime",
                                "retention.ms", "-1",
                                "delete.retention.ms", "2592000000",
                                "min.insync.replicas", "2",
                                "unclean.leader.election.enable", "false")));
    }

    @Test
    void takesTheTopicNameBeforeTheResourceName() {
        String file = WELL_FORMED.replace("spec:\n", "spec:\n  topicName: Some_Rooms\n");

        assertThat(read(file).name()).isEqualTo("Some_Rooms");
    }

    @Test
    void tellsReferenceDataByItsLabel() {
        assertThat(read(labelled("livechat/reference: \"true\"")).isReference()).isTrue();
        assertThat(read(labelled("livechat/reference: \"false\"")).isReference())
                .isFalse();
        assertThat(read(WELL_FORMED.replace("  labels:\n    strimzi.io/cluster: any\n", ""))
                        .isReference())
                .isFalse();
    }

    private static String labelled(String label) {
        return WELL_FORMED.replace("strimzi.io/cluster: any", label);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    kind: KafkaTopic           | kind: KafkaUser            | not a KafkaTopic
                    kafka.strimzi.io/v1beta2   | apps/v1                    | not a KafkaTopic
                    name: some.rooms           | title: some.rooms          | metadata.name
                    name: some.rooms           | name: ''                   | no name
                    partitions: 12             | partition: 12              | spec.partition is not known
                    partitions: 12             | partitions: many           | spec.partitions
                    partitions: 12             | partitions: 0              | spec.partitions is 0
                    replicas: 3                | replicas: 0                | spec.replicas is 0
                    replicas: 3                | replicas: 1                | min.insync.replicas is above
                    replicas: 3                | partitions: 3              | duplicate key
                    cleanup.policy: compact    | cleanup.police: compact    | spec.config.cleanup.policy
                    message.timestamp.type:    | timestamp.type:            | spec.config.message.timestamp.type
                    cleanup.policy: compact    | cleanup.policy: [compact]  | spec.config.cleanup.policy
                    spec:                      | specs:                     | specs is not known
                    strimzi.io/cluster: any    | livechat/reference: 'yes'  | metadata.labels.livechat/reference
                    strimzi.io/cluster: any    | livechat/refernce: 'true'  | metadata.labels.livechat/refernce is not known
                    kind:                      | kind: [                    | some-rooms.yaml
                    """)
    void namesFileAndPlaceOfWhatIsWrong(String line, String replacement, String place) {
        assertThatThrownBy(() -> read(WELL_FORMED.replace(line, replacement)))
                .isInstanceOf(TopicFileMalformed.class)
                .hasMessageContaining("some-rooms.yaml")
                .hasMessageContaining(place);
    }

    @Test
    void refusesAnEmptyFile() {
        assertThatThrownBy(() -> read(""))
                .isInstanceOf(TopicFileMalformed.class)
                .hasMessageContaining("the file");
    }

    private static TopicFile read(String text) {
        return TopicFileReader.read(TopicFixtures.aFile("some-rooms.yaml", text));
    }
}
