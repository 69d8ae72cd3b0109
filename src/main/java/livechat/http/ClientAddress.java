package livechat.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whom a request comes from: the other end of the connection, or, where that is a proxy of ours, whom the proxy names.
 * Tomcat's own valve takes regular expressions instead of networks, and whatever text the header holds for an address.
 */
final class ClientAddress {

    private static final Logger log = LoggerFactory.getLogger(ClientAddress.class);

    private static final String FORWARDED = "X-Forwarded-For";

    /** Some proxies write the port, too. */
    private static final Pattern WITH_PORT = Pattern.compile("\\[(?<v6>[^]]*)](:\\d+)?|(?<v4>[\\d.]+):\\d+");

    private final List<Network> trusted;

    private final Predicate<InetAddress> peers;

    private final AtomicBoolean warned = new AtomicBoolean();

    /**
     * Believes some.
     *
     * @param trusted the proxies
     * @param peers the other instances; asked only of requests that they passed on
     */
    ClientAddress(List<Network> trusted, Predicate<InetAddress> peers) {
        this.trusted = List.copyOf(trusted);
        this.peers = peers;
    }

    /** Each proxy adds at the right whom it talks to, so what is true ends at the first that we do not trust. */
    InetAddress of(HttpServletRequest request) {
        InetAddress address = InetAddress.ofLiteral(request.getRemoteAddr());
        if (!isTrusted(address) && !isPeer(request, address)) {
            warnOfAProxy(request);
            return address;
        }
        for (String hop : hops(request)) {
            Optional<InetAddress> next = parse(hop.strip());
            if (next.isEmpty()) {
                return address;
            }
            address = next.get();
            if (!isTrusted(address)) {
                return address;
            }
        }
        return address;
    }

    private boolean isPeer(HttpServletRequest request, InetAddress address) {
        return request.getHeader(Hop.HEADER) != null && peers.test(address);
    }

    private boolean isTrusted(InetAddress address) {
        return trusted.stream().anyMatch(network -> network.contains(address));
    }

    /** The nearest first. */
    private static List<String> hops(HttpServletRequest request) {
        List<String> hops = new ArrayList<>();
        for (String header : Collections.list(request.getHeaders(FORWARDED))) {
            hops.addAll(List.of(header.split(",", -1)));
        }
        return hops.reversed();
    }

    /** Never asks a name server: the text can be a stranger's. */
    private static Optional<InetAddress> parse(String hop) {
        try {
            return Optional.of(InetAddress.ofLiteral(withoutPort(hop)));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    private static String withoutPort(String hop) {
        Matcher matcher = WITH_PORT.matcher(hop);
        if (!matcher.matches()) {
            return hop;
        }
        return matcher.group("v6") == null ? matcher.group("v4") : matcher.group("v6");
    }

    /** Once: a stranger can send the header too, and must not be able to fill the log. */
    private void warnOfAProxy(HttpServletRequest request) {
        if (request.getHeader(FORWARDED) != null && warned.compareAndSet(false, true)) {
            log.warn(
                    "A request came with {} from an address that livechat.http.trusted-proxies does not name. If there is"
                            + " a proxy in front, all of its clients count as one.",
                    FORWARDED);
        }
    }
}
