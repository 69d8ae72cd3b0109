package livechat.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import livechat.log.MessageText;
import livechat.room.Asked;
import livechat.room.Author;
import livechat.room.MessageId;
import livechat.room.MessagePosted;
import livechat.room.RequestId;
import livechat.room.RoomAddress;
import livechat.room.RoomId;
import livechat.room.VisitorStatusReported;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What a visitor can say and ask besides a room, what each call answers, and what it refuses with which words. */
@Timeout(60)
class VisitorCallsTests {

    private final HttpFixtures http = new HttpFixtures(HttpFixtures.ANNA, HttpFixtures.BEN);
    private String room = "";
    private String old = "";
    private String others = "";

    @BeforeEach
    void open() throws Exception {
        old = roomOf("mary");
        http.post("room.close", said("{'rid':'" + old + "','token':'mary'}"));
        room = roomOf("mary");
        others = roomOf("paul");
        http.post("message", said("{'token':'mary','rid':'ROOM','msg':'Where is it?','_id':'mine'}"));
        fromAnAgent("theirs");
    }

    private String roomOf(String token) throws Exception {
        return http.get("room?token=" + token + "&agentId=agent-anna")
                .at("/room/_id")
                .stringValue();
    }

    private void fromAnAgent(String id) {
        Asked last = http.rooms.log().getLast();
        http.rooms.fold(new Asked(
                new RequestId("of-the-platform-" + id),
                last.time(),
                last.deadline(),
                Optional.empty(),
                new MessagePosted(
                        RoomAddress.of(new RoomId(room)),
                        new MessageId(id),
                        new Author.OfAgent(HttpFixtures.ANNA),
                        MessageText.plain("Not yet"),
                        Optional.empty())));
    }

    /** So that JSON can be read among quotes. */
    private String said(String text) {
        return text.replace('\'', '"').replace("ROOM", room).replace("OLD", old).replace("OTHERS", others);
    }

    private JsonNode post(String path, String body) throws Exception {
        return http.post(path, said(body));
    }

    private JsonNode get(String path) throws Exception {
        return http.get(said(path));
    }

