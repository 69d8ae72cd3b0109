package livechat.guarantees;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Sends bytes, says that there are no more, and takes what comes until the server closes. */
final class HostileClient implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int AT_ONCE = 16;

    private final int port;
    private final ExecutorService clients = Executors.newFixedThreadPool(AT_ONCE);

    HostileClient(int port) {
        this.port = port;
    }

    /**
     * What came.
     *
     * @param cut whether the connection was reset, which can take answers with it
     * @param silent whether the server kept a connection on which nothing more could come
     */
    record Answer(String text, boolean cut, boolean silent) {

        private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3}) \r\n");
        private static final Pattern SUCCESS = Pattern.compile("\"success\":true");

        List<Integer> statuses() {
            return STATUS.matcher(text)
                    .results()
                    .map(status -> Integer.valueOf(status.group(1)))
                    .toList();
        }

        /** Whatever was appended was appended for one of these. */
        int mayHaveAppended() {
            return (int) SUCCESS.matcher(text).results().map(MatchResult::group).count() + (cut ? 1 : 0);
        }
    }

    List<Answer> send(List<String> requests) throws InterruptedException, ExecutionException {
        List<Future<Answer>> answers = requests.stream()
                .map(request -> clients.submit(() -> exchange(request)))
                .toList();
        List<Answer> came = new ArrayList<>();
        for (Future<Answer> answer : answers) {
            came.add(answer.get());
        }
        return came;
    }

    private Answer exchange(String request) throws IOException {
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        boolean cut = false;
        boolean silent = false;
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            cut = !write(socket, request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getInputStream().transferTo(received);
        } catch (SocketTimeoutException e) {
            silent = true;
        } catch (SocketException reset) {
            cut = true;
        }
        return new Answer(received.toString(StandardCharsets.ISO_8859_1), cut, silent);
    }

    /** In two pieces, so that some lines and bodies come in parts; false when the server had enough before the end. */
    private static boolean write(Socket socket, byte[] request) throws IOException {
        try {
            OutputStream out = socket.getOutputStream();
            out.write(request, 0, request.length / 2);
            out.flush();
            out.write(request, request.length / 2, request.length - request.length / 2);
            out.flush();
            socket.shutdownOutput();
            return true;
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (SocketException enough) {
            return false;
        }
    }

    @Override
    public void close() {
        clients.close();
    }
}
