package livechat.log;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import livechat.log.Contract.Schema;
import tools.jackson.databind.JsonNode;

/**
 * What of an older contract a newer one breaks. What the service writes must stay within what its readers know, and what
 * others write must stay within what the service reads; no member goes away, in neither direction, and to a request none is
 * added, since a service that passes over it does half of what was asked. What this cannot judge counts as broken.
 */
final class Compatibility {

    private static final Set<String> WORDS =
            Set.of("$schema", "$id", "$defs", "$comment", "title", "description", "examples", "default", "deprecated");

    private static final Set<String> WEIGHED_ELSEWHERE = Set.of(
            "properties",
            "required",
            "type",
            "enum",
            "const",
            "allOf",
            "items",
            "additionalProperties",
            "propertyNames");

    private final boolean isRead;
    private final boolean mayGrow;
    private final List<String> breaks = new ArrayList<>();

    /** Whether the consumers are the readers, and whether members may be added. */
    private Compatibility(boolean isRead, boolean mayGrow) {
        this.isRead = isRead;
        this.mayGrow = mayGrow;
    }

    static boolean saysNothing(Stream<String> keywords) {
        return keywords.allMatch(WORDS::contains);
    }

    /** Each with the place and what is different there. */
    static List<String> breaks(Contract before, Contract now) {
        List<String> breaks = new ArrayList<>();
        before.asyncApi().get("channels").properties().forEach(channel -> {
            JsonNode is = now.asyncApi().at("/channels/" + channel.getKey());
            for (String fact : List.of("/address", "/bindings/kafka/partitions")) {
                if (!is.at(fact).equals(channel.getValue().at(fact))) {
                    breaks.add("channel %s: %s was %s and is %s"
                            .formatted(
                                    channel.getKey(), fact, channel.getValue().at(fact), is.at(fact)));
                }
            }
            channel.getValue().get("messages").propertyNames().forEach(message -> {
                if (is.at("/messages/" + message).isMissingNode()) {
                    breaks.add("channel %s: the message %s is gone".formatted(channel.getKey(), message));
                } else {
                    breaks.addAll(breaks(before, now, "/channels/%s/messages/%s".formatted(channel.getKey(), message)));
                }
            });
        });
        return breaks;
    }

    private static List<String> breaks(Contract before, Contract now, String message) {
        String channel = message.split("/")[2];
        boolean isRead = isPublished(before, channel);
        Compatibility body = new Compatibility(isRead, !channel.equals("requests"));
        Compatibility frame = new Compatibility(isRead, true);
        Schema was = before.at(message);
        Schema is = now.at(message);
        String name = message.substring(message.lastIndexOf('/') + 1);
        body.compare(name, was.part("payload"), is.part("payload"));
        frame.compare(name + " key", was.part("bindings", "kafka", "key"), is.part("bindings", "kafka", "key"));
        frame.compare(name + " headers", headers(was), headers(is));
        return Stream.concat(body.breaks.stream(), frame.breaks.stream()).toList();
    }

    private static boolean isPublished(Contract contract, String channel) {
        return contract.asyncApi()
                .get("operations")
                .valueStream()
                .filter(operation -> operation.at("/channel/$ref").stringValue().equals("#/channels/" + channel))
                .anyMatch(operation -> operation.get("action").stringValue().equals("send"));
    }

    private static Schema headers(Schema message) {
        return message.node().has("traits")
                ? new Schema(message.contract(), message.file(), message.node().at("/traits/0"))
                        .resolved()
                        .part("headers")
                : message.part("headers");
    }

    private void compare(String where, Schema was, Schema is) {
        Schema inner = isRead ? is : was;
        Schema outer = isRead ? was : is;
        if (!types(outer).containsAll(types(inner))) {
            differ(where, "type", was, is);
        }
        if (!names(inner, "required").containsAll(names(outer, "required"))) {
            differ(where, "required", was, is);
        }
        if (!values(outer).isEmpty()
                && (values(inner).isEmpty() || !values(outer).containsAll(values(inner)))) {
            differ(where, outer.node().has("const") ? "const" : "enum", was, is);
        }
        outer.node().propertyNames().stream()
                .filter(keyword -> !WORDS.contains(keyword) && !WEIGHED_ELSEWHERE.contains(keyword))
                .filter(keyword ->
                        !holds(keyword, inner.node().path(keyword), outer.node().get(keyword)))
                .forEach(keyword -> differ(where, keyword, was, is));
        compareParts(where, was, is);
    }

    private void compareParts(String where, Schema was, Schema is) {
        JsonNode members = was.node().path("properties");
        members.propertyNames().forEach(member -> {
            if (is.node().path("properties").has(member)) {
                compare(where + "/" + member, was.part("properties", member), is.part("properties", member));
            } else {
                breaks.add(where + "/" + member + " is gone");
            }
        });
        is.node().path("properties").propertyNames().stream()
                .filter(member -> !mayGrow && !members.has(member))
                .forEach(member -> breaks.add(where + "/" + member + " is new in a request"));
        for (String keyword : List.of("items", "additionalProperties", "propertyNames")) {
            if (was.node().has(keyword) || is.node().has(keyword)) {
                compare(where + "/" + keyword, was.part(keyword), is.part(keyword));
            }
        }
        int outer = (isRead ? was : is).node().path("allOf").size();
        if ((isRead ? is : was).node().path("allOf").size() < outer) {
            differ(where, "allOf", was, is);
            return;
        }
        for (int i = 0; i < outer; i++) {
            compare(where, part(was, i), part(is, i));
        }
    }

    private static Schema part(Schema schema, int index) {
        return new Schema(
                        schema.contract(),
                        schema.file(),
                        schema.node().get("allOf").get(index))
                .resolved();
    }

    private void differ(String where, String keyword, Schema was, Schema is) {
        breaks.add("%s: %s was %s and is %s"
                .formatted(where, keyword, was.node().path(keyword), is.node().path(keyword)));
    }

    /** Whether what keeps to the inner one keeps to the outer one. */
    private static boolean holds(String keyword, JsonNode inner, JsonNode outer) {
        if (inner.isNumber() && keyword.startsWith("max")) {
            return inner.decimalValue().compareTo(outer.decimalValue()) <= 0;
        }
        if (inner.isNumber() && keyword.startsWith("min")) {
            return inner.decimalValue().compareTo(outer.decimalValue()) >= 0;
        }
        return inner.equals(outer);
    }

    /** Without a word on it, any. */
    private static Set<String> types(Schema schema) {
        Set<String> types = names(schema, "type");
        if (types.isEmpty()) {
            types.addAll(List.of("object", "array", "string", "number", "boolean", "null"));
        }
        if (types.contains("number")) {
            types.add("integer");
        }
        return types;
    }

    private static Set<String> names(Schema schema, String keyword) {
        JsonNode names = schema.node().path(keyword);
        Set<String> all = new TreeSet<>();
        if (names.isString()) {
            all.add(names.stringValue());
        }
        names.valueStream().map(JsonNode::stringValue).forEach(all::add);
        return all;
    }

    /** What it may be, if that is counted up. */
    private static Set<JsonNode> values(Schema schema) {
        Set<JsonNode> values = new HashSet<>();
        schema.node().path("enum").valueStream().forEach(values::add);
        if (schema.node().has("const")) {
            values.add(schema.node().get("const"));
        }
        return values;
    }
}
