package livechat.http;

import java.io.IOException;
import java.util.SortedMap;
import livechat.room.SurveyAnswered;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** How a visitor found the conversation. */
@RestController
final class SurveyController {

    private final Calls calls;
    private final Asking asking;
    private final Edge edge;
    private final JsonBody body;

    SurveyController(Calls calls, Asking asking, Edge edge, JsonBody body) {
        this.calls = calls;
        this.asking = asking;
        this.edge = edge;
        this.body = body;
    }

    @PostMapping("/api/v1/livechat/room.survey")
    ResponseEntity<?> survey(ServletWebRequest exchange) throws IOException {
        SurveyForm form = body.read(exchange.getRequest(), SurveyForm.class);
        OwnRoom room = form.room();
        SortedMap<String, String> answers = form.answers();
        SurveyAnswered request = SurveyForm.request(room.address(), answers);
        return calls.answer(exchange, room.token(), call -> {
            if (answers.isEmpty()) {
                throw room.refusal(asking, call, "invalid-data");
            }
            asking.ask(call, edge.asked(request, call));
            return answer(room, answers);
        });
    }

    private static ResponseEntity<ObjectNode> answer(OwnRoom room, SortedMap<String, String> answers) {
        ObjectNode answer =
                JsonNodeFactory.instance.objectNode().put("rid", room.id().value());
        answers.forEach(answer.putObject("data")::put);
        return Success.of(answer);
    }
}
