package livechat.http;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import livechat.query.Everywhere;
import livechat.query.Part;
import livechat.query.Patience;
import livechat.query.PeerAnswer;
import livechat.query.PeerRequest;
import livechat.query.RoomScan;
import livechat.query.Route;
import org.springframework.http.HttpStatus;

/**
 * Asks each instance for its part of one list: this one by itself, the others by the request that came here.
 *
 * @param passedOn who asks, and the key that was accepted here
 */
record RoomListAsker(RoomListQuery query, String target, Map<String, String> passedOn, RoomScan scan, Peers peers)
        implements Everywhere.Asker<FoundRooms> {

    /** The way to other instances. */
    interface Peers {
        PeerAnswer ask(Route.Peer peer, PeerRequest request, Patience patience);
    }

    @Override
    public Part<FoundRooms> here(Set<Integer> partitions, Patience patience) {
        return scan.scan(partitions, query.collector(), patience);
    }

    @Override
    public Part<FoundRooms> there(Route.Peer peer, Set<Integer> partitions, Patience patience) throws IOException {
        PeerAnswer answer = peers.ask(peer, request(partitions), patience);
        if (answer instanceof PeerAnswer.Given given && given.status() == HttpStatus.OK.value()) {
            return RoomListAnswer.read(given.body(), query.nothingYet());
        }
        throw new IOException("another instance has no answer to a list");
    }

    private PeerRequest request(Set<Integer> partitions) {
        Map<String, String> headers = new HashMap<>(passedOn);
        headers.put(Hop.HEADER, Hop.OWNER.word());
        headers.put(
                RoomListHop.PARTITIONS, partitions.stream().map(String::valueOf).collect(Collectors.joining(",")));
        return new PeerRequest("GET", target, headers, new byte[0]);
    }
}
