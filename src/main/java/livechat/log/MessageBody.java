package livechat.log;

import java.util.Optional;
import livechat.room.MessageDeletionRequested;
import livechat.room.MessageEditRequested;
import livechat.room.MessageId;
import livechat.room.MessagePosted;
import livechat.room.MessageRequest;
import livechat.room.Request;
import livechat.room.RoomAddress;
import tools.jackson.databind.node.ObjectNode;

/** Bodies of requests that are about a message; what it says is in the member {@code personal}. */
sealed interface MessageBody extends RoomBody {

    static MessageBody of(MessageRequest request) {
        Optional<String> roomId = RoomBody.roomId(request);
        String id = request.messageId().value();
        return switch (request) {
            case MessagePosted posted ->
                new Posted(
                        roomId,
                        id,
                        AuthorJson.of(posted.author()),
                        posted.ts().map(Timestamps::text),
                        MessageText.personal(posted.wording()));
            case MessageEditRequested edit ->
                new Edit(roomId, id, AuthorJson.of(edit.author()), MessageText.personal(edit.wording()));
            case MessageDeletionRequested deletion -> new Deletion(roomId, id, AuthorJson.of(deletion.author()));
        };
    }

    record Posted(Optional<String> roomId, String messageId, AuthorJson from, Optional<String> ts, ObjectNode personal)
            implements MessageBody {

        @Override
        public Request request(RoomAddress room) {
            return new MessagePosted(
                    room,
                    new MessageId(messageId),
                    from.author(),
                    MessageText.wording(personal),
                    ts.map(Timestamps::read));
        }
    }

    record Edit(Optional<String> roomId, String messageId, AuthorJson from, ObjectNode personal)
            implements MessageBody {

        @Override
        public Request request(RoomAddress room) {
            return new MessageEditRequested(
                    room, new MessageId(messageId), from.author(), MessageText.wording(personal));
        }
    }

    record Deletion(Optional<String> roomId, String messageId, AuthorJson from) implements MessageBody {

        @Override
        public Request request(RoomAddress room) {
            return new MessageDeletionRequested(room, new MessageId(messageId), from.author());
        }
    }
}
