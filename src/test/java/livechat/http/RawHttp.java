package livechat.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Says to a server what no HTTP client would agree to send. */
final class RawHttp {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final int port;

    RawHttp(int port) {
        this.port = port;
    }

    /** Sends the characters as one byte each and returns all that comes until the server closes. */
    String exchange(String request) throws IOException {
        return exchange(request, false);
    }

    /** The same from a client that will send no more, whatever it announced. */
    String exchangeAndLeave(String request) throws IOException {
        return exchange(request, true);
    }

    private String exchange(String request, boolean leave) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            if (leave) {
                socket.shutdownOutput();
            }
            return readAll(socket.getInputStream());
        }
    }

    private static String readAll(InputStream in) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            in.transferTo(answer);
        } catch (SocketException reset) {
            // A server that closes with unread input resets the connection; what came before counts.
        }
        return answer.toString(StandardCharsets.UTF_8);
    }
}
