package livechat.log;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A body that differs in one place from one that was good.
 *
 * @param what was done to it
 */
record Bent(String what, JsonNode body) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Lengths and characters around every limit, and words that mean something somewhere. */
    private static final List<String> WORDS = List.of(
            "",
            " ",
            "x",
            "x".repeat(16),
            "x".repeat(64),
            "x".repeat(65),
            "x".repeat(256),
            "x".repeat(257),
            "x".repeat(1000),
            "x".repeat(1001),
            "x".repeat(6000),
            "\u00e9",
            "with space",
            "two\nlines",
            "a\ttab",
            "\n",
            "a\u0000b",
            "a\u009fb",
            "\ud83c\udf0a",
            "visitor",
            "agent",
            "system",
            "room",
            "ROOM",
            "2026-01-02T12:00:03.000Z",
            "2026-01-02T12:00:03.123456789Z",
            "1969-12-31T23:59:59.999Z",
            "2026-02-30T12:00:03.000Z",
            "2026-01-02");

    /** Each text is another word, each member is left out. */
    static Stream<Bent> texts(JsonNode good) {
        return places(good)
                .flatMap(place -> Stream.concat(
                        WORDS.stream()
                                .filter(_ -> good.at(place).isString())
                                .map(word -> with(good, place, JSON.stringNode(word))),
                        good.at(place.head()).isObject() ? Stream.of(without(good, place)) : Stream.empty()));
    }

    /** Each value is one of another kind, each object says more, each list says everything again and again. */
    static Stream<Bent> kinds(JsonNode good) {
        ArrayNode many = JSON.arrayNode();
        for (int i = 0; i <= 64; i++) {
            many.add("x" + i);
        }
        List<JsonNode> kinds = List.of(
                JSON.nullNode(), JSON.booleanNode(true), JSON.numberNode(7), JSON.objectNode(), JSON.arrayNode(), many);
        return places(good).flatMap(place -> kinds.stream().map(kind -> with(good, place, kind)));
    }

    private static Stream<JsonPointer> places(JsonNode good) {
        List<JsonPointer> places = new ArrayList<>();
        collect(good, JsonPointer.empty(), places);
        return places.stream();
    }

    private static void collect(JsonNode node, JsonPointer here, List<JsonPointer> places) {
        if (!here.matches()) {
            places.add(here);
        }
        node.properties().forEach(member -> collect(member.getValue(), here.appendProperty(member.getKey()), places));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(node.get(i), here.appendIndex(i), places);
        }
    }

    private static Bent with(JsonNode good, JsonPointer place, JsonNode value) {
        JsonNode body = good.deepCopy();
        if (body.at(place.head()) instanceof ArrayNode array) {
            array.set(place.last().getMatchingIndex(), value);
        } else {
            ((ObjectNode) body.at(place.head())).set(place.last().getMatchingProperty(), value);
        }
        return new Bent(place + " is " + value, body);
    }

    private static Bent without(JsonNode good, JsonPointer place) {
        JsonNode body = good.deepCopy();
        ((ObjectNode) body.at(place.head())).remove(place.last().getMatchingProperty());
        return new Bent(place + " is left out", body);
    }
}
