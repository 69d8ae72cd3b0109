package livechat.log;

import java.util.List;
import livechat.room.Wording;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a message says, between its members on the wire and the two texts that are kept. */
public final class MessageText {

    /** What is shown as it came; whatever else a writer adds is passed over. In the order of upstream's document. */
    private static final List<String> EXTRAS = List.of(
            "urls",
            "mentions",
            "channels",
            "md",
            "blocks",
            "attachments",
            "file",
            "navigation",
            "newRoom",
            "showConnecting");

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private MessageText() {}

    /** Text without any markup, in the form in which upstream shows it: no links, no mentions, one paragraph. */
    public static Wording plain(String msg) {
        ObjectNode extras = JSON.objectNode();
        extras.putArray("urls");
        extras.putArray("mentions");
        extras.putArray("channels");
        extras.putArray("md")
                .addObject()
                .put("type", "PARAGRAPH")
                .putArray("value")
                .addObject()
                .put("type", "PLAIN_TEXT")
                .put("value", msg);
        return new Wording(msg, extras.toString());
    }

    /**
     * A page that the visitor has come to, in upstream's words.
     *
     * @param change what the client noticed: {@code url} or {@code title}
     */
    public static Wording visit(String change, String title, String href) {
        ObjectNode extras = JSON.objectNode();
        extras.putObject("navigation")
                .putObject("page")
                .put("change", change)
                .put("title", title)
                .putObject("location")
                .put("href", href);
        return new Wording(title + " - " + href, extras.toString());
    }

    static Wording wording(ObjectNode personal) {
        JsonNode msg = personal.path("msg");
        if (!msg.isString()) {
            throw new IllegalArgumentException("a message has a text, msg");
        }
        ObjectNode extras = JSON.objectNode();
        EXTRAS.stream().filter(personal::has).forEach(name -> extras.set(name, personal.get(name)));
        return new Wording(msg.stringValue(), extras.toString());
    }

    static ObjectNode personal(Wording wording) {
        return JSON.objectNode().put("msg", wording.msg()).setAll(extras(wording));
    }

    static ObjectNode extras(Wording wording) {
        return Json.object(wording.extras());
    }
}
