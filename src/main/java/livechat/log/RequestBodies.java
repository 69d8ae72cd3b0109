package livechat.log;

import java.util.Map;
import livechat.log.Versions.Upcast;
import livechat.room.AddressedRequest;
import livechat.room.AssignmentRequested;
import livechat.room.CloseRequested;
import livechat.room.CustomFieldsRequested;
import livechat.room.ErasureRequested;
import livechat.room.HoldRequested;
import livechat.room.MessageDeletionRequested;
import livechat.room.MessageEditRequested;
import livechat.room.MessagePosted;
import livechat.room.ReadRequested;
import livechat.room.RegistrationRequested;
import livechat.room.Request;
import livechat.room.ResumeRequested;
import livechat.room.ReturnRequested;
import livechat.room.RoomExpired;
import livechat.room.RoomInfoRequested;
import livechat.room.RoomRequested;
import livechat.room.SurveyAnswered;
import livechat.room.TransferRequested;
import livechat.room.VisitorExpired;
import livechat.room.VisitorRequest;
import livechat.room.VisitorStatusReported;
import org.jspecify.annotations.Nullable;

/** Which body each type of request has. */
final class RequestBodies {

    static final Map<String, Class<? extends RequestBody>> CURRENT = Map.ofEntries(
            Map.entry(WireType.ROOM_REQUESTED, VisitorBody.RoomWanted.class),
            Map.entry(WireType.REGISTRATION_REQUESTED, VisitorBody.Registration.class),
            Map.entry(WireType.CUSTOM_FIELDS_REQUESTED, VisitorBody.CustomFields.class),
            Map.entry(WireType.VISITOR_STATUS_REPORTED, VisitorBody.Status.class),
            Map.entry(WireType.READ_REQUESTED, VisitorBody.Read.class),
            Map.entry(WireType.ERASURE_REQUESTED, VisitorBody.Erasure.class),
            Map.entry(WireType.VISITOR_EXPIRED, VisitorBody.Expired.class),
            Map.entry(WireType.CLOSE_REQUESTED, RoomBody.Close.class),
            Map.entry(WireType.MESSAGE_POSTED, MessageBody.Posted.class),
            Map.entry(WireType.MESSAGE_EDIT_REQUESTED, MessageBody.Edit.class),
            Map.entry(WireType.MESSAGE_DELETION_REQUESTED, MessageBody.Deletion.class),
            Map.entry(WireType.ASSIGNMENT_REQUESTED, ServiceBody.Assignment.class),
            Map.entry(WireType.RETURN_REQUESTED, ServiceBody.Return.class),
            Map.entry(WireType.TRANSFER_REQUESTED, ServiceBody.Transfer.class),
            Map.entry(WireType.HOLD_REQUESTED, ServiceBody.Hold.class),
            Map.entry(WireType.RESUME_REQUESTED, ServiceBody.Resume.class),
            Map.entry(WireType.ROOM_INFO_REQUESTED, RoomBody.Notes.class),
            Map.entry(WireType.SURVEY_ANSWERED, RoomBody.Survey.class),
            Map.entry(WireType.ROOM_EXPIRED, RoomBody.Expired.class));

    /** By the version that is read. No entry ever goes, since the log keeps what was written; before 0.1.0 there are none. */
    static final Map<String, Upcast> OLDER = Map.of();

    private static final Versions<RequestBody> VERSIONS = new Versions<>(CURRENT, OLDER);

    private RequestBodies() {}

    static RequestBody read(String type, byte @Nullable [] body) {
        return VERSIONS.read(type, body);
    }

    static String type(Request request) {
        return switch (request) {
            case RoomRequested _ -> WireType.ROOM_REQUESTED;
            case ReadRequested _ -> WireType.READ_REQUESTED;
            case VisitorRequest visitors -> type(visitors);
            case AddressedRequest rooms -> type(rooms);
        };
    }

    private static String type(VisitorRequest request) {
        return switch (request) {
            case RegistrationRequested _ -> WireType.REGISTRATION_REQUESTED;
            case CustomFieldsRequested _ -> WireType.CUSTOM_FIELDS_REQUESTED;
            case VisitorStatusReported _ -> WireType.VISITOR_STATUS_REPORTED;
            case ErasureRequested _ -> WireType.ERASURE_REQUESTED;
            case VisitorExpired _ -> WireType.VISITOR_EXPIRED;
        };
    }

    private static String type(AddressedRequest request) {
        return switch (request) {
            case CloseRequested _ -> WireType.CLOSE_REQUESTED;
            case MessagePosted _ -> WireType.MESSAGE_POSTED;
            case MessageEditRequested _ -> WireType.MESSAGE_EDIT_REQUESTED;
            case MessageDeletionRequested _ -> WireType.MESSAGE_DELETION_REQUESTED;
            case AssignmentRequested _ -> WireType.ASSIGNMENT_REQUESTED;
            case ReturnRequested _ -> WireType.RETURN_REQUESTED;
            case TransferRequested _ -> WireType.TRANSFER_REQUESTED;
            case HoldRequested _ -> WireType.HOLD_REQUESTED;
            case ResumeRequested _ -> WireType.RESUME_REQUESTED;
            case RoomInfoRequested _ -> WireType.ROOM_INFO_REQUESTED;
            case SurveyAnswered _ -> WireType.SURVEY_ANSWERED;
            case RoomExpired _ -> WireType.ROOM_EXPIRED;
        };
    }

    static RequestBody of(Request request) {
        return switch (request) {
            case RoomRequested wanted -> VisitorBody.RoomWanted.of(wanted);
            case ReadRequested read -> VisitorBody.Read.of(read);
            case VisitorRequest visitors -> VisitorBody.of(visitors);
            case AddressedRequest rooms -> RoomBody.of(rooms);
        };
    }
}
