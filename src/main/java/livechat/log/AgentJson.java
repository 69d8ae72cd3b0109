package livechat.log;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import livechat.room.Agent;

/** An agent as requests name one. */
record AgentJson(@JsonProperty("_id") String id, String username) {

    static AgentJson of(Agent agent) {
        return new AgentJson(agent.id(), agent.username());
    }

    Agent agent() {
        return new Agent(id, username);
    }

    static Agent agent(Optional<String> id, Optional<String> username) {
        return new Agent(required("_id", id), required("username", username));
    }

    private static String required(String member, Optional<String> value) {
        return value.orElseThrow(() -> new IllegalArgumentException(member + " is missing"));
    }
}
