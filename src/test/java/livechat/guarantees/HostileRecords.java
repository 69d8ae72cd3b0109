package livechat.guarantees;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import livechat.log.Partitions;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;

/** What a broken or careless writer may put on the request log, by what is the matter with it. */
final class HostileRecords {

    private static final Partitions PARTITIONS = new Partitions(4);

    /** Of what a broker takes as one record; the rest is for key and headers. */
    private static final int LARGEST_VALUE = 130_000;

    private static final List<String> HEADERS = List.of(
            "ce_id", "ce_type", "ce_time", "ce_deadline", "traceparent", "ce_position", "dl_offset", "ce_specversion");

    static final List<String> TIMES = List.of(
            "-1000000000-01-01T00:00:00Z",
            "+1000000000-12-31T23:59:59.999999999Z",
            "-0001-12-31T23:59:59Z",
            "1969-12-31T23:59:59.999Z",
            "1970-01-01T00:00:00Z",
            "9999-12-31T23:59:59.999999999Z",
            "+10000-01-01T00:00:00Z",
            "2026-02-30T00:00:00Z",
            "2026-01-02T12:00:00+25:00",
            "2016-12-31T23:59:60Z",
            "1767355200000",
            "now",
            "");

    static final List<Family> FAMILIES = List.of(
            new Family("random bytes", HostileRecords::random),
            new Family("bodies", HostileRecords::bodies),
            new Family("more bodies", HostileRecords::bodies),
            new Family("people", HostileRecords::people),
            new Family("headers", HostileRecords::headers),
            new Family("more headers", HostileRecords::headers),
            new Family("types and versions", HostileRecords::types),
            new Family("partitions", HostileRecords::partitions),
            new Family("keys", HostileRecords::keys),
            new Family("times", HostileRecords::times),
            new Family("ids", HostileRecords::ids),
            new Family("sizes", HostileRecords::sizes),
            new Family("mutations", HostileRecords::mutations),
            new Family("requests", HostileRecords::good),
            new Family("lives", HostileLives::any),
            new Family("more lives", HostileLives::any));

    private HostileRecords() {}

    /** Records with the same thing the matter. */
    record Family(String name, Function<Dice, ProducerRecord<byte[], byte[]>> make) {

