package livechat.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import livechat.log.Ids;
import livechat.log.LogClock;
import livechat.query.AtOnce;
import livechat.room.Agent;
import livechat.room.Asked;
import livechat.room.Author;
import livechat.room.Department;
import livechat.room.MessageDeletionRequested;
import livechat.room.MessageId;
import livechat.room.RequestId;
import livechat.room.RoomAddress;
import livechat.room.RoomId;
import livechat.room.UnknownToken;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All that visitors and the platform can call but the list of rooms, over a log that is folded as it is written. */
final class HttpFixtures {

    static final Agent ANNA = new Agent("agent-anna", "anna");
    /** Known, and away. */
    static final Agent CARLA = new Agent("agent-carla", "carla");

    static final Agent BEN = new Agent("agent-ben", "ben");

    private static final String API = "/api/v1/livechat/";
    private static final Map<String, Department> DEPARTMENTS = Map.of(
            "sales", new Department("sales", List.of()), "support", new Department("support", List.of("unit-europe")));

    private static final Deviations DEVIATIONS = Deviations.find();

    final AtOnce rooms = new AtOnce();
    private final JsonBody body = new JsonBody(new BoundedBody(65536, Duration.ofSeconds(5), System::nanoTime));
    private final Asking asking = new Asking(rooms.rooms(), rooms.answers());
    private final LogClock logClock = new LogClock(Clock.systemUTC(), Duration.ofSeconds(8));
    private final Edge edge = edge();
    private final Calls calls = new Calls(
            edge,
            rooms.routes(),
            _ -> 0,
            new Forwarding(rooms.peers(), new ClientAddress(List.of(), _ -> false), body, logClock));
    private final MockMvc mvc;

    private PlatformController platform() {
        Staff staff = new Staff(
                id -> Stream.of(ANNA, BEN, CARLA)
                        .filter(agent -> agent.id().equals(id))
                        .findFirst(),
                id -> Stream.of(ANNA, BEN)
                        .filter(agent -> agent.id().equals(id))
                        .findFirst(),
                id -> Optional.ofNullable(DEPARTMENTS.get(id)));
        return new PlatformController(new PlatformCalls(calls, asking, edge, staff), body);
    }

    HttpFixtures(Agent... available) {
        NextAgent next = new NextAgent(() -> List.of(available), DEPARTMENTS::containsKey);
        mvc = MockMvcBuilders.standaloneSetup(
                        new RoomController(calls, asking, edge, body),
                        new VisitorController(calls, asking, edge, body),
                        new MessageController(calls, asking, edge, body),
                        new HistoryController(calls, asking),
                        new SightingController(calls, asking, edge, body),
                        new FieldController(calls, asking, edge, body),
                        new SurveyController(calls, asking, edge, body),
                        new TransferController(calls, asking, edge, body),
                        new AgentController(calls, asking, next),
                        new ConfigController(calls, asking),
                        platform())
                .setControllerAdvice(new Errors())
                .build();
    }

    private static Edge edge() {
        Clock clock = Clock.systemUTC();
        Edge.Platform platform = new Edge.Platform(
                id -> Optional.of(ANNA).filter(agent -> agent.id().equals(id)),
                id -> Optional.ofNullable(DEPARTMENTS.get(id)),
                UnknownToken.GUEST);
        return new Edge(new Ids(new SecureRandom()), clock, new LogClock(clock, Duration.ofSeconds(5)), platform);
    }

    /** The answer; whether it is one of success is in it, and agrees with the status. */
    JsonNode call(String method, String path, String body, String... headers) throws Exception {
        MockHttpServletRequestBuilder request = MockMvcRequestBuilders.request(
                        HttpMethod.valueOf(method), URI.create(API + path))
                .content(body.getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        MvcResult result = mvc.perform(request).andReturn();
        MockHttpServletResponse response = result.getResponse();
        assertThat(DEVIATIONS.of(HttpExchanges.of(result))).isEmpty();
        JsonNode answer = new JsonMapper().readTree(response.getContentAsString(StandardCharsets.UTF_8));
        int expected = answer.path("success").booleanValue() ? 200 : 400;
        if (response.getStatus() != expected || !"no-store".equals(response.getHeader("Cache-Control"))) {
            throw new AssertionError("answered " + response.getStatus() + ": " + answer);
        }
        return answer;
    }

    /** What nobody can do over HTTP. */
    void agentTakesBack(String room, String message) {
        Asked last = rooms.log().getLast();
        rooms.fold(new Asked(
                new RequestId("of-the-platform-" + message),
                last.time(),
                last.deadline(),
                Optional.empty(),
                new MessageDeletionRequested(
                        RoomAddress.of(new RoomId(room)), new MessageId(message), new Author.OfAgent(ANNA))));
    }

    JsonNode get(String path) throws Exception {
        return call("GET", path, "");
    }

    JsonNode post(String path, String body) throws Exception {
        return call("POST", path, body);
    }
}
