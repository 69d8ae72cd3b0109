package livechat.log;

import java.util.Optional;
import livechat.room.AssignmentRequested;
import livechat.room.HoldRequested;
import livechat.room.Request;
import livechat.room.ResumeRequested;
import livechat.room.ReturnRequested;
import livechat.room.RoomAddress;
import livechat.room.ServiceRequest;
import livechat.room.TransferRequested;

/** Bodies of requests that are about who serves a room. */
sealed interface ServiceBody extends RoomBody {

    static ServiceBody of(ServiceRequest request) {
        Optional<String> roomId = RoomBody.roomId(request);
        return switch (request) {
            case AssignmentRequested wanted ->
                new Assignment(
                        roomId,
                        AgentJson.of(wanted.agent()),
                        wanted.onlyIfQueued() ? Optional.of(true) : Optional.empty());
            case ReturnRequested back -> new Return(roomId, back.department().map(DepartmentJson::of));
            case TransferRequested transfer ->
                new Transfer(
                        roomId,
                        transfer.department().map(DepartmentJson::of),
                        transfer.agent().map(AgentJson::of));
            case HoldRequested _ -> new Hold(roomId);
            case ResumeRequested _ -> new Resume(roomId);
        };
    }

    /**
     * Who is to serve.
     *
     * @param onlyIfQueued absent is false
     */
    record Assignment(Optional<String> roomId, AgentJson agent, Optional<Boolean> onlyIfQueued) implements ServiceBody {

        @Override
        public Request request(RoomAddress room) {
            return new AssignmentRequested(room, agent.agent(), onlyIfQueued.orElse(false));
        }
    }

    record Return(Optional<String> roomId, Optional<DepartmentJson> department) implements ServiceBody {

        @Override
        public Request request(RoomAddress room) {
            return new ReturnRequested(room, department.map(DepartmentJson::department));
        }
    }

    record Transfer(Optional<String> roomId, Optional<DepartmentJson> department, Optional<AgentJson> agent)
            implements ServiceBody {

        @Override
        public Request request(RoomAddress room) {
            return new TransferRequested(room, department.map(DepartmentJson::department), agent.map(AgentJson::agent));
        }
    }

    record Hold(Optional<String> roomId) implements ServiceBody {

        @Override
        public Request request(RoomAddress room) {
            return new HoldRequested(room);
        }
    }

    record Resume(Optional<String> roomId) implements ServiceBody {

        @Override
        public Request request(RoomAddress room) {
            return new ResumeRequested(room);
        }
    }
}
