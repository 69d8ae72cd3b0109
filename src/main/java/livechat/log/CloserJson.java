package livechat.log;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import livechat.room.Agent;
import livechat.room.Closing.Closer;

/**
 * Who closes a room, if it is not the visitor.
 *
 * @param type {@code agent}, with id and username, or {@code system}
 */
record CloserJson(
        String type, @JsonProperty("_id") Optional<String> id, Optional<String> username, Optional<String> idleSince) {

    static Optional<CloserJson> of(Closer closer) {
        return switch (closer) {
            case Closer.ByVisitor _ -> Optional.empty();
            case Closer.ByAgent(Agent agent) ->
                Optional.of(new CloserJson(
                        "agent", Optional.of(agent.id()), Optional.of(agent.username()), Optional.empty()));
            case Closer.BySystem system ->
                Optional.of(new CloserJson(
                        "system",
                        Optional.empty(),
                        Optional.empty(),
                        system.idleSince().map(Timestamps::text)));
        };
    }

    Closer closer() {
        return switch (type) {
            case "agent" -> new Closer.ByAgent(AgentJson.agent(id, username));
            case "system" -> new Closer.BySystem(idleSince.map(Timestamps::read));
            default -> throw new IllegalArgumentException("nobody closes a room as " + type);
        };
    }
}
