package livechat.http;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import livechat.room.Agent;
import livechat.room.Token;

/**
 * Who could serve a visitor. Nobody counts how busy agents are: visitors are spread over those who are available, and
 * one who asks again is told the same while those stay the same.
 *
 * @param available in an order that is the same on all instances
 * @param isDepartment whether there is one of this id; who works there is not known
 */
record NextAgent(Supplier<List<Agent>> available, Predicate<String> isDepartment) {

    Agent of(Token token, Optional<String> department) {
        List<Agent> agents = available.get();
        if (agents.isEmpty() || department.filter(isDepartment.negate()).isPresent()) {
            throw BadRequest.of("agent-not-found");
        }
        return agents.get(Math.floorMod(token.value().hashCode(), agents.size()));
    }
}
