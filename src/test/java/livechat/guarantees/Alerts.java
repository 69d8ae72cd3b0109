package livechat.guarantees;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import livechat.Parts;

/** The rules in deploy/prometheus-rules.yaml, by the meters and labels that their expressions name. */
record Alerts(Map<String, String> expressions) {

    /** Made by Prometheus itself. */
    private static final String UP = "up";

    private static final Pattern METER =
            Pattern.compile("\\b(?<name>[a-z]\\w*)\\b(?:\\{(?<labels>[^}]*)})?(?!\\w*\\()");
    private static final Pattern LABEL = Pattern.compile("(?<name>\\w+)\\s*=~?\"");
    private static final List<String> WORDS = List.of("and", "or", "unless", "by", "without");

    /** A meter as an expression names it. */
    record Named(String meter, List<String> labels) {

        /** Whether a line of what Prometheus gets to read has all of that. */
        boolean isIn(String exposed) {
            return exposed.lines()
                    .filter(line -> line.startsWith(meter + "{") || line.startsWith(meter + " "))
                    .anyMatch(line -> labels.stream().allMatch(label -> line.matches(".*[{,]" + label + "=\".*")));
        }
    }

    static Alerts read() {
        return new Alerts(Parts.readOne(Path.of("deploy/prometheus-rules.yaml")).parts("groups").stream()
                .flatMap(group -> group.parts("rules").stream())
                .collect(Collectors.toMap(rule -> rule.text("alert"), rule -> rule.text("expr"))));
    }

    List<Named> meters() {
        return expressions.values().stream().flatMap(Alerts::meters).distinct().toList();
    }

    private static Stream<Named> meters(String expression) {
        return METER.matcher(expression.replaceAll("\\[[^]]*]", ""))
                .results()
                .filter(found -> !WORDS.contains(found.group("name"))
                        && !found.group("name").equals(UP))
                .map(Alerts::named);
    }

    private static Named named(MatchResult found) {
        String labels = found.group("labels") == null ? "" : found.group("labels");
        return new Named(
                found.group("name"),
                LABEL.matcher(labels)
                        .results()
                        .map(label -> label.group("name"))
                        .toList());
    }
}