        Stream<ProducerRecord<byte[], byte[]>> batch(Dice dice, int size) {
            return Stream.generate(() -> make.apply(dice)).limit(size);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** One of few, so that they meet their own rooms again. */
    static String regular(Dice dice) {
        return Visitors.TOKEN_PREFIX + "regular-" + dice.between(0, 200);
    }

    private static ProducerRecord<byte[], byte[]> good(Dice dice) {
        String token = regular(dice);
        String room = "room-" + dice.between(0, 9);
        return switch (dice.between(0, 2)) {
            case 0 ->
                asked(
                        dice,
                        token,
                        "room-requested",
                        "{\"roomId\":\"%s\",\"visitorId\":\"v\",\"source\":\"api\"}".formatted(room));
            case 1 -> asked(dice, token, "close-requested", "{\"roomId\":\"%s\"}".formatted(room));
            default -> asked(dice, token, "registration-requested", person(dice, 0));
        };
    }

    private static ProducerRecord<byte[], byte[]> people(Dice dice) {
        return asked(dice, regular(dice), "registration-requested", person(dice, 15));
    }

    /** Where each text is a hostile one in so many of a hundred. */
    private static String person(Dice dice, int percent) {
        Supplier<String> text =
                () -> dice.chance(percent) ? HostileJson.text(dice) : "\"text-" + dice.between(0, 99) + '"';
        return "{\"visitorId\":%s,\"department\":{\"_id\":%s,\"ancestors\":[%s]},\"personal\":{\"name\":%s,\"email\":%s,\"phone\":%s,\"customFields\":[{\"key\":%s,\"value\":%s,\"overwrite\":true}]}}"
                .formatted(Stream.generate(text).limit(8).toArray());
    }

    static ProducerRecord<byte[], byte[]> asked(Dice dice, String token, String type, String body) {
        // Some land in time, some late, some long before.
        Instant deadline =
                Instant.now().truncatedTo(ChronoUnit.MILLIS).plusSeconds(dice.of(-100_000, 8, 8, 8, 100_000));
        byte[] key = bytes(token);
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>("livechat.room.requests", PARTITIONS.of(key), key, bytes(body));
        headed(record, "ce_id", bytes("request-" + dice.id().substring(0, dice.of(9, 16)) + "0000"));
        headed(record, "ce_type", bytes("livechat." + type + ".v1"));
        headed(record, "ce_time", bytes(deadline.minusSeconds(8).toString()));
        return headed(record, "ce_deadline", bytes(deadline.toString()));
    }

    /** Where its key belongs. */
    private static ProducerRecord<byte[], byte[]> placed(ProducerRecord<byte[], byte[]> record) {
        byte[] key = record.key();
        return with(record, key == null ? 0 : PARTITIONS.of(key), key, record.value());
    }

    private static ProducerRecord<byte[], byte[]> with(
            ProducerRecord<byte[], byte[]> record, int partition, byte[] key, byte[] value) {
        return new ProducerRecord<>(record.topic(), partition, key, value, record.headers());
    }

    private static ProducerRecord<byte[], byte[]> valued(ProducerRecord<byte[], byte[]> record, byte[] value) {
        return with(record, record.partition(), record.key(), value);
    }

    private static ProducerRecord<byte[], byte[]> headed(
            ProducerRecord<byte[], byte[]> record, String name, byte[] value) {
        record.headers().remove(name).add(new RecordHeader(name, value));
        return record;
    }

    private static ProducerRecord<byte[], byte[]> random(Dice dice) {
        ProducerRecord<byte[], byte[]> record = valued(good(dice), dice.bytes(2000));
        return dice.chance(50) ? record : with(record, dice.between(0, 3), dice.bytes(300), record.value());
    }

    private static ProducerRecord<byte[], byte[]> bodies(Dice dice) {
        HostileJson.Members members = new HostileJson.Members("roomId", dice.id(), "visitorId", dice.id());
        return valued(good(dice), bytes(HostileJson.any(dice, members)));
    }

    private static ProducerRecord<byte[], byte[]> headers(Dice dice) {
        ProducerRecord<byte[], byte[]> record = good(dice);
        String name = dice.of(HEADERS);
        byte[] value = dice.of(
                null,
                new byte[0],
                new byte[] {(byte) 0xC3, 0x28},
                dice.bytes(200),
                bytes("x".repeat(dice.between(1, 3000))),
                bytes("-1"),
                bytes("99999999999999999999"));
        switch (dice.between(0, 3)) {
            case 0 -> record.headers().remove(name);
            case 1 -> record.headers().add(name, value);
            case 2 -> record.headers().add(dice.noise(20), value);
            default -> headed(record, name, value);
        }
        return record;
    }

    private static ProducerRecord<byte[], byte[]> types(Dice dice) {
        String type = dice.of(
                "livechat.room-requested.v2",
                "livechat.room-requested.v" + dice.digits(30),
                "livechat.room-requested",
                "livechat.room-created.v1",
                "LIVECHAT.ROOM-REQUESTED.V1",
                "livechat.room-requested.v1 ",
                "java.lang.Runtime",
                "");
        return headed(good(dice), "ce_type", bytes(type));
    }

    private static ProducerRecord<byte[], byte[]> partitions(Dice dice) {
        ProducerRecord<byte[], byte[]> record = good(dice);
        return with(record, (record.partition() + dice.between(0, 3)) % 4, record.key(), record.value());
    }

    private static ProducerRecord<byte[], byte[]> keys(Dice dice) {
        ProducerRecord<byte[], byte[]> record = good(dice);
        byte[] key = dice.of(
                null,
                new byte[0],
                bytes("\u00ff"),
                bytes("\u00ed\u00a0\u0080"),
                bytes("a\u0000b"),
                bytes("\n"),
                bytes("k".repeat(dice.between(250, 270))),
                bytes("k".repeat(dice.between(1000, 60_000))));
        byte[] value = dice.chance(20) ? null : record.value();
        return placed(with(record, 0, key, value));
    }

    private static ProducerRecord<byte[], byte[]> times(Dice dice) {
        ProducerRecord<byte[], byte[]> record = headed(good(dice), "ce_time", bytes(dice.of(TIMES)));
        return dice.chance(60) ? headed(record, "ce_deadline", bytes(dice.of(TIMES))) : record;
    }

    private static ProducerRecord<byte[], byte[]> ids(Dice dice) {
        String id = dice.of("a b", "", "x".repeat(64), "x".repeat(65), "-", "\\u0000", "7", dice.id());
        String body = "{\"roomId\":\"%s\",\"visitorId\":\"%s\",\"source\":\"%s\"}"
                .formatted(id, dice.of(id, "v"), dice.of("api", "widget", "", "sms"));
        ProducerRecord<byte[], byte[]> record = valued(good(dice), bytes(body));
        return dice.chance(50) ? record : headed(record, "ce_id", bytes(dice.of("x".repeat(64), "x".repeat(65), id)));
    }

    /** Up to what a broker takes; and, as zeros that shrink to nothing on their way, what is larger than it says. */
    private static ProducerRecord<byte[], byte[]> sizes(Dice dice) {
        ProducerRecord<byte[], byte[]> record = good(dice);
        return switch (dice.between(0, 9)) {
            case 0 -> valued(record, new byte[dice.between(LARGEST_VALUE, 3_000_000)]);
            case 1 -> placed(with(record, 0, new byte[dice.between(LARGEST_VALUE, 400_000)], record.value()));
            case 2 -> headed(record, "x", new byte[dice.between(LARGEST_VALUE, 1_500_000)]);
            case 3 -> valued(record, bytes("{\"x\":\"" + "x".repeat(dice.between(1, LARGEST_VALUE)) + "\"}"));
            default -> valued(record, bytes("x".repeat(dice.between(1000, 20_000))));
        };
    }

    private static ProducerRecord<byte[], byte[]> mutations(Dice dice) {
        ProducerRecord<byte[], byte[]> record = good(dice);
        byte[] value = record.value().clone();
        for (int left = dice.between(1, 4); left > 0; left--) {
            value[dice.between(0, value.length - 1)] ^= (byte) (1 << dice.between(0, 7));
        }
        return valued(record, value);
    }
}
