package livechat.log;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads bodies of every version that was ever written as the current version of their type.
 *
 * @param <B> what all bodies are
 */
final class Versions<B> {

    private static final Pattern FORM = Pattern.compile("(livechat\\.[a-z-]+)\\.v[1-9][0-9]*");

    private final Map<String, Class<? extends B>> current;
    private final Map<String, Upcast> older;
    private final Set<String> names;

    /**
     * Knows these.
     *
     * @param current by wire type
     * @param older by the wire type that is read; each leads to the next version, and the last one to a current type
     */
    Versions(Map<String, Class<? extends B>> current, Map<String, Upcast> older) {
        this.current = current;
        this.older = older;
        this.names = current.keySet().stream().map(Versions::name).collect(Collectors.toSet());
    }

    /**
     * One step from a version to the next: a function of the body alone, which it may change and return.
     *
     * @param to the wire type that it leads to
     */
    record Upcast(String to, UnaryOperator<ObjectNode> step) {}

    B read(String type, byte @Nullable [] body) {
        Class<? extends B> known = current.get(type);
        if (known != null) {
            return Json.read(body, known);
        }
        if (!older.containsKey(type)) {
            throw unknown(type);
        }
        return upcast(type, Json.read(body, ObjectNode.class));
    }

    private B upcast(String type, ObjectNode body) {
        Upcast upcast = Objects.requireNonNull(older.get(type), type);
        ObjectNode next = upcast.step().apply(body);
        Class<? extends B> known = current.get(upcast.to());
        return known == null ? upcast(upcast.to(), next) : Json.read(next, known);
    }

    /** All older versions can be read, so another version of a type that is known is a newer one. */
    private RuntimeException unknown(String type) {
        return names.contains(name(type)) ? new UnknownVersion(type) : new UnknownType(type);
    }

    /** Without the version; what has no version names nothing. */
    private static String name(String type) {
        Matcher form = FORM.matcher(type);
        return form.matches() ? form.group(1) : "";
    }

    /** A newer service knows it. */
    static final class UnknownVersion extends RuntimeException {

        private static final long serialVersionUID = 1;

        UnknownVersion(String type) {
            super(type + " was written by a newer service: put it back after the upgrade");
        }
    }

    /** A mistake, or the first version of something new. */
    static final class UnknownType extends RuntimeException {

        private static final long serialVersionUID = 1;

        UnknownType(String type) {
            super(type + " is no type of this service");
        }
    }
}
