package livechat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What is in deploy/kubernetes, in Kubernetes' own types; a field that Kubernetes does not know fails. */
final class KubernetesFiles {

    static final Path DIRECTORY = Path.of("deploy/kubernetes");
    static final String KUSTOMIZATION = "kustomization.yaml";

    private static final Map<String, Class<? extends HasMetadata>> KINDS = Map.of(
            "apps/v1 StatefulSet", StatefulSet.class,
            "v1 Service", Service.class,
            "policy/v1 PodDisruptionBudget", PodDisruptionBudget.class,
            "networking.k8s.io/v1 NetworkPolicy", NetworkPolicy.class);

    /** The types collect what they do not know; without that, Jackson refuses it. */
    private static final ObjectMapper STRICT = new ObjectMapper()
            .setAnnotationIntrospector(new JacksonAnnotationIntrospector() {
                private static final long serialVersionUID = 1;

                @Override
                public Boolean hasAnySetter(Annotated member) {
                    return false;
                }
            });

    private KubernetesFiles() {}

    static <T extends HasMetadata> List<T> all(Class<T> kind) {
        return files().stream()
                .flatMap(file -> Parts.read(DIRECTORY.resolve(file)).stream())
                .map(KubernetesFiles::typed)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    static <T extends HasMetadata> T only(Class<T> kind) {
        List<T> all = all(kind);
        if (all.size() != 1) {
            throw new IllegalStateException("There are " + all.size() + " of " + kind);
        }
        return all.getFirst();
    }

    static HasMetadata typed(Parts document) {
        Class<? extends HasMetadata> kind = KINDS.get(document.text("apiVersion") + " " + document.text("kind"));
        if (kind == null) {
            throw new IllegalArgumentException("Nobody knows " + document.names());
        }
        return STRICT.convertValue(document.all(), kind);
    }

    static Parts kustomization() {
        return Parts.readOne(DIRECTORY.resolve(KUSTOMIZATION));
    }

    /** The files that the kustomization names, without the directories. */
    static List<String> files() {
        return kustomization().lines("resources").stream()
                .filter(name -> name.endsWith(".yaml"))
                .toList();
    }
}
