package livechat.http;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Which addresses the other instances call from: what they say of a client's address is believed. */
final class PeerAddresses implements Predicate<InetAddress> {

    /** A restarted instance may have another address under its old name. */
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final Supplier<Set<String>> hosts;

    private final LoadingCache<String, Set<InetAddress>> addresses =
            Caffeine.newBuilder().expireAfterWrite(FRESH).build(PeerAddresses::resolve);

    PeerAddresses(Supplier<Set<String>> hosts) {
        this.hosts = hosts;
    }

    @Override
    public boolean test(InetAddress address) {
        return hosts.get().stream().anyMatch(host -> addresses.get(host).contains(address));
    }

    private static Set<InetAddress> resolve(String host) {
        try {
            return Set.of(InetAddress.getAllByName(host));
        } catch (UnknownHostException gone) {
            return Set.of();
        }
    }
}
