package livechat.broker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** The two ports of the loopback address that the broker listens on, free when they were chosen. */
record Ports(int broker, int controller) {

    static final String HOST = "127.0.0.1";
    private static final int ANY = 0;

    /** The controller's port is nobody's business but the broker's own, so that it is a new one at each start. */
    static Ports claim(int wanted) {
        // Both are open at the same time, so that they cannot be the same.
        try (ServerSocket broker = listen(wanted);
                ServerSocket controller = listen(ANY)) {
            return new Ports(broker.getLocalPort(), controller.getLocalPort());
        } catch (IOException | IllegalArgumentException refused) {
            throw new BrokerCannotStart(
                    "Port %d of %s cannot be opened for the embedded broker (%s)"
                            .formatted(wanted, HOST, refused.getMessage()),
                    "stop the process that listens there or choose another port"
                            + " with LIVECHAT_BROKER_PORT (livechat.broker-port)",
                    refused);
        }
    }

    private static ServerSocket listen(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.ofLiteral(HOST));
    }
}
