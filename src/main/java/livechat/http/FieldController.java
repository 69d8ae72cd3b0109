package livechat.http;

import java.io.IOException;
import livechat.room.CustomFieldsRequested;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a site knows of its visitor, field by field. */
@RestController
final class FieldController {

    private final Calls calls;
    private final Asking asking;
    private final Edge edge;
    private final JsonBody body;

    FieldController(Calls calls, Asking asking, Edge edge, JsonBody body) {
        this.calls = calls;
        this.asking = asking;
        this.edge = edge;
        this.body = body;
    }

    @PostMapping("/api/v1/livechat/custom.field")
    ResponseEntity<?> field(ServletWebRequest exchange) throws IOException {
        FieldsForm.One form = body.read(exchange.getRequest(), FieldsForm.One.class);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        CustomFieldsRequested request = form.request();
        answer.set("field", document("key", form.field()));
        return note(exchange, request, answer);
    }

    /** The capital letter is upstream's. */
    @PostMapping("/api/v1/livechat/custom.fields")
    ResponseEntity<?> fields(ServletWebRequest exchange) throws IOException {
        FieldsForm form = body.read(exchange.getRequest(), FieldsForm.class);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        CustomFieldsRequested request = form.request();
        ArrayNode fields = answer.putArray("fields");
        form.fields().forEach(field -> fields.add(document("Key", field)));
        return note(exchange, request, answer);
    }

    private ResponseEntity<?> note(ServletWebRequest exchange, CustomFieldsRequested request, ObjectNode answer)
            throws IOException {
        return calls.answer(exchange, request.token(), call -> {
            asking.ask(call, edge.asked(request, call));
            return Success.of(answer);
        });
    }

    private static ObjectNode document(String key, VisitorForm.Field field) {
        return JsonNodeFactory.instance
                .objectNode()
                .put(key, field.name())
                .put("value", field.text())
                .put("overwrite", !field.yields());
    }
}
