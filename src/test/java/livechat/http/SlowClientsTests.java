package livechat.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Clients that go on for as long as they are let; each byte comes well before the connection's own timeout. */
@SpringBootTest(
        classes = TestEdge.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            TestEdge.PATIENCE,
            TestEdge.NO_MANAGEMENT,
            TestEdge.NO_FOLD,
            "livechat.http.max-body-time=1s",
            "livechat.http.max-header-time=1s"
        })
class SlowClientsTests {

    private static final Duration BETWEEN = Duration.ofMillis(100);

    private static final Duration LIMIT = Duration.ofSeconds(40);

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @CsvSource({
        "POST /echo, Content-Length: 60000, 408",
        "POST /nope, Content-Length: 60000, 404",
        "PUT  /echo, Content-Length: 60000, 405",
        "POST /api/nope, Content-Length: 60000, 404",
        "POST /echo, Content-Length: 60000~Connection: close, 408",
        "POST /nope, Content-Length: 60000~Connection: close, 404"
    })
    void endsABodyThatComesByteByByte(String line, String headers, int status) throws IOException {
        String request = line.replaceAll(" +", " ") + " HTTP/1.1~Host: here~" + headers + "~~";
        assertThat(answerToADrip(request, " ")).startsWith("HTTP/1.1 " + status + " ");
    }

    @ParameterizedTest
    @CsvSource({"GET /ec", "GET /echo HTTP/1.1~X: ", "GET /echo HTTP/1.1~Host: here~~GET /echo HTTP/1.1~X: "})
    void endsHeadersThatComeByteByByte(String start) throws IOException {
        assertThat(answerToADrip(start, "x")).doesNotContain("HTTP/1.1 4", "HTTP/1.1 5");
    }

    @Test
    void endsChunksThatComeByteByByte() throws IOException {
        String request = "POST /nope HTTP/1.1~Host: here~Transfer-Encoding: chunked~~";
        assertThat(answerToADrip(request, "1~x~")).startsWith("HTTP/1.1 404 ");
    }

    /** The answers fill the buffers between us and the client, and then a write stands still. */
    @Test
    void givesUpOnAClientThatAsksAndNeverReads() throws IOException {
        byte[] requests = lines("GET /echo?token=x HTTP/1.1~Host: here~~".repeat(1000));
        try (Socket socket = connect()) {
            await().atMost(LIMIT).pollInterval(BETWEEN).until(() -> isGone(socket, requests));
        }
    }

    /** Sends the same again and again until nobody takes it, and then reads. */
    private String answerToADrip(String request, String drop) throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(lines(request));
            StringBuilder answer = new StringBuilder();
            await().atMost(LIMIT).pollInterval(BETWEEN).until(() -> {
                answer.append(available(socket));
                return isGone(socket, lines(drop));
            });
            return answer.toString();
        }
    }

    private static String available(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        return new String(in.readNBytes(in.available()), StandardCharsets.UTF_8);
    }

    private static boolean isGone(Socket socket, byte[] more) {
        try {
            OutputStream out = socket.getOutputStream();
            out.write(more);
            return false;
        } catch (IOException closed) {
            return true;
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket();
        // Small, so that little is under way between the two.
        socket.setReceiveBufferSize(4096);
        socket.setSendBufferSize(4096);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return socket;
    }

    private static byte[] lines(String request) {
        return request.replace("~", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }
}
