package livechat.room;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The life of one room in which everybody says as much as they may, in letters that take most bytes. */
public final class LongTexts {

    /** Two characters of Java, four bytes of UTF-8. */
    private static final String WAVE = "\uD83C\uDF0A";

    private static final String ID = "x".repeat(64);
    private static final String LINE = WAVE.repeat(Text.MAX_LENGTH / 2);
    private static final String LINES = "\n" + WAVE.repeat(Text.MAX_LINES_LENGTH / 2 - 1) + "\t";
    private static final Token TOKEN = new Token("\u00fc".repeat(Token.MAX_BYTES / 2));
    private static final RoomAddress ROOM = RoomAddress.of(TOKEN, new RoomId(ID));
    private static final Agent AGENT = new Agent(ID, LINE);
    private static final Wording WORDING = new Wording(
            WAVE.repeat(Wording.MAX_LENGTH / 2), "{\"md\":\"%s\"}".formatted("x".repeat(Wording.MAX_EXTRAS - 9)));

    private LongTexts() {}

    public static List<Asked> requests() {
        List<Request> requests = List.of(
                registration(),
                new RoomRequested(
                        TOKEN,
                        ROOM.roomId(),
                        new VisitorId(ID),
                        Optional.of(Source.WIDGET),
                        Optional.of(AGENT),
                        UnknownToken.REJECT),
                new CustomFieldsRequested(TOKEN, CustomFieldsRequested.Scope.ROOM, fields(LINE), Set.of()),
                message("m-visitor", new Author.OfVisitor()),
                message("m-agent", new Author.OfAgent(AGENT)),
                message("m-system", new Author.OfSystem(ID, Optional.of(AGENT), false, true)),
                new RoomInfoRequested(ROOM, info()),
                new SurveyAnswered(ROOM, fields(LINES)),
                new CloseRequested(ROOM, new Closing(new Closing.Closer.ByAgent(AGENT), Optional.of(LINES), tags())));
        return IntStream.range(0, requests.size())
                .mapToObj(i -> RoomFixtures.asked(i, requests.get(i)))
                .toList();
    }

    private static Request registration() {
        Department department = new Department(
                ID, IntStream.range(0, 64).mapToObj(i -> "%064d".formatted(i)).toList());
        Optional<String> line = Optional.of(LINE);
        Profile said = new Profile(line, line, line, Optional.of(department), fields(LINE));
        return new RegistrationRequested(TOKEN, new VisitorId(ID), line, said, Set.of());
    }

    private static Request message(String id, Author author) {
        return new MessagePosted(ROOM, new MessageId(id), author, WORDING, Optional.empty());
    }

    private static InfoChange info() {
        return new InfoChange(
                Optional.of(LINE),
                Optional.of(tags()),
                Optional.of(ID),
                fields(LINE),
                fields(LINE),
                InfoChange.Flags.NONE);
    }

    private static List<String> tags() {
        return IntStream.range(0, Tags.MAX)
                .mapToObj(i -> "%02d".formatted(i) + LINE.substring(2))
                .toList();
    }

    private static SortedMap<String, String> fields(String value) {
        return IntStream.range(0, Fields.MAX)
                .boxed()
                .collect(Collectors.toMap("%064d"::formatted, _ -> value, (one, _) -> one, TreeMap::new));
    }
}
