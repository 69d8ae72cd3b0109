package livechat.guarantees;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.utils.SecurityUtils;

/** What kafka-acls.sh makes of its arguments, as far as a page here uses them; anything else fails. */
final class Grants {

    private static final Map<String, ResourceType> RESOURCES = Map.of(
            "--topic", ResourceType.TOPIC,
            "--group", ResourceType.GROUP,
            "--transactional-id", ResourceType.TRANSACTIONAL_ID);

    private final List<AclOperation> operations = new ArrayList<>();
    private String principal = "";
    private String name = "";
    private ResourceType type = ResourceType.UNKNOWN;
    private PatternType pattern = PatternType.LITERAL;

    private Grants() {}

    static List<AclBinding> of(String arguments) {
        String[] words = arguments.split(" ");
        Grants grants = new Grants();
        for (int i = 0; i < words.length; i += 2) {
            grants.take(words[i], words[i + 1]);
        }
        return grants.bindings();
    }

    private void take(String option, String value) {
        switch (option) {
            case "--allow-principal" -> principal = value;
            case "--operation" -> operations.add(SecurityUtils.operation(value));
            case "--resource-pattern-type" -> pattern = PatternType.valueOf(value.toUpperCase(Locale.ROOT));
            default -> {
                type = RESOURCES.getOrDefault(option, ResourceType.UNKNOWN);
                name = value;
            }
        }
    }

    private List<AclBinding> bindings() {
        ResourcePattern resource = new ResourcePattern(type, name, pattern);
        return operations.stream()
                .map(operation -> new AclBinding(
                        resource, new AccessControlEntry(principal, "*", operation, AclPermissionType.ALLOW)))
                .toList();
    }
}
