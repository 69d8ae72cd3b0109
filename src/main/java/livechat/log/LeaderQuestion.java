package livechat.log;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.ClientResponse;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.message.ListOffsetsRequestData.ListOffsetsPartition;
import org.apache.kafka.common.message.ListOffsetsRequestData.ListOffsetsTopic;
import org.apache.kafka.common.message.ListOffsetsResponseData.ListOffsetsPartitionResponse;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.ListOffsetsRequest;
import org.apache.kafka.common.requests.ListOffsetsResponse;

/**
 * One question to one broker: how far the request log is, in partitions that it leads.
 *
 * @param ends of each partition, done with the offset of its last record; -1 when there is none
 */
record LeaderQuestion(Map<Integer, CompletableFuture<Long>> ends) {

    /** The end is the high watermark: what all in-sync replicas have. */
    ListOffsetsRequest.Builder request() {
        List<ListOffsetsPartition> partitions = ends.keySet().stream()
                .map(partition -> new ListOffsetsPartition()
                        .setPartitionIndex(partition)
                        .setTimestamp(ListOffsetsRequest.LATEST_TIMESTAMP))
                .toList();
        return ListOffsetsRequest.Builder.forConsumer(true, IsolationLevel.READ_UNCOMMITTED)
                .setTargetTimes(List.of(
                        new ListOffsetsTopic().setName(Topics.REQUESTS.name()).setPartitions(partitions)));
    }

    /** Passes on what the broker says; false where it leads one of these partitions no more, or does not answer. */
    boolean tell(ClientResponse response) {
        if (response.responseBody() instanceof ListOffsetsResponse answer) {
            answer.topics().forEach(topic -> topic.partitions().forEach(this::tell));
        }
        boolean isTold = ends.values().stream().allMatch(end -> end.isDone() && !end.isCompletedExceptionally());
        fail(response.wasTimedOut() ? new TimeoutException("a leader is silent") : new DisconnectException());
        return isTold;
    }

    private void tell(ListOffsetsPartitionResponse answer) {
        CompletableFuture<Long> end = ends.getOrDefault(answer.partitionIndex(), new CompletableFuture<>());
        Errors error = Errors.forCode(answer.errorCode());
        if (error == Errors.NONE) {
            end.complete(answer.offset() - 1);
        } else {
            end.completeExceptionally(error.exception());
        }
    }

    /** Those who have no answer yet. */
    void fail(Exception why) {
        ends.values().forEach(end -> end.completeExceptionally(why));
    }
}
