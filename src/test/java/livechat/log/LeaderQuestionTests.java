package livechat.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.ClientResponse;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.NotLeaderOrFollowerException;
import org.apache.kafka.common.message.ListOffsetsResponseData;
import org.apache.kafka.common.message.ListOffsetsResponseData.ListOffsetsTopicResponse;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.ListOffsetsResponse;
import org.apache.kafka.common.requests.RequestHeader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a broker says of the ends of its partitions, or does not say, reaches everybody who asked. */
class LeaderQuestionTests {

    private final CompletableFuture<Long> first = new CompletableFuture<>();
    private final CompletableFuture<Long> second = new CompletableFuture<>();
    private final LeaderQuestion question = new LeaderQuestion(Map.of(0, first, 3, second));

    private static ListOffsetsTopicResponse end(int partition, Errors error, long next) {
        TopicPartition requests = new TopicPartition(Topics.REQUESTS.name(), partition);
        return ListOffsetsResponse.singletonListOffsetsTopicResponse(requests, error, -1, next, 0);
    }

    private static ClientResponse answer(ListOffsetsTopicResponse... ends) {
        ListOffsetsResponseData data = new ListOffsetsResponseData().setTopics(List.of(ends));
        return response(false, false, new ListOffsetsResponse(data));
    }

    private static ClientResponse response(
            boolean wasDisconnected, boolean wasTimedOut, @Nullable ListOffsetsResponse body) {
        RequestHeader header = new RequestHeader(ApiKeys.LIST_OFFSETS, (short) 10, "test", 1);
        return new ClientResponse(header, null, "1", 0, 0, wasDisconnected, wasTimedOut, null, null, body);
    }

    @Test
    void asksForTheEndsOfItsPartitions() {
        assertThat(question.request().build().topics()).singleElement().satisfies(topic -> {
            assertThat(topic.name()).isEqualTo(Topics.REQUESTS.name());
            assertThat(topic.partitions()).hasSize(2).allMatch(partition -> partition.timestamp() == -1);
        });
    }

    @Test
    void tellsTheOffsetOfTheLastRecord() {
        boolean isTold = question.tell(answer(end(0, Errors.NONE, 42), end(3, Errors.NONE, 0)));

        assertThat(isTold).isTrue();
        assertThat(first).isCompletedWithValue(41L);
        assertThat(second).isCompletedWithValue(-1L);
    }

    @Test
    void saysThatAPartitionIsLedByAnother() {
        boolean isTold = question.tell(answer(end(0, Errors.NONE, 42), end(3, Errors.NOT_LEADER_OR_FOLLOWER, -1)));

        assertThat(isTold).isFalse();
        assertThat(first).isCompletedWithValue(41L);
        assertThat(second.exceptionNow()).isInstanceOf(NotLeaderOrFollowerException.class);
    }

    @Test
    void leavesNobodyWaitingForWhatIsMissing() {
        assertThat(question.tell(answer(end(0, Errors.NONE, 42)))).isFalse();
        assertThat(second).isCompletedExceptionally();
    }

    @Test
    void saysThatTheConnectionBroke() {
        assertThat(question.tell(response(true, false, null))).isFalse();
        assertThat(first.exceptionNow()).isInstanceOf(DisconnectException.class);
        assertThat(second.exceptionNow()).isInstanceOf(DisconnectException.class);
    }

    @Test
    void saysThatTheLeaderIsSilent() {
        assertThat(question.tell(response(true, true, null))).isFalse();
        assertThat(first.exceptionNow()).isInstanceOf(TimeoutException.class);
    }
}
