package livechat.guarantees;

/** What can be wrong in headers, and in how a body and the next request are told apart. */
final class HostileFrames {

    private HostileFrames() {}

    private static String room(Dice dice, String headers) {
        return "GET /api/v1/livechat/room?token=" + dice.token() + " HTTP/1.1\r\n" + headers + "Host: here\r\n\r\n";
    }

    private static String close(String headers, String rest) {
        return "POST /api/v1/livechat/room.close HTTP/1.1\r\nHost: here\r\n" + headers + "\r\n" + rest;
    }

    private static HostileJson.Members form(Dice dice) {
        return new HostileJson.Members("rid", dice.id(), "token", dice.token());
    }

    /** Closes of rooms that nobody has, whole. */
    static String polite(Dice dice) {
        return sized(form(dice).good());
    }

    static String bodies(Dice dice) {
        return sized(HostileJson.any(dice, form(dice)));
    }

    /** What a visitor may say about themselves, most of it the matter. */
    static String registrations(Dice dice) {
        HostileJson.Members visitor = new HostileJson.Members(
                "token",
                dice.token(),
                dice.of("name", "email", "phone", "username", "department", "customFields"),
                "x");
        String field = "{\"key\":%s,\"value\":%s,\"overwrite\":%s}"
                .formatted(HostileJson.text(dice), HostileJson.text(dice), dice.of("true", "1", "null"));
        String said = dice.chance(70)
                ? HostileJson.any(dice, visitor)
                : visitor.good()
                        .replace("}", ",\"customFields\":[" + (field + ",").repeat(dice.between(0, 60)) + field + "]}");
        return post("visitor", "{\"visitor\":" + said + "}");
    }

    private static String sized(String body) {
        return post("room.close", body);
    }

    private static String post(String path, String body) {
        return "POST /api/v1/livechat/" + path + " HTTP/1.1\r\nHost: here\r\nContent-Length: " + body.length()
                + "\r\n\r\n" + body;
    }

    static String controls(Dice dice) {
        String bad = dice.control();
        return dice.of(
                room(dice, "X-A: a" + bad + "b\r\n"),
                room(dice, "X" + bad + ": a\r\n"),
                room(dice, bad + "\r\n"),
                room(dice, "X-A: a\r\n" + bad + "b: c\r\n"),
                room(dice, "Cookie: a=" + bad + dice.token() + "\r\n"),
                "GET /api/v1/livechat/room?token=" + dice.token() + bad + " HTTP/1.1\r\nHost: here\r\n\r\n",
                "GET " + bad + "/api/v1/livechat/room?token=" + dice.token() + " HTTP/1.1\r\nHost: here\r\n\r\n",
                room(dice, "Host: " + bad + "\r\n"));
    }

    static String huge(Dice dice) {
        String value = dice.token() + "v".repeat(dice.between(8000, 40_000));
        return dice.of(
                room(dice, "X-A: " + value + "\r\n"),
                room(dice, "X" + value + ": a\r\n"),
                room(dice, "Cookie: a=" + value + "\r\n"),
                room(dice, "X-A: a\r\n".repeat(dice.between(101, 3000))),
                room(dice, "X-A: a\r\n" + " folded\r\n".repeat(dice.between(1, 2000))),
                room(dice, "Cookie: " + "a=b; ".repeat(dice.between(1700, 5000)) + "\r\n"),
                room(dice, "\r\n".repeat(dice.between(1, 50)) + "X-A: a"),
                "\r\n".repeat(dice.between(5000, 20_000)) + room(dice, ""));
    }

