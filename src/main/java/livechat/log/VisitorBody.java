package livechat.log;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import livechat.room.CustomFieldsRequested;
import livechat.room.ErasureRequested;
import livechat.room.ReadRequested;
import livechat.room.RegistrationRequested;
import livechat.room.Request;
import livechat.room.RoomId;
import livechat.room.RoomRequested;
import livechat.room.RoomVisitor;
import livechat.room.Source;
import livechat.room.Token;
import livechat.room.UnknownToken;
import livechat.room.VisitorExpired;
import livechat.room.VisitorId;
import livechat.room.VisitorRequest;
import livechat.room.VisitorStatusReported;

/** Bodies of requests that are about a visitor: the key is the token. */
sealed interface VisitorBody extends RequestBody {

    static VisitorBody of(VisitorRequest request) {
        return switch (request) {
            case RegistrationRequested said -> Registration.of(said);
            case CustomFieldsRequested fields -> CustomFields.of(fields);
            case VisitorStatusReported reported -> new Status(word(reported.status()));
            case ErasureRequested erasure -> Erasure.of(erasure);
            case VisitorExpired expired -> new Expired(Timestamps.text(expired.seenAt()));
        };
    }

    static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    /** Words on the wire are in lower case, and only so. */
    private static <E extends Enum<E>> E choice(Class<E> choices, String word) {
        E choice = Enum.valueOf(choices, word.toUpperCase(Locale.ROOT));
        if (!word(choice).equals(word)) {
            throw new IllegalArgumentException("not in lower case: " + word);
        }
        return choice;
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
            implements VisitorBody {

        static RoomWanted of(RoomRequested wanted) {
            Optional<String> unknown = Optional.of(wanted.unknownToken())
                    .filter(choice -> choice != UnknownToken.GUEST)
                    .map(VisitorBody::word);
            return new RoomWanted(
                    wanted.roomId().value(),
                    wanted.visitorId().value(),
                    wanted.source().map(Source::type),
                    wanted.agent().map(AgentJson::of),
                    unknown);
        }

        @Override
        public Request request(String key) {
            return new RoomRequested(
                    new Token(key),
                    new RoomId(roomId),
                    new VisitorId(visitorId),
                    source.map(Source::of),
                    agent.map(AgentJson::agent),
                    unknownToken
                            .map(choice -> choice(UnknownToken.class, choice))
                            .orElse(UnknownToken.GUEST));
        }
    }

    /** Everything about the person is in one member. */
    record Registration(String visitorId, Optional<DepartmentJson> department, Personal personal)
            implements VisitorBody {

        static Registration of(RegistrationRequested said) {
            return new Registration(
                    said.visitorId().value(), said.said().department().map(DepartmentJson::of), Personal.of(said));
        }

        @Override
        public Request request(String key) {
            return personal.registration(
                    new Token(key), new VisitorId(visitorId), department.map(DepartmentJson::department));
        }
    }

    /**
     * Custom fields.
     *
     * @param scope {@code visitor} or {@code room}
     */
    record CustomFields(String scope, Said personal) implements VisitorBody {

        record Said(List<Personal.Field> customFields) {}

        static CustomFields of(CustomFieldsRequested request) {
            return new CustomFields(
                    word(request.scope()), new Said(Personal.fields(request.values(), request.onlyIfAbsent())));
        }

        @Override
        public Request request(String key) {
            return new CustomFieldsRequested(
                    new Token(key),
                    choice(CustomFieldsRequested.Scope.class, scope),
                    Personal.values(personal.customFields()),
                    Personal.onlyIfAbsent(personal.customFields()));
        }
    }

    record Status(String status) implements VisitorBody {

        @Override
        public Request request(String key) {
            return new VisitorStatusReported(new Token(key), choice(RoomVisitor.Status.class, status));
        }
    }

    /**
     * Nothing is left.
     *
     * @param key {@code room} where the key of the record is the id of a room; absent where it is the token
     */
    record Erasure(Optional<String> key) implements VisitorBody {

        static Erasure of(ErasureRequested request) {
            return new Erasure(Keyed.word(request.key()));
        }

        @Override
        public Request request(String id) {
            return new ErasureRequested(Keyed.key(key, id));
        }
    }

    /**
     * There is nothing to say: the key tells which partition it is.
     *
     * @param key {@code room} where the key of the record is the id of a room; absent where it is a token
     */
    record Read(Optional<String> key) implements VisitorBody {

        static Read of(ReadRequested request) {
            return new Read(Keyed.word(request.key()));
        }

        @Override
        public Request request(String id) {
            return new ReadRequested(Keyed.key(key, id));
        }
    }

    record Expired(String seenAt) implements VisitorBody {

        @Override
        public Request request(String key) {
            Instant time = Timestamps.read(seenAt);
            return new VisitorExpired(new Token(key), time);
        }
    }
}
