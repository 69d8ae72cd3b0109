package livechat.log;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import livechat.room.Agent;
import livechat.room.Author;

/**
 * Who writes a message.
 *
 * @param type {@code visitor}; {@code agent} or {@code bot}, with id and username; {@code system}, with {@code t}, and
 *     with id and username unless it was the visitor's doing
 * @param t upstream's type of a system message
 * @param quiet of a system message: it is only counted
 * @param countsAsResponse of a system message: the metrics take it for an agent's response
 */
record AuthorJson(
        String type,
        @JsonProperty("_id") Optional<String> id,
        Optional<String> username,
        Optional<String> t,
        Optional<Boolean> quiet,
        Optional<Boolean> countsAsResponse) {

    static AuthorJson of(Author author) {
        return switch (author) {
            case Author.OfVisitor _ -> of("visitor", Optional.empty());
            case Author.OfAgent(Agent agent) -> of("agent", Optional.of(agent));
            case Author.OfBot(Agent bot) -> of("bot", Optional.of(bot));
            case Author.OfSystem system ->
                new AuthorJson(
                        "system",
                        system.user().map(Agent::id),
                        system.user().map(Agent::username),
                        Optional.of(system.type()),
                        Optional.of(system.quiet()).filter(quiet -> quiet),
                        Optional.of(system.countsAsResponse()).filter(counts -> counts));
        };
    }

    private static AuthorJson of(String type, Optional<Agent> agent) {
        return new AuthorJson(
                type,
                agent.map(Agent::id),
                agent.map(Agent::username),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    Author author() {
        return switch (type) {
            case "visitor" -> new Author.OfVisitor();
            case "agent" -> new Author.OfAgent(agent());
            case "bot" -> new Author.OfBot(agent());
            case "system" ->
                new Author.OfSystem(
                        t.orElseThrow(() -> new IllegalArgumentException("t is missing")),
                        id.map(_ -> agent()),
                        quiet.orElse(false),
                        countsAsResponse.orElse(false));
            default -> throw new IllegalArgumentException("nobody writes a message as " + type);
        };
    }

    private Agent agent() {
        return AgentJson.agent(id, username);
    }
}
