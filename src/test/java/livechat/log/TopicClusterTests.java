package livechat.log;

import static livechat.log.TopicFixtures.aTopic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.CreateTopicsResult;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.PolicyViolationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.internals.KafkaFutureImpl;
import org.junit.jupiter.api.Test;

/** The answers that a lone broker in a test cannot be brought to give. */
class TopicClusterTests {

    @Test
    void saysHowToGetATopicThatItMayNotCreate() {
        assertThat(create(new TopicAuthorizationException("denied")))
                .singleElement()
                .asString()
                .contains("a is missing", "administrator", "Create");
    }

    @Test
    void repeatsWhatTheBrokerSaysOfAnythingElse() {
        assertThat(create(new PolicyViolationException("names start with team")))
                .singleElement()
                .asString()
                .contains("a is missing", "names start with team");
    }

    @Test
    void isContentWhenAnotherInstanceWasFaster() {
        assertThat(create(new TopicExistsException("there"))).isEmpty();
    }

    @Test
    void tellsAnUnreachableControllerFromARefusal() {
        assertThatThrownBy(() -> create(new TimeoutException("no controller")))
                .isInstanceOf(ClusterUnreachable.class)
                .hasMessageContaining("no controller");
    }

    @Test
    void tellsARefusedLoginFromARefusedTopic() {
        assertThatThrownBy(() -> create(new SaslAuthenticationException("bad password")))
                .isInstanceOf(ClusterUnreachable.class)
                .hasMessageContaining("bad password");
    }

    private static List<String> create(ApiException refusal) {
        return new TopicCluster(refusing(refusal), Duration.ofSeconds(30)).create(List.of(aTopic("a")));
    }

    private static Admin refusing(ApiException refusal) {
        var future = new KafkaFutureImpl<CreateTopicsResult.TopicMetadataAndConfig>();
        future.completeExceptionally(refusal);
        var result = new Refused(Map.of("a", future));
        return (Admin) Proxy.newProxyInstance(
                Admin.class.getClassLoader(), new Class<?>[] {Admin.class}, (admin, method, arguments) -> result);
    }

    private static final class Refused extends CreateTopicsResult {
        Refused(Map<String, KafkaFuture<TopicMetadataAndConfig>> futures) {
            super(futures);
        }
    }
}
