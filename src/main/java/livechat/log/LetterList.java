package livechat.log;

import java.io.PrintStream;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Dead letters as an operator reads them: where from, when, what, why, and what became of it; neither keys nor values. */
final class LetterList {

    private final LetterOptions options;
    private final PrintStream out;
    private final Optional<String> cause;
    private final Instant since;
    private final Instant until;
    private int listed;

    LetterList(LetterOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
        this.cause = options.value("cause").map(LetterList::folded);
        this.since = options.time("since").orElse(Instant.MIN);
        this.until = options.time("until").orElse(Instant.MAX);
    }

    /** One line each in JSON; for people some lines each, and how many there are. */
    void print(LetterBox box) {
        Map<LetterId, Filed> fates = box.fates();
        box.forEach(filed -> {
            if (filed instanceof Filed.Letter letter) {
                print(letter, fates.get(letter.request()));
            }
        });
        if (!options.isSet("json")) {
            out.println(listed == 0 ? "No dead letters." : listed + (listed == 1 ? " dead letter." : " dead letters."));
        }
    }

    private void print(Filed.Letter letter, @Nullable Filed fate) {
        if (isWanted(letter, fate)) {
            listed++;
            out.println(options.isSet("json") ? json(letter, fate) : text(letter, fate));
        }
    }

    /** A letter that became another one is not open: the other one is. */
    private boolean isWanted(Filed.Letter letter, @Nullable Filed fate) {
        boolean isOpen = fate == null || (fate instanceof Filed.Settled && !fate.isDone());
        return (isOpen || !options.isSet("open"))
                && !letter.time().isBefore(since)
                && letter.time().isBefore(until)
                && cause.map(part -> folded(told(letter, DeadLetter.CAUSE)).contains(part))
                        .orElse(true);
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    static String text(Filed.Letter letter, @Nullable Filed fate) {
        String text = """
                %s  %s  %s
                    id %s, from %s
                    %s""".formatted(
                        letter.request(),
                        Timestamps.text(letter.time()),
                        told(letter, CloudEvents.TYPE),
                        told(letter, CloudEvents.ID),
                        told(letter, CloudEvents.SOURCE),
                        told(letter, DeadLetter.CAUSE));
        return fate == null ? text : text + "\n    put back as %s: %s".formatted(fate.request(), fate.outcome());
    }

    private static String told(Filed.Letter letter, String header) {
        return letter.told(header).orElse("(none)");
    }

    static ObjectNode json(Filed.Letter letter, @Nullable Filed fate) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("letter", letter.request().toString())
                .put("topic", told(letter, DeadLetter.TOPIC))
                .put("partition", letter.request().partition())
                .put("offset", letter.request().offset())
                .put("time", Timestamps.text(letter.time()));
        letter.told(CloudEvents.TYPE).ifPresent(type -> json.put("type", type));
        letter.told(CloudEvents.ID).ifPresent(id -> json.put("requestId", id));
        letter.told(CloudEvents.SOURCE).ifPresent(source -> json.put("source", source));
        json.put("cause", told(letter, DeadLetter.CAUSE));
        if (fate != null) {
            json.putObject("putBack")
                    .put("as", fate.request().toString())
                    .put("outcome", fate.outcome())
                    .put("done", fate.isDone());
        }
        return json;
    }
}