    /** Headers that mean something to somebody; most of these requests are answered. */
    static String meanings(Dice dice) {
        String header = dice.of(
                "Idempotency-Key: " + dice.of("short", "x".repeat(65), "with space here 123", dice.noise(20)),
                "Cookie: "
                        + dice.of(
                                "a",
                                "=b",
                                "a=",
                                ";",
                                "$Version=1; a=b",
                                "a=\"b",
                                "rc_room_type",
                                "rc_room_type=l; rc_room_type=l; rc_is_widget=t",
                                "@=1"),
                "Accept: " + dice.of("text/html", "x", "*/*;q=2", "application/xml", ";;;", "image/*"),
                "Accept-Encoding: " + dice.of("gzip;q=9", "x", "identity;q=0"),
                "Accept-Language: " + "x-".repeat(dice.between(1, 200)),
                "Content-Type: " + dice.of("x", "multipart/form-data", "text/plain; charset=nope", "/"),
                "traceparent: " + dice.of("00-" + "0".repeat(32) + "-" + "0".repeat(16) + "-00", "ff", dice.token()),
                "X-Forwarded-For: " + dice.of("1.2.3.4, ", "::", "x".repeat(300)),
                "X-Forwarded-Proto: javascript",
                "X-Forwarded-Host: a b:99999",
                "X-Forwarded-Prefix: //evil",
                "Forwarded: for=\"[::\";host=x",
                "Origin: " + dice.of("null", "http://a b", "x".repeat(2000)),
                "Range: bytes=0-0,1-1,-",
                "If-None-Match: *",
                "If-Modified-Since: yesterday",
                "Upgrade: " + dice.of("h2c", "websocket", "TLS/1.0") + "\r\nConnection: Upgrade",
                "Connection: " + dice.of("close, keep-alive", "Host", "x".repeat(100)),
                "Expect: " + dice.of("100-continue", "200-ok"),
                "X-HTTP-Method-Override: DELETE",
                "Authorization: " + dice.of("Basic !!!", "Bearer " + dice.token(), "Digest"),
                "X-Livechat-Hop: " + dice.of("1", "2", "x"),
                "Host: " + dice.of("", "a b", "here:99999", "[::1", "a/b", "here, there"));
        return room(dice, header + "\r\n");
    }

    static String lengths(Dice dice) {
        String body = form(dice).good();
        int size = body.length();
        String length = dice.of(
                "-1",
                "+" + size,
                size + ", " + size,
                size + "\r\nContent-Length: " + (size + 1),
                "9".repeat(dice.between(10, 400)),
                "0x1f",
                "",
                size + ".0",
                String.valueOf(size + dice.between(1, 70_000)),
                String.valueOf(dice.between(0, size - 1)),
                "65537",
                size + "\r\nTransfer-Encoding: chunked",
                "2\r\nTransfer-Encoding: identity",
                "0\r\nTransfer-Encoding: gzip");
        return close("Content-Length: " + length + "\r\n", body);
    }

    static String chunks(Dice dice) {
        String body = form(dice).good();
        String size = Integer.toHexString(body.length());
        String chunk = dice.of(
                size + "\r\n" + body + "\r\n",
                size + "\r\n" + body + "\r\n0\r\nX: " + dice.token() + "\r\n\r\n",
                size + "\r\n" + body + "\r\n0\r\n" + "X: a\r\n".repeat(dice.between(100, 3000)) + "\r\n",
                size + ";" + "e".repeat(dice.between(1, 20_000)) + "\r\n" + body + "\r\n0\r\n\r\n",
                "0" + size + "\n" + body + "\n0\n\n",
                "-" + size + "\r\n" + body + "\r\n0\r\n\r\n",
                "ffffffffffffffff\r\n" + body,
                "7fffffff\r\n" + body,
                "zz\r\n" + body,
                "\r\n" + body + "\r\n0\r\n\r\n",
                "1\r\n{\r\n".repeat(dice.between(1, 3000)) + "0\r\n\r\n",
                "1\r\n" + body + "\r\n0\r\n\r\n",
                "10001\r\n" + " ".repeat(0x10001) + "\r\n0\r\n\r\n",
                "30000\r\n" + " ".repeat(0x30000) + "\r\n0\r\n\r\n",
                dice.noise(50));
        String encoding = dice.of(
                "chunked", "chunked", "chunked", "Chunked", "chunked, chunked", "\tchunked", "chunke", "gzip, chunked");
        return close("Transfer-Encoding: " + encoding + "\r\n", chunk);
    }

    static String pipelines(Dice dice) {
        StringBuilder all = new StringBuilder();
        for (int left = dice.between(2, 12); left > 0; left--) {
            all.append(
                    dice.chance(60)
                            ? polite(dice)
                            : dice.of(
                                    room(dice, ""),
                                    meanings(dice),
                                    lengths(dice),
                                    chunks(dice),
                                    HostileTargets.queries(dice)));
        }
        return all.toString();
    }
}
