package livechat.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import livechat.room.Agent;
import livechat.room.AssignmentRequested;
import livechat.room.Author;
import livechat.room.CloseRequested;
import livechat.room.Closing;
import livechat.room.Department;
import livechat.room.InfoChange;
import livechat.room.MessagePosted;
import livechat.room.Refusal;
import livechat.room.Request;
import livechat.room.RequestId;
import livechat.room.RoomAddress;
import livechat.room.RoomId;
import livechat.room.RoomInfoRequested;
import livechat.room.TransferRequested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** What the platform's bodies ask of the log, and what is refused before it is asked. */
class PlatformFormsTests {

    private static final RequestId ID = new RequestId("request-0123456789");
    private static final RoomId ROOM = new RoomId("room-1");
    private static final Agent BEN = new Agent("agent-ben", "ben");
    private static final Agent CARLA = new Agent("agent-carla", "carla");
    private static final Department SALES = new Department("sales", List.of("world"));

    /** Ben is there, Carla is known and away. */
    private static final Staff STAFF = new Staff(
            id -> Optional.ofNullable(
                    Map.of("agent-ben", BEN, "agent-carla", CARLA).get(id)),
            id -> Optional.ofNullable(Map.of("agent-ben", BEN).get(id)),
            id -> Optional.ofNullable(Map.of("sales", SALES).get(id)));

    private static final Map<String, Class<? extends Record>> FORMS = Map.of(
            "forward", ForwardForm.class,
            "close", AgentCloseForm.class,
            "take", TakeForm.class,
            "info", SaveInfoForm.class,
            "hold", HoldForm.class,
            "resume", ResumeForm.class,
            "message", AgentMessageForm.class);

    private static RoomForm form(String name, String body) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/");
        request.setContent(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        JsonBody json = new JsonBody(new BoundedBody(100_000, Duration.ofSeconds(1), System::nanoTime));
        return (RoomForm) json.read(request, Objects.requireNonNull(FORMS.get(name)));
    }

    private static Request request(String name, String body) throws Exception {
        RoomForm form = form(name, body);
        assertThat(form.room()).isEqualTo(ROOM);
        return form.request(STAFF, ID);
    }

    @Test
    void sendsARoomToAnAgentOrADepartmentOrBoth() throws Exception {
        assertThat(request("forward", "{'roomId':'room-1','userId':'agent-ben'}"))
                .isEqualTo(new TransferRequested(RoomAddress.of(ROOM), Optional.empty(), Optional.of(BEN)));
        assertThat(request("forward", "{'roomId':'room-1','departmentId':'sales'}"))
                .isEqualTo(new TransferRequested(RoomAddress.of(ROOM), Optional.of(SALES), Optional.empty()));
        assertThat(request("forward", "{'roomId':'room-1','departmentId':'sales','userId':'agent-ben'}"))
                .isEqualTo(new TransferRequested(RoomAddress.of(ROOM), Optional.of(SALES), Optional.of(BEN)));
    }

    @Test
    void saysAfterwardsWhyARoomWasSentOn() throws Exception {
        RoomForm form = form("forward", "{'roomId':'room-1','userId':'agent-ben','comment':'wants a refund'}");

        MessagePosted told = (MessagePosted) form.sequel(ID).orElseThrow();

        assertThat(told.wording().msg()).isEqualTo("wants a refund");
        assertThat(told.author().countsAsResponse()).isFalse();
        assertThat(((Author.OfSystem) told.author()).type()).isEqualTo("livechat_transfer_history");
        assertThat(form.sequel(ID)).contains(told);
        assertThat(form("forward", "{'roomId':'room-1','userId':'agent-ben','comment':' '}")
                        .sequel(ID))
                .isEmpty();
    }

    @Test
    void takesARoomFromTheQueueByEitherName() throws Exception {
        AssignmentRequested taken = new AssignmentRequested(RoomAddress.of(ROOM), BEN, true);

        assertThat(request("take", "{'inquiryId':'room-1','userId':'agent-ben'}"))
                .isEqualTo(taken);
        assertThat(request("take", "{'roomId':'room-1','userId':'agent-ben'}")).isEqualTo(taken);
    }

    @Test
    void letsAnAgentWhoIsAwayCloseAndAnswer() throws Exception {
        CloseRequested close = (CloseRequested)
                request("close", "{'rid':'room-1','userId':'agent-carla','comment':'done','tags':['a']}");
        assertThat(close.closing())
                .isEqualTo(new Closing(new Closing.Closer.ByAgent(CARLA), Optional.of("done"), List.of("a")));

        MessagePosted answer =
                (MessagePosted) request("message", "{'rid':'room-1','userId':'agent-carla','msg':'Hello','_id':'m-1'}");
        assertThat(answer.author()).isEqualTo(new Author.OfAgent(CARLA));
        assertThat(answer.messageId().value()).isEqualTo("m-1");
    }

    @Test
    void drawsTheSameMessageIdForTheSameRequest() throws Exception {
        RoomForm form = form("message", "{'rid':'room-1','userId':'agent-ben','msg':'Hello'}");

        Request once = form.request(STAFF, ID);

        assertThat(form.request(STAFF, ID)).isEqualTo(once);
        assertThat(form.request(STAFF, new RequestId("request-another-one"))).isNotEqualTo(once);
        assertThat(((MessagePosted) once).messageId().value()).hasSize(17);
    }

