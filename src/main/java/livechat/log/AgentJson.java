package livechat.log;

import com.fasterxml.jackson.annotation.JsonProperty;
import livechat.room.Agent;

/** An agent as requests name one. */
record AgentJson(@JsonProperty("_id") String id, String username) {

    static AgentJson of(Agent agent) {
        return new AgentJson(agent.id(), agent.username());
    }

    Agent agent() {
        return new Agent(id, username);
    }
}
