package livechat.http;

import java.time.Clock;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import livechat.directory.Directory;
import livechat.log.Ids;
import livechat.log.LogClock;
import livechat.query.Answers;
import livechat.query.Peers;
import livechat.query.Rooms;
import livechat.query.Route;
import livechat.query.Routes;
import livechat.room.LogKey;
import livechat.room.UnknownToken;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what controllers ask with: where requests get what they are written with, and where they go. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EdgeConfiguration.Visitors.class)
class EdgeConfiguration {

    /** What becomes of visitors whom nobody has seen. */
    @ConfigurationProperties("livechat.visitors")
    record Visitors(UnknownToken unknownToken) {}

    @Bean
    Edge.Platform platform(Directory directory, Visitors visitors) {
        return new Edge.Platform(directory::availableAgent, directory::department, visitors.unknownToken());
    }

    @Bean
    NextAgent nextAgent(Directory directory) {
        return new NextAgent(
                directory::availableAgents, id -> directory.department(id).isPresent());
    }

    @Bean
    Edge edge(Ids ids, Clock clock, LogClock logClock, Edge.Platform platform) {
        return new Edge(ids, clock, logClock, platform);
    }

    @Bean
    RoomListAsker.Peers listsOfOthers(Peers peers) {
        return peers::askPatiently;
    }

    @Bean
    Asking asking(Rooms rooms, Answers answers) {
        return new Asking(rooms, answers);
    }

    @Bean
    PeerAddresses peerAddresses(Routes routes) {
        return new PeerAddresses(
                () -> routes.peers().stream().map(Route.Peer::host).collect(Collectors.toUnmodifiableSet()));
    }

    @Bean
    Forwarding forwarding(Peers peers, ClientAddress clientAddress, JsonBody body, LogClock logClock) {
        return new Forwarding(peers, clientAddress, body, logClock);
    }

    @Bean
    Calls calls(Edge edge, Routes routes, ToIntFunction<LogKey> partitions, Forwarding forwarding) {
        return new Calls(edge, routes, partitions, forwarding);
    }
}
