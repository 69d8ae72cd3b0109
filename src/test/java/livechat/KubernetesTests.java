package livechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds deploy/kubernetes to Kubernetes' types and to what it repeats from elsewhere, because no build applies it. */
class KubernetesTests {

    private static final Map<String, String> SELECTED = Map.of("app.kubernetes.io/name", "room-service");
    private static final String INSTANCES = "room-service-instances";

    /** SIGTERM ends the service within this. */
    private static final int STOP_SECONDS = 10;

    private final StatefulSet set = KubernetesFiles.only(StatefulSet.class);
    private final PodSpec pod = set.getSpec().getTemplate().getSpec();
    private final Container container = pod.getContainers().getFirst();
    private final Parts service = Parts.readOne(Path.of("src/main/resources/application.yaml"));

    @Test
    void refusesAFieldThatKubernetesDoesNotKnow() {
        Parts misspelt = new Parts(
                Map.of("apiVersion", "v1", "kind", "Service", "spec", Map.of("publishNotReadyAdresses", true)));
        assertThatThrownBy(() -> KubernetesFiles.typed(misspelt)).hasMessageContaining("publishNotReadyAdresses");
    }

    @Test
    void listsAllFilesAndTheTopics() throws IOException {
        assertThat(names(KubernetesFiles.DIRECTORY))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(KubernetesFiles.files().stream(), Stream.of(KubernetesFiles.KUSTOMIZATION))
                                .toList());
        assertThat(KubernetesFiles.kustomization().lines("resources"))
                .contains("../../topics")
                .hasSize(KubernetesFiles.files().size() + 1);
    }

    @Test
    void listsEachTopic() throws IOException {
        assertThat(Parts.readOne(Path.of("topics/Kustomization")).lines("resources"))
                .containsExactlyInAnyOrderElementsOf(names(Path.of("topics")).stream()
                        .filter(name -> name.startsWith("livechat."))
                        .toList());
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void runsTheVersionOfTheBuild() {
        Parts image = KubernetesFiles.kustomization().parts("images").getFirst();
        assertThat(container.getImage()).isEqualTo(Pom.text("artifactId")).isEqualTo(image.text("name"));
        assertThat(image.text("newTag")).isEqualTo(Pom.text("version"));
    }

    @Test
    void selectsItsOwnPods() {
        assertThat(set.getSpec().getTemplate().getMetadata().getLabels()).isEqualTo(SELECTED);
        assertThat(set.getSpec().getSelector().getMatchLabels()).isEqualTo(SELECTED);
        assertThat(KubernetesFiles.all(Service.class))
                .hasSize(2)
                .extracting(each -> each.getSpec().getSelector())
                .containsOnly(SELECTED);
        assertThat(KubernetesFiles.only(PodDisruptionBudget.class)
                        .getSpec()
                        .getSelector()
                        .getMatchLabels())
                .isEqualTo(SELECTED);
        assertThat(KubernetesFiles.only(NetworkPolicy.class)
                        .getSpec()
                        .getPodSelector()
                        .getMatchLabels())
                .isEqualTo(SELECTED);
        assertThat(pod.getTopologySpreadConstraints())
                .hasSize(2)
                .extracting(constraint -> constraint.getLabelSelector().getMatchLabels())
                .containsOnly(SELECTED);
    }

    @Test
    void opensThePortsOfTheService() {
        assertThat(container.getPorts())
                .extracting(port -> port.getName() + " " + port.getContainerPort())
                .containsExactly(
                        "http " + service.part("server").number("port"),
                        "management " + service.part("management", "server").number("port"));
        assertThat(KubernetesFiles.all(Service.class))
                .flatExtracting(each -> each.getSpec().getPorts())
                .allMatch(port -> port.getTargetPort().getStrVal().equals("http"));
    }

    @Test
    void givesEachInstanceANameUnderWhichTheOthersReachIt() {
        Service headless = KubernetesFiles.all(Service.class).stream()
                .filter(each -> each.getMetadata().getName().equals(INSTANCES))
                .findFirst()
                .orElseThrow();
        assertThat(headless.getSpec().getClusterIP()).isEqualTo("None");
        assertThat(headless.getSpec().getPublishNotReadyAddresses()).isTrue();
        assertThat(headless.getSpec().getPorts().getFirst().getPort())
                .isEqualTo(service.part("server").number("port"));
        assertThat(set.getSpec().getServiceName()).isEqualTo(INSTANCES);
        assertThat(variable("LIVECHAT_ADVERTISED_ADDRESS").getValue())
                .isEqualTo("$(POD_NAME)." + INSTANCES + ".$(POD_NAMESPACE).svc:3000");
        assertThat(field("POD_NAME")).isEqualTo("metadata.name");
        assertThat(field("POD_NAMESPACE")).isEqualTo("metadata.namespace");
    }

    /** Only those above in the list can be used in a value. */
    @Test
    void knowsNameAndNamespaceBeforeItNeedsThem() {
        assertThat(container.getEnv())
                .extracting(EnvVar::getName)
                .containsSubsequence("POD_NAME", "POD_NAMESPACE", "LIVECHAT_ADVERTISED_ADDRESS");
    }

    private EnvVar variable(String name) {
        return container.getEnv().stream()
                .filter(variable -> variable.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private String field(String name) {
        return variable(name).getValueFrom().getFieldRef().getFieldPath();
    }

    @Test
    void goesToTheBrokersThatTheTopicsAreOn() {
        String cluster = Parts.readOne(Path.of("topics/livechat.rooms.yaml"))
                .part("metadata", "labels")
                .text("strimzi.io/cluster");
        assertThat(variable("SPRING_KAFKA_BOOTSTRAP_SERVERS").getValue()).isEqualTo(cluster + "-kafka-bootstrap:9092");
    }

    @Test
    void asksOnTheManagementPortWhetherItLivesAndIsReady() {
        assertThat(path(container.getStartupProbe())).isEqualTo("management /actuator/health/liveness");
        assertThat(path(container.getLivenessProbe())).isEqualTo("management /actuator/health/liveness");
        assertThat(path(container.getReadinessProbe())).isEqualTo("management /actuator/health/readiness");
    }

    private static String path(Probe probe) {
        return probe.getHttpGet().getPort().getStrVal() + " "
                + probe.getHttpGet().getPath();
    }

    @Test
    void givesItTimeToEnd() {
        long sleep = container.getLifecycle().getPreStop().getSleep().getSeconds();
        assertThat(pod.getTerminationGracePeriodSeconds()).isGreaterThanOrEqualTo(sleep + STOP_SECONDS * 3 / 2);
    }

    @Test
    void runsWithoutRights() {
        Dockerfile image = Dockerfile.read();
        assertThat(image.only("USER"))
                .isEqualTo(pod.getSecurityContext().getRunAsUser() + ":"
                        + pod.getSecurityContext().getRunAsGroup());
        assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
        assertThat(pod.getSecurityContext().getFsGroup())
                .isEqualTo(pod.getSecurityContext().getRunAsGroup());
        assertThat(pod.getAutomountServiceAccountToken()).isFalse();
        assertThat(container.getSecurityContext().getAllowPrivilegeEscalation()).isFalse();
        assertThat(container.getSecurityContext().getCapabilities().getDrop()).containsExactly("ALL");
    }

    @Test
    void writesToItsVolumesOnly() {
        assertThat(container.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
        assertThat(container.getVolumeMounts())
                .extracting(mount -> mount.getName() + " " + mount.getMountPath())
                .containsExactly("data " + Dockerfile.read().environment("LIVECHAT_DATA_DIR"), "tmp /tmp");
        assertThat(pod.getVolumes())
                .singleElement()
                .matches(volume -> volume.getName().equals("tmp"));
        assertThat(set.getSpec().getVolumeClaimTemplates())
                .singleElement()
                .matches(claim -> claim.getMetadata().getName().equals("data"));
    }

    /** A standby is the only other copy. */
    @Test
    void losesOneInstanceAtATime() {
        assertThat(set.getSpec().getReplicas()).isEqualTo(3);
        assertThat(set.getSpec().getUpdateStrategy().getType()).isEqualTo("RollingUpdate");
        assertThat(set.getSpec().getMinReadySeconds()).isPositive();
        assertThat(KubernetesFiles.only(PodDisruptionBudget.class)
                        .getSpec()
                        .getMaxUnavailable()
                        .getIntVal())
                .isEqualTo(1);
    }

    @Test
    void shutsTheManagementPortToStrangers() {
        assertThat(KubernetesFiles.only(NetworkPolicy.class).getSpec().getIngress())
                .allSatisfy(rule -> {
                    boolean isManagement = rule.getPorts().stream()
                            .anyMatch(port -> port.getPort().getStrVal().equals("management"));
                    assertThat(rule.getPorts()).hasSize(1);
                    assertThat(rule.getFrom().isEmpty()).isNotEqualTo(isManagement);
                });
    }
}
