package livechat.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Which rooms are wanted: it looks at documents, so that what is listed is what was asked for, member by member. */
record RoomFilter(List<Predicate<ObjectNode>> conditions) implements Predicate<ObjectNode> {

    RoomFilter {
        conditions = List.copyOf(conditions);
    }

    static RoomFilter of(QueryParameters query) {
        List<Predicate<ObjectNode>> conditions = new ArrayList<>();
        addOpen(query.get("open"), conditions);
        addAgents(values("agents[]", query), conditions);
        addDepartment(query.get("departmentId"), conditions);
        addTags(values("tags[]", query), conditions);
        conditions.add(Period.of("createdAt", query).of("ts"));
        conditions.add(Period.of("closedAt", query).of("closedAt"));
        addName(query.get("roomName"), conditions);
        addCustomFields(JsonParameter.of("customFields", query.get("customFields")), conditions);
        return new RoomFilter(conditions);
    }

    @Override
    public boolean test(ObjectNode room) {
        return conditions.stream().allMatch(condition -> condition.test(room));
    }

    private static Set<String> values(String key, QueryParameters query) {
        Set<String> values = Set.copyOf(query.all(key));
        if (values.contains("")) {
            throw BadRequest.invalidParams("empty value", key);
        }
        return values;
    }

    private static void addOpen(@Nullable String open, List<Predicate<ObjectNode>> conditions) {
        if (open != null) {
            if (!Set.of("true", "false").contains(open)) {
                throw BadRequest.invalidParams("neither true nor false", "open");
            }
            boolean wanted = open.equals("true");
            conditions.add(room -> room.path("open").booleanValue(false) == wanted);
        }
    }

    private static void addAgents(Set<String> agents, List<Predicate<ObjectNode>> conditions) {
        if (!agents.isEmpty()) {
            conditions.add(room -> {
                JsonNode served = room.path("servedBy");
                return agents.contains(text(served, "_id")) || agents.contains(text(served, "username"));
            });
        }
    }

    private static void addDepartment(@Nullable String department, List<Predicate<ObjectNode>> conditions) {
        if (department != null) {
            if (department.isEmpty()) {
                throw BadRequest.invalidParams("empty value", "departmentId");
            }
            conditions.add(room -> department.equals(text(room, "departmentId")));
        }
    }

    private static void addTags(Set<String> tags, List<Predicate<ObjectNode>> conditions) {
        if (!tags.isEmpty()) {
            conditions.add(room -> StreamSupport.stream(room.path("tags").spliterator(), false)
                    .anyMatch(tag -> tags.contains(tag.stringValue(""))));
        }
    }

    private static void addName(@Nullable String name, List<Predicate<ObjectNode>> conditions) {
        if (name != null) {
            conditions.add(room -> contains(text(room, "fname"), name));
        }
    }

    /** As upstream: a part of the value will do, and case does not matter. */
    private static void addCustomFields(ObjectNode wanted, List<Predicate<ObjectNode>> conditions) {
        for (String field : wanted.propertyNames()) {
            String part = Objects.requireNonNull(JsonParameter.text("customFields", wanted, field));
            conditions.add(room -> Set.of("customFields", "livechatData").stream()
                    .map(member -> room.path(member).path(field))
                    .anyMatch(value -> value.isValueNode() && contains(value.asString(), part)));
        }
    }

    private static boolean contains(String text, String part) {
        return text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }

    private static String text(JsonNode parent, String member) {
        return parent.path(member).stringValue("");
    }
}
