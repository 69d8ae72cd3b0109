package livechat.log;

import java.util.Locale;
import java.util.Optional;
import livechat.room.CloseRequested;
import livechat.room.ReadRequested;
import livechat.room.RegistrationRequested;
import livechat.room.Request;
import livechat.room.RoomId;
import livechat.room.RoomRequested;
import livechat.room.Source;
import livechat.room.Token;
import livechat.room.UnknownToken;
import livechat.room.VisitorId;
import org.jspecify.annotations.Nullable;

/** What lies in the value of a request; the component names are its members. The token is the key. */
sealed interface RequestBody {

    Request request(Token token);

    static RequestBody of(Request request) {
        return switch (request) {
            case RoomRequested wanted -> RoomWanted.of(wanted);
            case RegistrationRequested said -> Registration.of(said);
            case ReadRequested _ -> new Read();
            case CloseRequested close -> new Close(close.roomId().value());
        };
    }

    static RequestBody read(String type, byte @Nullable [] body) {
        return switch (type) {
            case WireType.ROOM_REQUESTED -> Json.read(body, RoomWanted.class);
            case WireType.REGISTRATION_REQUESTED -> Json.read(body, Registration.class);
            case WireType.READ_REQUESTED -> Json.read(body, Read.class);
            case WireType.CLOSE_REQUESTED -> Json.read(body, Close.class);
            default -> throw new IllegalArgumentException("unknown type or version: " + type);
        };
    }

    /**
     * Nothing in it is about a person, so it has no member {@code personal}.
     *
     * @param unknownToken {@code reject}, or absent for a guest
     */
    record RoomWanted(
            String roomId,
            String visitorId,
            Optional<String> source,
            Optional<AgentJson> agent,
            Optional<String> unknownToken)
            implements RequestBody {

        static RoomWanted of(RoomRequested wanted) {
            Optional<String> unknown = Optional.of(wanted.unknownToken())
                    .filter(choice -> choice != UnknownToken.GUEST)
                    .map(choice -> choice.name().toLowerCase(Locale.ROOT));
            return new RoomWanted(
                    wanted.roomId().value(),
                    wanted.visitorId().value(),
                    wanted.source().map(Source::type),
                    wanted.agent().map(AgentJson::of),
                    unknown);
        }

        @Override
        public Request request(Token token) {
            return new RoomRequested(
                    token,
                    new RoomId(roomId),
                    new VisitorId(visitorId),
                    source.map(Source::of),
                    agent.map(AgentJson::agent),
                    unknownToken
                            .map(choice -> UnknownToken.valueOf(choice.toUpperCase(Locale.ROOT)))
                            .orElse(UnknownToken.GUEST));
        }
    }

    /** Everything about the person is in one member. */
    record Registration(String visitorId, Optional<DepartmentJson> department, Personal personal)
            implements RequestBody {

        static Registration of(RegistrationRequested said) {
            return new Registration(
                    said.visitorId().value(), said.said().department().map(DepartmentJson::of), Personal.of(said));
        }

        @Override
        public Request request(Token token) {
            return personal.registration(token, new VisitorId(visitorId), department.map(DepartmentJson::department));
        }
    }

    /** There is nothing to say: the key tells whose partition it is. */
    record Read() implements RequestBody {

        @Override
        public Request request(Token token) {
            return new ReadRequested(token);
        }
    }

    record Close(String roomId) implements RequestBody {

        @Override
        public Request request(Token token) {
            return new CloseRequested(token, new RoomId(roomId));
        }
    }
}
