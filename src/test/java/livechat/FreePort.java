package livechat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** A port that nobody listens on right now, and that no outgoing connection is given in the meantime. */
public final class FreePort {

    /** Below those that common systems give to outgoing connections, above those of well-known services. */
    private static final int FIRST = 20_000;

    private static final int LAST = 32_000;

    /** Nobody listens on them yet, but somebody is going to. */
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private FreePort() {}

    public static int find() {
        int port;
        do {
            port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
        } while (!isFree(port) || !GIVEN.add(port));
        return port;
    }

    private static boolean isFree(int port) {
        try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
