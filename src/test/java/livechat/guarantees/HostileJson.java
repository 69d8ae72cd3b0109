package livechat.guarantees;

import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;

/** Objects with two members that should be text, with everything the matter that JSON allows or forbids. */
final class HostileJson {

    private static final List<BiFunction<Dice, Members, String>> WAYS = List.of(
            HostileJson::deep,
            HostileJson::numbers,
            HostileJson::keys,
            HostileJson::types,
            HostileJson::strings,
            HostileJson::broken);

    private HostileJson() {}

    /** The members that would be expected, by name and value. */
    record Members(String first, String firstValue, String second, String secondValue) {

        String good() {
            return with(quoted(firstValue), quoted(secondValue));
        }

        private String with(String one, String two) {
            return "{" + quoted(first) + ":" + one + "," + quoted(second) + ":" + two + "}";
        }
    }

    static String any(Dice dice, Members members) {
        return dice.of(WAYS).apply(dice, members);
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }

    static String deep(Dice dice, Members members) {
        int depth = dice.of(5, 15, 16, 17, 100, 500, 1000, 20_000);
        String nested = dice.chance(50)
                ? "[".repeat(depth) + "]".repeat(dice.chance(70) ? depth : 0)
                : "{\"a\":".repeat(depth) + "1" + "}".repeat(dice.chance(70) ? depth : 0);
        return dice.of(
                nested,
                members.with(nested, quoted(members.secondValue())),
                "{\"x\":" + nested + "," + members.good().substring(1));
    }

    static String numbers(Dice dice, Members members) {
        String number = dice.of(
                dice.digits(20_000),
                "-" + dice.digits(40),
                "1e" + dice.digits(12),
                "1E-" + dice.digits(12),
                "0." + dice.digits(5000),
                "-0",
                "00" + dice.digits(5),
                "NaN",
                "Infinity",
                "0x" + dice.digits(6),
                "+1",
                "1.",
                ".5",
                "9223372036854775808");
        return dice.of(number, members.with(number, quoted(members.secondValue())), members.with(quoted("a"), number));
    }

    static String keys(Dice dice, Members members) {
        String key = dice.of(
                members.first(),
                "\\u00" + Integer.toHexString(members.first().charAt(0))
                        + members.first().substring(1),
                members.first().toUpperCase(Locale.ROOT),
                "",
                "__proto__",
                "@class",
                "$ne",
                "\\ud800",
                "k".repeat(dice.between(200, 60_000)));
        String one = quoted(key) + ":" + dice.of("\"a\"", "null", "{}", quoted(members.firstValue()));
        String good = members.good();
        return dice.chance(50)
                ? "{" + one + "," + good.substring(1)
                : good.substring(0, good.length() - 1) + "," + one + "}";
    }

    static String types(Dice dice, Members members) {
        List<String> values = List.of(
                "null",
                "true",
                "0",
                "1.5",
                "[]",
                "{}",
                "[\"a\"]",
                "[null]",
                "[[]]",
                "[{}]",
                "{\"$gt\":\"\"}",
                "\"\"",
                "\" \"");
        return dice.of(
                members.with(dice.of(values), dice.of(values)),
                members.with(dice.of(values), quoted(members.secondValue())),
                members.with(quoted(members.firstValue()), dice.of(values)),
                dice.of(values),
                "[" + members.good() + "]");
    }

    static String strings(Dice dice, Members members) {
        String text = text(dice);
        return dice.chance(50)
                ? members.with(text, quoted(members.secondValue()))
                : members.with(quoted(members.firstValue()), text);
    }

    /** A text in quotes that is malformed, or not what anybody would write. */
    static String text(Dice dice) {
        return quoted(dice.of(
                "\\u0000",
                "\\ud83d",
                "\\udc00\\ud800",
                "\\x41",
                "\\u12",
                "\u00c0\u0080",
                "\u00ed\u00a0\u0080",
                "\u00ff",
                "\u00f4\u0090\u0080\u0080",
                "\u0000",
                "\n",
                "a b",
                "../../etc/passwd",
                "\\u2028\\ufeff\\u202e",
                "<script>",
                "x".repeat(dice.between(60, 70_000)),
                dice.noise(40)));
    }

    static String broken(Dice dice, Members members) {
        String good = members.good();
        return dice.of(
                good.substring(0, dice.between(0, good.length() - 1)),
                good + dice.of("x", "{}", "]", "\u0000", good),
                "\u00ef\u00bb\u00bf" + good,
                "\u00ff\u00fe" + good.replace("", "\u0000"),
                "/**/" + good,
                good.replace('"', '\''),
                good.replace(":", "="),
                good.replace(",", ",,"),
                good.replace("}", ",}"),
                "",
                " ".repeat(dice.between(1, 70_000)),
                dice.noise(300));
    }
}
