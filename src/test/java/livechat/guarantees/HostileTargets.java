package livechat.guarantees;

import java.util.List;

/** What can be wrong in a request's first line. */
final class HostileTargets {

    private static final List<String> PATHS =
            List.of("room", "room.close", "config", "visitor", "visitor/secret-0", "agent", "message", "");

    private HostileTargets() {}

    static String get(String target) {
        return "GET " + target + " HTTP/1.1\r\nHost: here\r\n\r\n";
    }

    private static String room(String query) {
        return get("/api/v1/livechat/room?" + query);
    }

    /** Escapes and UTF-8 that are none, wherever a target has text. */
    static String escapes(Dice dice) {
        String bad = dice.of(
                "%",
                "%4",
                "%zz",
                "%%34",
                "%u0041",
                "%\u00b2\u00b3",
                "%-1",
                "%c3",
                "%c3%28",
                "%c0%80",
                "%e2%82",
                "%ed%a0%80",
                "%f5%80%80%80",
                "%f4%90%80%80",
                "%ff%fe",
                "%00",
                "%0d%0aX:1",
                "%7f",
                "%c2%85",
                dice.noise(3));
        String token = dice.token();
        return dice.of(
                room("token=" + token + bad),
                room("token=" + bad + token),
                room("token" + bad + "=" + token),
                room("token=" + token + "&" + bad + "=1"),
                room("token=" + token + "&rid=" + bad),
                get("/api/v1/livechat/" + bad + "?token=" + token),
                get("/api/v1/livechat/visitor/" + token + bad));
    }

    /** Tokens at and beyond their limits, and keys that nobody asked for. */
    static String queries(Dice dice) {
        String token = dice.token();
        return room(dice.of(
                "token=" + token + "x".repeat(dice.between(220, 300)),
                "token=" + "%C3%A4".repeat(dice.between(129, 140)),
                "token=" + token + "x".repeat(dice.between(5000, 9000)),
                "token=" + "a".repeat(dice.between(257, 4000)),
                "token=",
                "token",
                "=" + token,
                "token[]=" + token,
                "token=" + token + "&token=" + token,
                "token=" + token + "&to%6ben=" + token,
                "token=" + token + "&" + "&".repeat(dice.between(1, 3000)) + "x",
                "token=" + token + "&rid=" + dice.of("a", "undefined", "%20", "null", "../x", dice.id()),
                "token=" + token + "&rid=" + "r".repeat(dice.between(60, 2000)),
                "token=" + token + "&sla=" + dice.digits(2000),
                "token=" + token + "&__proto__[x]=1",
                "TOKEN=" + token,
                "token=" + token + "#x",
                "token=" + token + "?token=" + token));
    }

    /** Other forms of targets, and paths that lead out of where they seem to lead. */
    static String paths(Dice dice) {
        String query = "?token=" + dice.token();
        String path = dice.of(
                "*",
                "//api/v1/livechat/room",
                "/api/v1/livechat//room",
                "/api/v1/livechat/room/",
                "/api/v1/livechat/room/.",
                "/api/v1/livechat/room/..",
                "/../../etc/passwd",
                "/api/v1/livechat/%2e%2e/room",
                "/api/v1/livechat/..;/actuator/health",
                "/api/v1/livechat\\room",
                "/api/v1/livechat/room%3f",
                "/api/v1/livechat/room.json",
                "/API/V1/livechat/ROOM",
                "/actuator/prometheus",
                "/actuator/env",
                "/error",
                "/favicon.ico",
                "/WEB-INF/web.xml",
                "http://here:99999/api/v1/livechat/room",
                "http://[::1/x",
                "ftp://here/x",
                "here:443",
                "?",
                "#",
                "api/v1/livechat/room",
                "/" + "a/".repeat(dice.between(100, 3900)),
                "/api/v1/livechat/" + dice.of(PATHS) + "/" + dice.noise(20));
        return get(path + (dice.chance(60) ? query : ""));
    }

    static String methodsAndVersions(Dice dice) {
        String method = dice.of(
                "HEAD",
                "OPTIONS",
                "PUT",
                "DELETE",
                "PATCH",
                "TRACE",
                "CONNECT",
                "PROPFIND",
                "get",
                "Get",
                "GE\u0000T",
                "G(T",
                "M".repeat(dice.between(20, 9000)),
                "",
                "POST",
                "PRI",
                dice.noise(8));
        String version = dice.of(
                "HTTP/1.1",
                "HTTP/1.1",
                "HTTP/1.1",
                "HTTP/1.0",
                "HTTP/1.2",
                "HTTP/2.0",
                "HTTP/3",
                "HTTP/0.9",
                "HTTP/11",
                "http/1.1",
                "HTTP/1.1 ",
                "HTTP/1." + dice.digits(40),
                "HTTX/1.1",
                "ICY",
                dice.noise(8));
        String target = "/api/v1/livechat/" + dice.of(PATHS) + "?token=" + dice.token();
        return method + dice.of(" ", " ", " ", "  ", "\t", "") + target + dice.of(" ", " ", " ", "\t", "") + version
                + dice.of("\r\n", "\r\n", "\n", "\r", "\r\n ") + "Host: here\r\n\r\n";
    }
}
