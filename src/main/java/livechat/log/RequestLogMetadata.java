package livechat.log;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.ApiVersions;
import org.apache.kafka.clients.ClientUtils;
import org.apache.kafka.clients.KafkaClient;
import org.apache.kafka.clients.Metadata;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.internals.ClusterResourceListeners;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.requests.MetadataRequest;
import org.apache.kafka.common.utils.LogContext;
import org.apache.kafka.common.utils.Time;

/** Who leads the partitions of the request log, and of nothing else. */
final class RequestLogMetadata extends Metadata {

    private static final LogContext LOG = new LogContext("[log-ends] ");

    /** Of questions to one broker: one, unless it is silent; then so many more turns are tried before readers hear so at once. */
    private static final int UNDER_WAY = 8;

    private final AdminClientConfig settings;

    /** @param settings of any of Kafka's clients: addresses, TLS, SASL, times */
    RequestLogMetadata(Map<String, Object> settings) {
        this(new AdminClientConfig(settings));
    }

    private RequestLogMetadata(AdminClientConfig settings) {
        super(
                settings.getLong(AdminClientConfig.RETRY_BACKOFF_MS_CONFIG),
                settings.getLong(AdminClientConfig.RETRY_BACKOFF_MAX_MS_CONFIG),
                settings.getLong(AdminClientConfig.METADATA_MAX_AGE_CONFIG),
                LOG,
                new ClusterResourceListeners());
        this.settings = settings;
    }

    @Override
    protected MetadataRequest.Builder newMetadataRequestBuilder() {
        return new MetadataRequest.Builder(List.of(Topics.REQUESTS.name()), false);
    }

    /** A client for one thread, which keeps this up to date. */
    KafkaClient client() {
        bootstrap(ClientUtils.parseAndValidateAddresses(settings));
        return ClientUtils.createNetworkClient(
                settings, new Metrics(), "log-ends", LOG, new ApiVersions(), Time.SYSTEM, UNDER_WAY, this, null, null);
    }
}
