package livechat.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What can be asked of a list of rooms, and how it is understood. */
class RoomListQueryTests {

    private static final List<ObjectNode> ROOMS = rooms("""
            {"_id":"a","fname":"Mary Ann","open":true,"msgs":3,"ts":"2026-01-01T10:00:00.000Z","departmentId":"sales",
             "tags":["vip","late"],"servedBy":{"_id":"agent-1","username":"ben"},"livechatData":{"crm":"0032Y","age":7}}
            {"_id":"b","fname":"PAUL","open":true,"msgs":20,"ts":"2026-01-02T10:00:00.000Z","customFields":{"crm":"1100"}}
            {"_id":"c","fname":"mary","msgs":3,"ts":"2026-01-03T10:00:00.000Z","closedAt":"2026-01-04T00:00:00.000Z",
             "servedBy":{"_id":"agent-2","username":"eve"},"tags":["late"],"departmentId":"help"}
            {"_id":"d","fname":"guest-7","msgs":0,"ts":"2026-01-03T10:00:00.000Z","closedAt":"2026-01-05T00:00:00.000Z"}
            """);

    private static List<ObjectNode> rooms(String lines) {
        JsonMapper json = new JsonMapper();
        return Arrays.stream(lines.split("(?<=})\n(?=\\{)|\n$"))
                .map(line -> (ObjectNode) json.readTree(line))
                .toList();
    }

    private static String list(String query) {
        RoomListQuery wanted = RoomListQuery.of(encoded(query));
        FoundRooms found = wanted.nothingYet();
        ROOMS.stream().filter(wanted.filter()).forEach(found::add);
        return found.from(wanted.offset()).stream()
                .map(room -> room.path("_id").stringValue())
                .collect(Collectors.joining(" "));
    }

    /** Readable here, and as a client sends it. */
    private static String encoded(String query) {
        return Arrays.stream(query.split("&"))
                .map(pair -> pair.split("=", 2))
                .map(pair -> Arrays.stream(pair)
                        .map(text -> URLEncoder.encode(text, StandardCharsets.UTF_8))
                        .collect(Collectors.joining("=")))
                .collect(Collectors.joining("&"));
    }

    @Test
    void listsAllWithoutAnyQueryTheLatestFirst() {
        assertThat(RoomListQuery.of(null).count()).isEqualTo(25);
        assertThat(list("offset=0")).isEqualTo("c d b a");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            open=true                                                          | b a
            open=false                                                         | c d
            agents[]=agent-1                                                   | a
            agents[]=eve&agents[]=agent-1                                      | c a
            agents[]=nobody                                                    | ""
            departmentId=sales                                                 | a
            tags[]=vip                                                         | a
            tags[]=vip&tags[]=late                                             | c a
            createdAt={"start":"2026-01-02T10:00:00.000Z"}                     | c d b
            createdAt={"end":"2026-01-02T10:00:00.000Z"}                       | b a
            createdAt={"end":"2026-01-02T10:59:59.999+01:00"}                  | a
            createdAt={"start":"2026-01-01T10:00:00.001Z","end":"2026-01-03T09:59:59.999Z"} | b
            closedAt={"start":"2026-01-01T00:00:00Z"}                          | c d
            closedAt={"end":"2026-01-04T00:00:00Z"}                            | c
            closedAt={}                                                        | c d b a
            roomName=MARY                                                      | c a
            roomName=y A                                                       | a
            roomName=.*                                                        | ""
            roomName=                                                          | c d b a
            customFields={"crm":"32y"}                                         | a
            customFields={"crm":"1"}                                           | b
            customFields={"crm":"0","age":"7"}                                 | a
            customFields={"other":""}                                          | ""
            open=true&roomName=mary&tags[]=late                                | a
            sort={"ts":1}                                                      | a b c d
            sort={"ts":-1}                                                     | c d b a
            sort={"fname":1}                                                   | a b d c
            sort={"msgs":-1}                                                   | b a c d
            sort={"msgs":1}                                                    | d a c b
            sort={"closedAt":1}                                                | a b c d
            sort={"closedAt":-1}                                               | d c a b
            count=2                                                            | c d
            count=2&offset=2                                                   | b a
            count=2&offset=3                                                   | a
            offset=4                                                           | ""
            """)
    void understands(String query, String ids) {
        assertThat(list(query)).isEqualTo(ids);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            token=SECRET                             | unknown key: token
            agents=SECRET                            | unknown key: agents
            open=true&open=true                      | repeated key: open
            open=                                    | neither true nor false: open
            open=yes                                 | neither true nor false: open
            departmentId=                            | empty value: departmentId
            agents[]=a&agents[]=                     | empty value: agents[]
            tags[]                                   | empty value: tags[]
            createdAt=2026                           | not a JSON object: createdAt
            createdAt=                               | not a JSON object: createdAt
            createdAt={"start":1}                    | not a text: createdAt.start
            createdAt={"start":null}                 | not a text: createdAt.start
            createdAt={"start":"yesterday"}          | not a time such as 2026-01-31T23:59:59.999Z: createdAt.start
            createdAt={"from":"SECRET"}              | unknown key: createdAt.from
            createdAt={"start":"2026-01-02T00:00:00Z","end":"2026-01-01T00:00:00Z"} | end before start: createdAt
            closedAt=[]                              | not a JSON object: closedAt
            closedAt={"end":"2026-01-01"}            | not a time such as 2026-01-31T23:59:59.999Z: closedAt.end
            closedAt={"end":"1","end":"2"}           | not a JSON object: closedAt
            closedAt={} {}                           | not a JSON object: closedAt
            customFields=SECRET                      | not a JSON object: customFields
            customFields={"crm":7}                   | not a text: customFields.crm
            customFields={"crm":{"$ne":""}}          | not a text: customFields.crm
            sort=ts                                  | not a JSON object: sort
            sort={}                                  | not exactly one member: sort
            sort={"ts":1,"lm":1}                     | not exactly one member: sort
            sort={"v.token":1}                       | unknown key: sort.v.token
            sort={"ts":2}                            | neither 1 nor -1: sort
            sort={"ts":0}                            | neither 1 nor -1: sort
            sort={"ts":1.0}                          | neither 1 nor -1: sort
            sort={"ts":"1"}                          | neither 1 nor -1: sort
            sort={"ts":4294967297}                   | neither 1 nor -1: sort
            count=0                                  | not from 1 to 100: count
            count=101                                | not from 1 to 100: count
            count=                                   | not a number: count
            count=-1                                 | not a number: count
            count=1e1                                | not a number: count
            count=99999999999                        | not a number: count
            count=１                                 | not a number: count
            offset=-1                                | not a number: offset
            offset=9976                              | offset and count reach beyond 10000: offset
            offset=9999&count=2                      | offset and count reach beyond 10000: offset
            """)
    void refusesAndNamesTheKey(String query, String details) {
        BadRequest refusal = catchThrowableOfType(BadRequest.class, () -> RoomListQuery.of(encoded(query)));

        assertThat(refusal.status().value()).isEqualTo(400);
        assertThat(refusal.code()).isEqualTo("invalid-params");
        assertThat(refusal.details()).isEqualTo(details).doesNotContain("SECRET");
    }

    @Test
    void reachesAsFarAsItMay() {
        assertThat(RoomListQuery.of("offset=9900&count=100").offset()).isEqualTo(9900);
    }
}
