package livechat.guarantees;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The requests of a room's whole life, of which some member is what nobody should write. */
final class HostileLives {

    private static final String FROM = "\"from\":{\"type\":WHO,\"_id\":ID,\"username\":TEXT,\"t\":ID,\"quiet\":FLAG}";
    private static final String AGENT = "\"agent\":{\"_id\":ID,\"username\":TEXT}";
    private static final String ROOM = "\"roomId\":ROOM";

    private record Form(String type, String body) {}

    private static final List<Form> FORMS = List.of(
            new Form(
                    "message-posted",
                    "{ROOM,\"messageId\":ID,FROM,\"ts\":TIME,\"personal\":{\"msg\":TEXT,\"urls\":[ANY],\"md\":ANY}}"),
            new Form("message-edit-requested", "{ROOM,\"messageId\":ID,FROM,\"personal\":{\"msg\":TEXT,\"md\":ANY}}"),
            new Form("message-deletion-requested", "{ROOM,\"messageId\":ID,FROM}"),
            new Form("assignment-requested", "{ROOM,AGENT,\"onlyIfQueued\":FLAG}"),
            new Form("return-requested", "{ROOM,\"department\":{\"_id\":ID,\"ancestors\":[ID]}}"),
            new Form("transfer-requested", "{ROOM,AGENT,\"department\":{\"_id\":ID,\"ancestors\":[ID,ID]}}"),
            new Form("hold-requested", "{ROOM}"),
            new Form("resume-requested", "{ROOM}"),
            new Form(
                    "room-info-requested",
                    "{ROOM,\"priorityId\":ID,\"ro\":FLAG,\"personal\":{\"topic\":TEXT,\"tags\":[TEXT,TEXT],"
                            + "\"livechatData\":{ID:TEXT},\"customFields\":{ID:TEXT}}}"),
            new Form("survey-answered", "{ROOM,\"personal\":{\"answers\":{ID:TEXT}}}"),
            new Form(
                    "close-requested",
                    "{ROOM,\"by\":{\"type\":WHO,\"_id\":ID,\"username\":TEXT,\"idleSince\":TIME},"
                            + "\"personal\":{\"comment\":TEXT,\"tags\":[TEXT]}}"),
            new Form(
                    "custom-fields-requested",
                    "{\"scope\":SCOPE,\"personal\":{\"customFields\":[{\"key\":ID,\"value\":TEXT,\"overwrite\":FLAG}]}}"),
            new Form("visitor-status-reported", "{\"status\":STATUS}"),
            new Form("visitor-expired", "{\"seenAt\":TIME}"),
            new Form("room-expired", "{ROOM,\"closedAt\":TIME}"),
            new Form("erasure-requested", "{\"key\":SCOPE}"),
            new Form("read-requested", "{\"key\":SCOPE}"));

    private static final Pattern BLANK = Pattern.compile("\\b(ROOM|ID|TEXT|TIME|WHO|FLAG|ANY|SCOPE|STATUS)\\b");

    private HostileLives() {}

    /** Mostly well-formed, so that much of it comes as far as the rules. */
    static ProducerRecord<byte[], byte[]> any(Dice dice) {
        Form form = dice.of(FORMS);
        // In two steps: what stands for several members, then what stands for one value.
        String members = form.body().replace("ROOM", ROOM).replace("FROM", FROM).replace("AGENT", AGENT);
        String body = BLANK.matcher(members)
                .replaceAll((MatchResult blank) -> Matcher.quoteReplacement(value(dice, blank.group())));
        return HostileRecords.asked(dice, HostileRecords.regular(dice), form.type(), body);
    }

    private static String value(Dice dice, String blank) {
        return dice.chance(4) ? hostile(dice) : good(dice, blank);
    }

    private static String hostile(Dice dice) {
        return dice.of(HostileJson.text(dice), "null", "7", "true", "[]", "{}", "[[[[[[[[]]]]]]]]");
    }

    private static String good(Dice dice, String blank) {
        return switch (blank) {
            case "ROOM" -> "\"room-" + dice.between(0, 9) + '"';
            case "ID" -> "\"id-" + dice.between(0, 9) + '"';
            case "TEXT" -> "\"text-" + dice.between(0, 99) + '"';
            case "TIME" -> '"' + (dice.chance(80) ? "2026-01-02T12:00:00.000Z" : dice.of(HostileRecords.TIMES)) + '"';
            case "WHO" -> dice.of("\"visitor\"", "\"agent\"", "\"bot\"", "\"system\"");
            case "FLAG" -> dice.of("true", "false");
            case "ANY" -> dice.of("[]", "{\"type\":\"PARAGRAPH\",\"value\":[]}", "\"x\"", "[{\"a\":[1.5e3]}]");
            case "SCOPE" -> dice.of("\"room\"", "\"visitor\"");
            default -> dice.of("\"online\"", "\"away\"", "\"offline\"", "\"busy\"");
        };
    }
}