    @ParameterizedTest(name = "{0} {1} {2}: {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            POST   | message | {'rid':'ROOM','msg':'a'}                              | invalid-token
            POST   | message | {'token':'nobody','rid':'ROOM','msg':'a'}             | invalid-token
            POST   | message | {'token':'mary','msg':'a'}                            | invalid-params
            POST   | message | {'token':'mary','rid':'ROOM'}                         | invalid-params
            POST   | message | {'token':'mary','rid':'ROOM','msg':7}                 | invalid-params
            POST   | message | {'token':'mary','rid':'ROOM','msg':'a','x':1}         | invalid-params
            POST   | message | {'token':'mary','rid':'ROOM','msg':'a','_id':'b c'}   | invalid-params
            POST   | message | {'token':'mary','rid':'ROOM','msg':'\\u0000'}         | invalid-params
            POST   | message | {'token':'mary','rid':'OTHERS','msg':'a'}             | invalid-room
            POST   | message | {'token':'mary','rid':'a b','msg':'a'}                | invalid-room
            POST   | message | {'token':'mary','rid':'OLD','msg':'a'}                | room-closed
            POST   | message | {'token':'mary','rid':'ROOM','msg':'a','_id':'mine'}  | message-id-reused
            GET    | message/mine?rid=ROOM                | '' | invalid-token
            GET    | message/mine?token=nobody&rid=ROOM   | '' | invalid-token
            GET    | message/mine?token=mary&rid=OTHERS   | '' | invalid-room
            GET    | message/mine?token=mary&rid=OLD      | '' | invalid-message
            GET    | message/none?token=mary&rid=ROOM     | '' | invalid-message
            GET    | message/a%20b?token=mary&rid=ROOM    | '' | invalid-message
            GET    | message/mine?token=mary              | '' | invalid-params
            GET    | message/mine?token=mary&rid=ROOM&x=1 | '' | invalid-params
            PUT    | message/mine   | {'rid':'ROOM','msg':'a'}                  | invalid-token
            PUT    | message/mine   | {'token':'nobody','rid':'ROOM','msg':'a'} | invalid-token
            PUT    | message/mine   | {'token':'mary','rid':'OTHERS','msg':'a'} | invalid-room
            PUT    | message/mine   | {'token':'mary','rid':'OLD','msg':'a'}    | room-closed
            PUT    | message/none   | {'token':'mary','rid':'ROOM','msg':'a'}   | invalid-message
            PUT    | message/theirs | {'token':'mary','rid':'ROOM','msg':'a'}   | error-action-not-allowed
            PUT    | message/mine   | {'token':'mary','rid':'ROOM'}             | invalid-params
            DELETE | message/mine   | ''                                        | invalid-token
            DELETE | message/mine   | {}                                        | invalid-token
            DELETE | message/mine   | {'token':'nobody','rid':'ROOM'}           | invalid-token
            DELETE | message/mine   | {'token':'mary','rid':'OTHERS'}           | invalid-room
            DELETE | message/mine   | {'token':'mary','rid':'OLD'}              | room-closed
            DELETE | message/none   | {'token':'mary','rid':'ROOM'}             | invalid-message
            DELETE | message/theirs | {'token':'mary','rid':'ROOM'}             | error-action-not-allowed
            DELETE | message/mine?token=mary | {'token':'mary','rid':'ROOM'}    | invalid-params
            DELETE | message/theirs?token=mary&rid=ROOM | ''                    | error-action-not-allowed
            GET    | messages.history/ROOM                           | '' | error-token-param-not-provided
            GET    | messages.history/ROOM?token=                    | '' | invalid-token
            GET    | messages.history/ROOM?token=nobody              | '' | invalid-token
            GET    | messages.history/OTHERS?token=mary              | '' | invalid-room
            GET    | messages.history/ROOM?token=mary&limit=0        | '' | invalid-params
            GET    | messages.history/ROOM?token=mary&limit=-1       | '' | invalid-params
            GET    | messages.history/ROOM?token=mary&offset=x       | '' | invalid-params
            GET    | messages.history/ROOM?token=mary&limit=9999999999 | '' | invalid-params
            GET    | messages.history/ROOM?token=mary&end=yesterday  | '' | invalid-params
            GET    | messages.history/ROOM?token=mary&ls=1e3         | '' | invalid-params
            GET    | messages.history/ROOM?token=mary&count=1        | '' | invalid-params
            POST   | visitor.status | {'status':'away'}                         | invalid-token
            POST   | visitor.status | {'token':'nobody','status':'away'}        | invalid-token
            POST   | visitor.status | {'token':'mary'}                          | invalid-params
            POST   | visitor.status | {'token':'mary','status':'AWAY'}          | invalid-params
            POST   | custom.field   | {'key':'a','value':'b'}                   | invalid-token
            POST   | custom.field   | {'token':'nobody','key':'a','value':'b'}  | invalid-token
            POST   | custom.field   | {'token':'mary','value':'b'}              | invalid-params
            POST   | custom.field   | {'token':'mary','key':'a'}                | invalid-params
            POST   | custom.field   | {'token':'mary','key':'a b','value':'b'}  | invalid-params
            POST   | custom.field   | {'token':'mary','key':'a','value':'b','overwrite':'yes'} | invalid-params
            POST   | custom.fields  | {'customFields':[]}                       | invalid-token
            POST   | custom.fields  | {'token':'nobody','customFields':[]}      | invalid-token
            POST   | custom.fields  | {'token':'mary'}                          | invalid-params
            POST   | custom.fields  | {'token':'mary','customFields':[null]}    | invalid-params
            POST   | room.survey    | {'rid':'ROOM','data':[{'name':'satisfaction','value':'5'}]}                     | invalid-token
            POST   | room.survey    | {'rid':'ROOM','token':'nobody','data':[{'name':'satisfaction','value':'5'}]}    | invalid-token
            POST   | room.survey    | {'rid':'OTHERS','token':'mary','data':[{'name':'satisfaction','value':'6'}]}    | invalid-room
            POST   | room.survey    | {'rid':'ROOM','token':'mary','data':[{'name':'satisfaction','value':'6'}]}      | invalid-data
            POST   | room.survey    | {'rid':'ROOM','token':'mary','data':[{'name':'mood','value':'5'}]}              | invalid-data
            POST   | room.survey    | {'rid':'ROOM','token':'mary','data':[{'name':'additionalFeedback','value':''}]} | invalid-params
            POST   | room.survey    | {'rid':'ROOM','token':'mary','data':[{'value':'5'}]} | invalid-params
            POST   | room.survey    | {'rid':'ROOM','token':'mary','data':[]}   | invalid-params
            POST   | room.survey    | {'rid':'ROOM','token':'mary'}             | invalid-params
            POST   | room.transfer  | {'rid':'ROOM','department':'sales'}                   | invalid-token
            POST   | room.transfer  | {'rid':'ROOM','token':'nobody','department':'none'}   | invalid-token
            POST   | room.transfer  | {'rid':'OTHERS','token':'mary','department':'none'}   | invalid-room
            POST   | room.transfer  | {'rid':'ROOM','token':'mary','department':'none'}     | error-invalid-department
            POST   | room.transfer  | {'rid':'ROOM','token':'mary'}                         | invalid-params
            POST   | room.transfer  | {'rid':'OLD','token':'mary','department':'sales'}     | room-closed
            POST   | visitor/department.transfer | {'rid':'ROOM','token':'nobody','department':'sales'} | invalid-token
            POST   | visitor/department.transfer | {'rid':'OTHERS','token':'mary','department':'sales'} | error-invalid-room
            POST   | visitor/department.transfer | {'rid':'OLD','token':'mary','department':'sales'}    | This_conversation_is_already_closed
            POST   | visitor/department.transfer | {'rid':'ROOM','token':'mary','department':'none'}    | error-invalid-department
            GET    | agent.info/ROOM/nobody    | '' | invalid-token
            GET    | agent.info/OTHERS/mary    | '' | invalid-room
            GET    | agent.info/ROOM/mary?x=1  | '' | invalid-params
            GET    | agent.next/nobody?department=none | '' | agent-not-found
            GET    | agent.next/nobody?x=1     | '' | invalid-params
            DELETE | visitor/nobody            | '' | invalid-token
            DELETE | visitor/mary              | {'x':1} | invalid-params
            DELETE | visitor/mary              | [] | invalid-params
            DELETE | visitor/mary?x=1          | '' | invalid-params
            POST   | page.visited | {'rid':'ROOM','pageInfo':{'change':'url','title':'a','location':{'href':'b'}}}                    | invalid-token
            POST   | page.visited | {'token':'nobody','rid':'ROOM','pageInfo':{'change':'url','title':'a','location':{'href':'b'}}}   | invalid-token
            POST   | page.visited | {'token':'mary','rid':'OTHERS','pageInfo':{'change':'url','title':'a','location':{'href':'b'}}}   | invalid-room
            POST   | page.visited | {'token':'mary','rid':'OLD','pageInfo':{'change':'url','title':'a','location':{'href':'b'}}}      | room-closed
            POST   | page.visited | {'token':'mary','rid':'ROOM','pageInfo':{'change':'url','title':'a'}}                             | invalid-params
            POST   | page.visited | {'token':'mary','rid':'ROOM','pageInfo':{'change':'url','title':'\\u0000','location':{'href':'b'}}} | invalid-params
            POST   | page.visited | {'token':'mary','rid':'ROOM','pageInfo':{}}                                                       | invalid-params
            POST   | page.visited | {'token':'mary','rid':'ROOM'}                                                                     | invalid-params
            """)
    void refuses(String method, String path, String body, String error) throws Exception {
        int before = http.rooms.log().size();
        JsonNode answer = http.call(method, said(path), body.equals("''") ? "" : said(body));

        assertThat(answer.path("error").stringValue()).isEqualTo(error);
        assertThat(answer.path("errorType").stringValue()).isEqualTo(error);
        assertThat(http.rooms.log()).hasSize(before);
    }

    @Test
    void refusesAMessageThatIsTooLong() throws Exception {
        assertThat(post("message", "{'token':'mary','rid':'ROOM','msg':'" + "x".repeat(5001) + "'}")
                        .path("error")
                        .stringValue())
                .isEqualTo("message-length-exceeds-character-limit");
        assertThat(post("message", "{'token':'mary','rid':'ROOM','msg':'" + "x".repeat(5000) + "'}")
                        .at("/message/msg")
                        .stringValue())
                .hasSize(5000);
    }

    @Test
    void postsAMessageAndReadsItBack() throws Exception {
        JsonNode posted =
                post("message", "{'token':'mary','rid':'ROOM','msg':'Hello?'}").get("message");

        assertThat(posted.at("/token").stringValue()).isEqualTo("mary");
        assertThat(posted.at("/md/0/value/0/value").stringValue()).isEqualTo("Hello?");
        String id = posted.at("/_id").stringValue();
        assertThat(id).hasSize(17);
        assertThat(get("message/" + id + "?token=mary&rid=ROOM").get("message")).isEqualTo(posted);
        assertThat(get("room?token=mary").at("/room/lastMessage/_id").stringValue())
                .isEqualTo(id);
    }

    @Test
    void takesTheClientsNameForAMessageAndPassesOverItsAgent() throws Exception {
        String body = "{'token':'mary','rid':'ROOM','msg':'Hi','_id':'of-mine','agent':{'agentId':'a','username':'b'}}";

        assertThat(post("message", body).at("/message/_id").stringValue()).isEqualTo("of-mine");
        assertThat(post("message", body).at("/message/_id").stringValue()).isEqualTo("of-mine");
        assertThat(get("room?token=mary").at("/room/msgs").intValue()).isEqualTo(3);
    }

    /** The message has no name of the client's, and still is not posted twice. */
    @Test
    void postsOneMessageHoweverOftenTheCallIsRepeatedUnderAKey() throws Exception {
        String body = said("{'token':'mary','rid':'ROOM','msg':'Hello?'}");
        String[] key = {"Idempotency-Key", "a-key-of-the-client"};

        JsonNode first = http.call("POST", "message", body, key);
        assertThat(http.call("POST", "message", body, key)).isEqualTo(first);
        assertThat(post("message", "{'token':'mary','rid':'ROOM','msg':'Hello?'}"))
                .isNotEqualTo(first);
        assertThat(get("room?token=mary").at("/room/msgs").intValue()).isEqualTo(4);
    }

    @Test
    void changesAndDeletesAMessage() throws Exception {
        JsonNode edited = http.call("PUT", "message/mine", said("{'token':'mary','rid':'ROOM','msg':'Well?'}"))
                .get("message");
        assertThat(edited.at("/msg").stringValue()).isEqualTo("Well?");
        assertThat(edited.has("editedAt")).isTrue();
        assertThat(edited.at("/editedBy/_id").stringValue())
                .isEqualTo(edited.at("/u/_id").stringValue());

        JsonNode deleted = http.call("DELETE", "message/mine", said("{'token':'mary','rid':'ROOM'}"))
                .get("message");
        assertThat(deleted.at("/_id").stringValue()).isEqualTo("mine");
        assertThat(deleted.at("/ts").stringValue()).endsWith("Z");
        assertThat(get("message/mine?token=mary&rid=ROOM").path("error").stringValue())
                .isEqualTo("invalid-message");
    }

    @Test
    void deletesAMessageThatIsNamedInTheQueryAlone() throws Exception {
        assertThat(http.call("DELETE", said("message/mine?token=mary&rid=ROOM"), "")
                        .at("/message/_id")
                        .stringValue())
                .isEqualTo("mine");
    }

    @Test
    void readsMessagesNewestFirst() throws Exception {
        for (int i = 0; i < 25; i++) {
            post("message", "{'token':'mary','rid':'ROOM','msg':'a','_id':'m" + i + "'}");
        }

        assertThat(history("")).hasSize(20).startsWith("m24", "m23").endsWith("m5");
        assertThat(history("&limit=3")).containsExactly("m24", "m23", "m22");
        assertThat(history("&limit=100&offset=25")).containsExactly("theirs", "mine");
        assertThat(history("&limit=999999999")).hasSize(27);
        assertThat(history("&ls=&end=&limit=&offset=")).hasSize(20);
    }

    @Test
    void boundsWhatOneAnswerHolds() {
        assertThat(HistoryQuery.of("token=mary&limit=99").wanted().limit()).isEqualTo(99);
        assertThat(HistoryQuery.of("token=mary&limit=101").wanted().limit()).isEqualTo(100);
    }

    @Test
    void readsMessagesOfATimeOnly() throws Exception {
        JsonNode mine = get("message/mine?token=mary&rid=ROOM").get("message");
        String ts = mine.get("ts").stringValue();
        long millis = Instant.parse(ts).toEpochMilli();

        assertThat(history("&end=" + ts)).doesNotContain("mine");
        assertThat(history("&end=" + (millis + 1))).contains("mine");
        assertThat(history("&ls=" + millis)).doesNotContain("mine");
        assertThat(history("&ls=" + (millis - 1))).contains("mine");
    }

    @Test
    void readsMessagesOfAClosedRoom() throws Exception {
        post("room.close", "{'rid':'ROOM','token':'mary'}");

        assertThat(history("")).containsExactly("theirs", "mine");
    }

    private List<String> history(String query) throws Exception {
        return get("messages.history/ROOM?token=mary" + query)
                .get("messages")
                .valueStream()
                .map(message -> message.get("_id").stringValue())
                .toList();
    }

    @Test
    void notesWhetherTheVisitorIsThere() throws Exception {
        JsonNode answer = post("visitor.status", "{'token':'mary','status':'away'}");

        assertThat(answer.get("token").stringValue()).isEqualTo("mary");
        assertThat(answer.get("status").stringValue()).isEqualTo("away");
        assertThat(get("room?token=mary").at("/room/v/status").stringValue()).isEqualTo("away");
        assertThat(http.rooms.log().getLast().request()).isInstanceOf(VisitorStatusReported.class);
    }

    @Test
    void notesCustomFields() throws Exception {
        assertThat(post("custom.field", "{'token':'mary','key':'crm','value':'0032y','overwrite':true}")
                        .get("field")
                        .toString())
                .isEqualTo(said("{'key':'crm','value':'0032y','overwrite':true}"));
        assertThat(post(
                                "custom.fields",
                                "{'token':'mary','customFields':[{'key':'crm','value':'x','overwrite':false},{'key':'tier','value':'gold'}]}")
                        .get("fields")
                        .toString())
                .isEqualTo(
                        said(
                                "[{'Key':'crm','value':'x','overwrite':false},{'Key':'tier','value':'gold','overwrite':true}]"));
        assertThat(get("visitor/mary").at("/visitor/livechatData").toString())
                .isEqualTo(said("{'crm':'0032y','tier':'gold'}"));
    }

    @Test
    void refusesMoreCustomFieldsThanThereIsSpaceFor() throws Exception {
        String fields = IntStream.range(0, 50)
                .mapToObj(i -> "{'key':'k" + i + "','value':'v'}")
                .collect(Collectors.joining(","));
        post("custom.fields", "{'token':'mary','customFields':[" + fields + "]}");

        assertThat(post("custom.field", "{'token':'mary','key':'more','value':'v'}")
                        .path("error")
                        .stringValue())
                .isEqualTo("too-many-custom-fields");
    }

    @Test
    void keepsTheAnswersThatAreOfUse() throws Exception {
        post("room.close", "{'rid':'ROOM','token':'mary'}");
        JsonNode answer = post(
                "room.survey",
                "{'rid':'ROOM','token':'mary','data':[{'name':'satisfaction','value':'5'},"
                        + "{'name':'agentKnowledge','value':'9'},{'name':'additionalFeedback','value':'Thanks'}]}");

        assertThat(answer.get("rid").stringValue()).isEqualTo(room);
        assertThat(answer.get("data").toString()).isEqualTo(said("{'additionalFeedback':'Thanks','satisfaction':'5'}"));
    }

    @Test
    void handsTheRoomToAnotherDepartment() throws Exception {
        JsonNode answer = post("room.transfer", "{'rid':'ROOM','token':'mary','department':'support'}");

        assertThat(answer.at("/room/departmentId").stringValue()).isEqualTo("support");
        assertThat(answer.at("/room").propertyNames())
                .containsExactlyInAnyOrder("_id", "t", "departmentId", "open", "v", "ts");
        assertThat(post("room.transfer", "{'rid':'ROOM','token':'mary','department':'support'}")
                        .path("error")
                        .stringValue())
                .isEqualTo("error-forwarding-chat-same-department");
        assertThat(post("visitor/department.transfer", "{'rid':'ROOM','token':'mary','department':'sales'}")
                        .toString())
                .isEqualTo(said("{'success':true}"));
        assertThat(get("room?token=mary").at("/room/departmentId").stringValue())
                .isEqualTo("sales");
    }

    @Test
    void tellsWhoServesARoom() throws Exception {
        assertThat(get("agent.info/ROOM/mary").get("agent").toString())
                .isEqualTo(said("{'_id':'agent-anna','username':'anna'}"));
        post("room.transfer", "{'rid':'ROOM','token':'mary','department':'support'}");
        assertThat(get("agent.info/ROOM/mary").path("error").stringValue()).isEqualTo("invalid-agent");
        assertThat(get("agent.info/OLD/mary").at("/agent/_id").stringValue()).isEqualTo("agent-anna");
    }

    @Test
    void tellsWhoCouldServeAVisitorWithoutARoom() throws Exception {
        assertThat(get("agent.next/mary").toString()).isEqualTo(said("{'success':true}"));
        JsonNode agent = get("agent.next/eve").get("agent");
        assertThat(agent.get("username").stringValue()).isIn("anna", "ben");
        assertThat(get("agent.next/eve?department=sales").get("agent")).isEqualTo(agent);
        assertThat(get("agent.next/eve?department=").get("agent")).isEqualTo(agent);
        assertThat(new HttpFixtures().get("agent.next/eve").path("error").stringValue())
                .isEqualTo("agent-not-found");
    }

    @ParameterizedTest
    @CsvSource({"''", "{}"})
    void erasesAVisitor(String body) throws Exception {
        JsonNode visitor = http.call("DELETE", "visitor/mary", body).get("visitor");

        assertThat(visitor.get("_id").stringValue()).hasSize(17);
        assertThat(visitor.get("ts").stringValue()).endsWith("Z");
        assertThat(get("visitor/mary").path("error").stringValue()).isEqualTo("invalid-token");
        assertThat(get("messages.history/ROOM?token=mary").path("error").stringValue())
                .isEqualTo("invalid-token");
    }

    @Test
    void notesWhichPageTheVisitorCameToAndDoesNotShowItToThem() throws Exception {
        String page = "{'change':'url','title':'Prices','location':{'href':'https://shop.example/prices'}}";
        JsonNode answer = post("page.visited", "{'token':'mary','rid':'ROOM','pageInfo':" + page + "}");

        assertThat(answer.get("page").toString())
                .isEqualTo(said("{'msg':'Prices - https://shop.example/prices','navigation':{'page':" + page + "}}"));
        assertThat(get("room?token=mary").at("/room/msgs").intValue()).isEqualTo(3);
        assertThat(get("room?token=mary").at("/room/lastMessage/_id").stringValue())
                .isEqualTo("theirs");
        assertThat(history("")).containsExactly("theirs", "mine");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            {'token':'mary','rid':'ROOM','pageInfo':{'change':'title','title':'a','location':{'href':'b'}}}
            {'token':'mary','pageInfo':{'change':'url','title':'a','location':{'href':'b'}}}
            """)
    void notesNoOtherChangeAndNothingWithoutARoom(String body) throws Exception {
        int before = http.rooms.log().size();

        assertThat(post("page.visited", body).toString()).isEqualTo(said("{'success':true}"));
        assertThat(http.rooms.log()).hasSize(before);
    }
}