    @Test
    void removesWhatIsBlankAndKeepsWhatIsAbsent() throws Exception {
        InfoChange change = ((RoomInfoRequested) request(
                        "info",
                        "{'roomData':{'_id':'room-1','topic':' ','tags':[],'livechatData':{'crm':'','tier':'gold'}}}"))
                .change();

        assertThat(change.topic()).contains("");
        assertThat(change.tags()).contains(List.of());
        assertThat(change.priorityId()).isEmpty();
        assertThat(change.livechatData()).isEqualTo(Map.of("crm", "", "tier", "gold"));
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            forward | {'userId':'agent-ben'}                                                 | invalid-params
            forward | {'roomId':'room-1'}                                                    | invalid-params
            forward | {'roomId':'a b','userId':'agent-ben'}                                  | error-invalid-room
            forward | {'roomId':'room-1','userId':'nobody'}                                  | error-user-is-offline
            forward | {'roomId':'room-1','userId':'agent-carla'}                             | error-user-is-offline
            forward | {'roomId':'room-1','departmentId':'none'}                              | error-invalid-department
            forward | {'roomId':'room-1','departmentId':'sales','userId':'nobody'}           | error-user-is-offline
            forward | {'roomId':'room-1','userId':'agent-ben','comment':'a\\u0000b'}         | invalid-params
            forward | {'roomId':'room-1','userId':7}                                         | invalid-params
            close   | {'userId':'agent-ben'}                                                 | invalid-params
            close   | {'rid':'room-1'}                                                       | invalid-params
            close   | {'rid':'room-1','userId':'nobody'}                                     | error-invalid-user
            close   | {'rid':'room-1','userId':'agent-ben','tags':['']}                      | invalid-params
            close   | {'rid':'room-1','userId':'agent-ben','tags':[null]}                    | invalid-params
            close   | {'rid':'room-1','userId':'agent-ben','forceClose':true}                | invalid-params
            take    | {'userId':'agent-ben'}                                                 | invalid-params
            take    | {'roomId':'room-1'}                                                    | invalid-params
            take    | {'roomId':'room-1','inquiryId':'room-2','userId':'agent-ben'}           | invalid-params
            take    | {'roomId':'room-1','userId':'agent-carla'}                             | error-user-is-offline
            info    | {}                                                                     | invalid-params
            info    | {'roomData':{}}                                                        | invalid-params
            info    | {'roomData':{'_id':'room-1','topic':'a\\nb'}}                          | invalid-params
            info    | {'roomData':{'_id':'room-1','priorityId':'a b'}}                       | invalid-params
            info    | {'roomData':{'_id':'room-1','livechatData':{'a b':'c'}}}               | invalid-params
            info    | {'roomData':{'_id':'room-1','livechatData':{'a':null}}}                | invalid-params
            hold    | {}                                                                     | invalid-params
            hold    | {'roomId':''}                                                          | error-invalid-room
            resume  | {}                                                                     | invalid-params
            resume  | {'roomId':'room-1','userId':'agent-ben'}                               | invalid-params
            message | {'rid':'room-1','userId':'agent-ben'}                                  | invalid-params
            message | {'rid':'room-1','userId':'agent-ben','msg':' '}                        | invalid-params
            message | {'rid':'room-1','userId':'agent-ben','msg':'a\\u0007'}                 | invalid-params
            message | {'rid':'room-1','userId':'agent-ben','msg':'a','_id':'a b'}            | invalid-params
            message | {'rid':'room-1','userId':'nobody','msg':'a'}                           | error-invalid-user
            message | {'rid':'room-1','msg':'a'}                                             | invalid-params
            """)
    void refusesBeforeItIsAsked(String name, String body, String code) {
        BadRequest refusal = catchThrowableOfType(BadRequest.class, () -> request(name, body));

        assertThat(refusal).as("a refusal").isNotNull();
        assertThat(refusal.code()).isEqualTo(code);
    }

    @Test
    void refusesACommentThatIsTooLongForAMessage() {
        String body = "{'roomId':'room-1','userId':'agent-ben','comment':'" + "x".repeat(5001) + "'}";

        assertThat(catchThrowableOfType(BadRequest.class, () -> request("forward", body))
                        .details())
                .isEqualTo("a comment has at most 5000 characters");
    }

    @ParameterizedTest
    @CsvSource({
        "forward, This_conversation_is_already_closed",
        "close, error-room-closed",
        "hold, error-room-already-closed",
        "take, room-closed",
        "message, room-closed",
        "resume, room-closed",
        "info, room-closed"
    })
    void hasUpstreamsWordsForRoomsThatAreNotThereOrOver(String name, String ifClosed) throws Exception {
        RoomForm form = form(name, "{}");

        assertThat(form.inItsWords(BadRequest.of(Refusal.ROOM_CLOSED.code())).code())
                .isEqualTo(ifClosed);
        assertThat(form.inItsWords(BadRequest.of(Refusal.INVALID_ROOM.code())).code())
                .isEqualTo("error-invalid-room");
        assertThat(form.inItsWords(BadRequest.of("busy")).code()).isEqualTo("busy");
    }
}
