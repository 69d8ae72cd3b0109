package livechat.guarantees;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a stranger may send to the public port, by what is the matter with it; a text with one character for each byte. */
final class HostileRequests {

    static final List<Family> FAMILIES = List.of(
            new Family("escapes", HostileTargets::escapes),
            new Family("queries", HostileTargets::queries),
            new Family("paths", HostileTargets::paths),
            new Family("methods and versions", HostileTargets::methodsAndVersions),
            new Family("control characters", HostileFrames::controls),
            new Family("huge headers", HostileFrames::huge),
            new Family("headers with a meaning", HostileFrames::meanings),
            new Family("lengths", HostileFrames::lengths),
            new Family("chunks", HostileFrames::chunks),
            new Family("pipelines", HostileFrames::pipelines),
            new Family("bodies", HostileFrames::bodies),
            new Family("registrations", HostileFrames::registrations),
            new Family("halves", HostileRequests::half),
            new Family("mutations", HostileRequests::mutation),
            new Family("noise", HostileRequests::noise));

    private HostileRequests() {}

    /** Requests with the same thing the matter. */
    record Family(String name, Function<Dice, String> make) {

        List<String> batch(Dice dice, int size) {
            return Stream.generate(() -> make.apply(dice)).limit(size).toList();
        }
    }

    private static String polite(Dice dice) {
        return dice.chance(50)
                ? HostileTargets.get("/api/v1/livechat/room?token=" + dice.token())
                : HostileFrames.polite(dice);
    }

    private static String half(Dice dice) {
        String whole = polite(dice);
        return whole.substring(0, dice.between(0, whole.length() - 1));
    }

    private static String mutation(Dice dice) {
        StringBuilder text = new StringBuilder(polite(dice));
        for (int left = dice.between(1, 12); left > 0; left--) {
            mutate(text, dice);
        }
        return text.toString();
    }

    private static void mutate(StringBuilder text, Dice dice) {
        int from = dice.between(0, text.length() - 1);
        int to = Math.min(text.length(), from + dice.between(1, 8));
        switch (dice.between(0, 4)) {
            case 0 -> text.setCharAt(from, (char) dice.between(0, 0xFF));
            case 1 -> text.delete(from, to).append(' ');
            case 2 -> text.insert(from, dice.noise(8));
            case 3 -> text.insert(from, text.substring(from, to));
            default -> text.setCharAt(from, (char) (text.charAt(from) ^ 1 << dice.between(0, 7)));
        }
    }

    private static String noise(Dice dice) {
        return dice.of(
                dice.noise(2000),
                dice.noise(20_000),
                "\u0016\u0003\u0001\u0002\u0000\u0001" + dice.noise(500),
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + dice.noise(200),
                "PROXY TCP4 1.1.1.1 2.2.2.2 1 2\r\n" + polite(dice),
                "\r\n\r\n" + dice.noise(100),
                "\u0000".repeat(dice.between(1, 20_000)),
                "GET " + dice.noise(300) + " HTTP/1.1\r\nHost: here\r\n\r\n");
    }
}
