package livechat.log;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import livechat.room.AddressedRequest;
import livechat.room.CloseRequested;
import livechat.room.Closing;
import livechat.room.InfoChange;
import livechat.room.MessageRequest;
import livechat.room.Request;
import livechat.room.RoomAddress;
import livechat.room.RoomExpired;
import livechat.room.RoomId;
import livechat.room.RoomInfoRequested;
import livechat.room.ServiceRequest;
import livechat.room.SurveyAnswered;
import livechat.room.Token;

/** Bodies of requests that are about a room: the key is the room's id, or the token if the body names the room. */
interface RoomBody extends RequestBody {

    /** The room's id, where the key is the token. */
    Optional<String> roomId();

    Request request(RoomAddress room);

    @Override
    default Request request(String key) {
        return request(roomId().map(id -> RoomAddress.of(new Token(key), new RoomId(id)))
                .orElseGet(() -> RoomAddress.of(new RoomId(key))));
    }

    static Optional<String> roomId(AddressedRequest request) {
        RoomAddress room = request.room();
        return room.token().map(_ -> room.roomId().value());
    }

    static RoomBody of(AddressedRequest request) {
        return switch (request) {
            case CloseRequested close -> Close.of(close);
            case MessageRequest message -> MessageBody.of(message);
            case ServiceRequest service -> ServiceBody.of(service);
            case RoomInfoRequested info -> Notes.of(info);
            case SurveyAnswered survey -> new Survey(roomId(survey), new Survey.Answers(survey.answers()));
            case RoomExpired expired -> new Expired(roomId(expired), Timestamps.text(expired.closedAt()));
        };
    }

    /**
     * The end.
     *
     * @param by absent when it is the visitor
     */
    record Close(Optional<String> roomId, Optional<CloserJson> by, Optional<Remark> personal) implements RoomBody {

        record Remark(Optional<String> comment, Optional<List<String>> tags) {}

        static Close of(CloseRequested close) {
            Closing closing = close.closing();
            Remark said =
                    new Remark(closing.comment(), Optional.of(closing.tags()).filter(tags -> !tags.isEmpty()));
            boolean saysNothing = said.comment().isEmpty() && said.tags().isEmpty();
            return new Close(
                    RoomBody.roomId(close),
                    CloserJson.of(closing.by()),
                    saysNothing ? Optional.empty() : Optional.of(said));
        }

        @Override
        public Request request(RoomAddress room) {
            return new CloseRequested(
                    room,
                    new Closing(
                            by.map(CloserJson::closer).orElseGet(Closing.Closer.ByVisitor::new),
                            personal.flatMap(Remark::comment),
                            personal.flatMap(Remark::tags).orElse(List.of())));
        }
    }

    /** What is to be noted; what is absent stays, what is empty goes. */
    record Notes(
            Optional<String> roomId,
            Optional<String> priorityId,
            @JsonProperty("default") Optional<Boolean> isDefault,
            @JsonProperty("ro") Optional<Boolean> isReadOnly,
            @JsonProperty("sysMes") Optional<Boolean> showsSystemMessages,
            Optional<Text> personal)
            implements RoomBody {

        record Text(
                Optional<String> topic,
                Optional<List<String>> tags,
                Optional<Map<String, String>> livechatData,
                Optional<Map<String, String>> customFields) {

            static final Text NOTHING =
                    new Text(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

            static Text of(InfoChange change) {
                return new Text(
                        change.topic(), change.tags(), some(change.livechatData()), some(change.customFields()));
            }

            private static Optional<Map<String, String>> some(Map<String, String> fields) {
                return Optional.of(fields).filter(map -> !map.isEmpty());
            }
        }

        static Notes of(RoomInfoRequested request) {
            InfoChange change = request.change();
            return new Notes(
                    RoomBody.roomId(request),
                    change.priorityId(),
                    change.flags().isDefault(),
                    change.flags().isReadOnly(),
                    change.flags().showsSystemMessages(),
                    Optional.of(Text.of(change)).filter(said -> !said.equals(Text.NOTHING)));
        }

        @Override
        public Request request(RoomAddress room) {
            Text said = personal.orElse(Text.NOTHING);
            return new RoomInfoRequested(
                    room,
                    new InfoChange(
                            said.topic(),
                            said.tags(),
                            priorityId,
                            new TreeMap<>(said.livechatData().orElse(Map.of())),
                            new TreeMap<>(said.customFields().orElse(Map.of())),
                            new InfoChange.Flags(isDefault, isReadOnly, showsSystemMessages)));
        }
    }

    record Survey(Optional<String> roomId, Answers personal) implements RoomBody {

        record Answers(SortedMap<String, String> answers) {}

        @Override
        public Request request(RoomAddress room) {
            return new SurveyAnswered(room, personal.answers());
        }
    }

    record Expired(Optional<String> roomId, String closedAt) implements RoomBody {

        @Override
        public Request request(RoomAddress room) {
            return new RoomExpired(room, Timestamps.read(closedAt));
        }
    }
}
