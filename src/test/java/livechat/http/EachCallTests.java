package livechat.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import livechat.http.OpenApi.Operation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import tools.jackson.databind.JsonNode;

/** That each call is answered, and gives each code that the description has for it and no other. */
class EachCallTests {

    private static final String API = "/api/v1/livechat/";

    /** Found by the server, or by a list, which needs instances: BadInputIT and RoomListQueryTests see those. */
    private static final Set<String> ELSEWHERE = Set.of("bad-request", "GET /api/v1/livechat/rooms");

    private final OpenApi api = OpenApi.read();
    private final Map<String, String> rooms = new TreeMap<>();
    private HttpFixtures http = new HttpFixtures();

    /** What is refused leaves everything as it was. */
    private boolean hasChanged = true;

    @BeforeEach
    void haveAKey() {
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("crm", ""));
    }

    @AfterEach
    void forgetIt() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void givesEachCodeThatIsDescribed() throws Exception {
        List<String> wrong = new ArrayList<>();
        Set<String> seen = new TreeSet<>();
        for (EachCall call : calls()) {
            String given = given(call);
            seen.add(operation(call).name() + " " + given);
            if (!given.equals(call.code())) {
                wrong.add(call + " got " + given);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(seen).isEqualTo(described());
    }

    private List<EachCall> calls() throws IOException {
        return EachCall.all().stream()
                .flatMap(call -> call.isAnswered() ? Stream.concat(Stream.of(call), mistakes(call)) : Stream.of(call))
                .toList();
    }

    /** Those that are described: a call without a body has no JSON that could be broken. */
    private Stream<EachCall> mistakes(EachCall call) {
        Set<String> codes = codes(operation(call)).collect(Collectors.toSet());
        return call.mistakes().filter(mistake -> codes.contains(mistake.code()));
    }

    private Operation operation(EachCall call) {
        return api.operation(call.method(), API + call.path()).orElseThrow();
    }

    private Set<String> described() {
        return api.operations().stream()
                .filter(operation -> !ELSEWHERE.contains(operation.name()))
                .flatMap(operation ->
                        Stream.concat(Stream.of(""), codes(operation)).map(code -> operation.name() + " " + code))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Stream<String> codes(Operation operation) {
        return api.resolved(operation.description().at("/responses/400"))
                .at("/content/application~1json/schema/properties/errorType/enum")
                .valueStream()
                .map(JsonNode::stringValue)
                .filter(code -> !ELSEWHERE.contains(code));
    }

    private String given(EachCall call) throws Exception {
        if (hasChanged) {
            http = new HttpFixtures(HttpFixtures.ANNA, HttpFixtures.BEN);
            live();
        }
        JsonNode answer = send(call.method(), call.target(), call.body(), call.key());
        hasChanged = call.isAnswered();
        return answer.path("errorType").asString("");
    }

    private JsonNode send(String method, String target, String body, String key) throws Exception {
        String[] headers = key.isEmpty()
                ? new String[] {OfferedKey.HEADER, "k"}
                : new String[] {OfferedKey.HEADER, "k", Call.KEY, key};
        return http.call(method, said(target), said(body).replace('\'', '"'), headers);
    }

    private String said(String text) {
        String said = text.replace("LONG", "x".repeat(5001));
        for (Map.Entry<String, String> room : rooms.entrySet()) {
            said = said.replace(room.getKey(), room.getValue());
        }
        return said;
    }

    private void done(String target, String body, String... key) throws Exception {
        JsonNode answer = send("POST", target, body, String.join("", key));
        assertThat(answer.path("success").booleanValue())
                .as("%s %s", target, answer)
                .isTrue();
    }

    /** A room for each state that a call can find; what Mary and her agent have written and taken back; a used key. */
    private void live() throws Exception {
        open("mary", "OLD", "");
        done("room.close", "{'rid':'OLD','token':'mary'}");
        for (String name : List.of("mary", "hanna", "walt", "fay")) {
            open(name, name.toUpperCase(Locale.ROOT) + "S", "&agentId=agent-anna");
        }
        open("quinn", "QUINNS", "");
        open("sue", "SUES", "");
        talk();
        done("room.onHold", "{'roomId':'HANNAS'}");
        done("room.forward", "{'roomId':'SUES','departmentId':'support','comment':'one'}", "key-of-the-forward");
        done("room.transfer", "{'rid':'SUES','token':'sue','department':'sales'}");
        fillFay();
        for (String name : List.of("mary", "quinn", "hanna")) {
            String room = name.toUpperCase(Locale.ROOT) + "S";
            done("custom.field", "{'token':'" + name + "','key':'k','value':'v'}", EachCall.USED);
            done("room.saveInfo", "{'roomData':{'_id':'" + room + "','topic':'used'}}", EachCall.USED);
        }
    }

    private void open(String token, String name, String more) throws Exception {
        JsonNode answer = http.get("room?token=" + token + more);
        rooms.put(name, answer.at("/room/_id").stringValue());
    }

    private void talk() throws Exception {
        done("message", "{'token':'mary','rid':'MARYS','msg':'a','_id':'mine'}");
        done("message", "{'token':'mary','rid':'MARYS','msg':'a','_id':'taken-back'}");
        send("DELETE", "message/taken-back", "{'token':'mary','rid':'MARYS'}", "");
        String page = "{'token':'mary','rid':'MARYS','pageInfo':{'change':'url','title':'a','location':{'href':'b'}}}";
        done("page.visited", page, "key-of-the-first-page");
        done("message.agent", "{'rid':'MARYS','userId':'agent-anna','msg':'a','_id':'agents-taken-back'}");
        http.agentTakesBack(said("MARYS"), "agents-taken-back");
        done("message.agent", "{'rid':'MARYS','userId':'agent-anna','msg':'a','_id':'theirs'}");
        done("message.agent", "{'rid':'HANNAS','userId':'agent-anna','msg':'a'}");
        done("message", "{'token':'walt','rid':'WALTS','msg':'a'}");
    }

    /** As many fields and tags as there can be. */
    private void fillFay() throws Exception {
        String fields = numbers().map(i -> "'f" + i + "':'a'").collect(Collectors.joining(","));
        String tags = numbers().map(i -> "'t" + i + "'").collect(Collectors.joining(","));
        done("room.saveInfo", "{'roomData':{'_id':'FAYS','customFields':{" + fields + "},'tags':[" + tags + "]}}");
        String own = numbers().map(i -> "{'key':'f" + i + "','value':'a'}").collect(Collectors.joining(","));
        done("custom.fields", "{'token':'fay','customFields':[" + own + "]}");
    }

    private static Stream<Integer> numbers() {
        return IntStream.range(0, 50).boxed();
    }
}
