package livechat.guarantees;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a normal client notices while others misbehave: a report, not a test of the build. All stays on the loopback, where
 * the normal client and the others have addresses of their own.
 */
class AbuseReport {

    private static final Duration PHASE = Duration.ofSeconds(20);
    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final int NORMAL_PER_SECOND = 8;
    private static final int FLOOD_PER_SECOND = 100;
    private static final int LORIS = 500;
    private static final String OTHERS = "127.0.0.2";
    private static final String VISITOR = Visitors.TOKEN_PREFIX;

    private final List<String> lines = new ArrayList<>();

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void writesATable(@TempDir Path directory) throws Exception {
        Map<String, String> place = new HashMap<>(ServiceProcess.place(directory));
        place.put("LIVECHAT_HTTP_RATE_LIMIT_ENABLED", "true");
        try (ServiceProcess service = ServiceProcess.start(place).awaitReady()) {
            normal(service, WARM_UP); // Until the code is compiled.
            row("before", normal(service), "-");
            try (SlowLoris loris = new SlowLoris(service.http())) {
                row(LORIS + " slow-loris connections", normal(service), loris.open() + " connections still open");
            }
            row("between", normal(service), "-");
            try (Load flood = new Load(service.http(), OTHERS, FLOOD_PER_SECOND, VISITOR + "flood")) {
                row("flood of " + FLOOD_PER_SECOND + "/s", normal(service), "answers " + flood.statuses());
            }
            row("after", normal(service), "-");
            write();
            // The broker inside has its own lines on a busy machine; the edge has nothing to say, and nobody has a
            // trace.
            assertThat(service.printed()).doesNotContain("livechat.http", "l.http", "\tat ", VISITOR);
        }
    }

    private static Load normal(ServiceProcess service) throws InterruptedException {
        return normal(service, PHASE);
    }

    private static Load normal(ServiceProcess service, Duration time) throws InterruptedException {
        try (Load load = new Load(service.http(), "127.0.0.1", NORMAL_PER_SECOND, VISITOR + "normal")) {
            load.run(time);
            return load;
        }
    }

    private void row(String phase, Load normal, String others) {
        lines.add("| %s | %s | %.1f | %.1f | %.1f | %s |"
                .formatted(
                        phase, normal.statuses(), normal.millis(0.5), normal.millis(0.99), normal.millis(1), others));
    }

    private void write() throws IOException {
        lines.addFirst("|---|---|---|---|---|---|");
        lines.addFirst(
                "| meanwhile | the normal client's answers (status=count) | p50 ms | p99 ms | max ms | the others |");
        String table = String.join("\n", lines) + "\n";
        Files.writeString(Path.of("target", "abuse.md"), table);
        System.out.println(table);
    }

    /** One visitor's client, asking for its room at a steady rate, whether answers come or not. */
    private static final class Load implements AutoCloseable {

        private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        private final Queue<Long> nanos = new ConcurrentLinkedQueue<>();
        private final Map<String, Integer> statuses = new ConcurrentHashMap<>();
        private final HttpClient http;
        private final HttpRequest request;

        Load(URI service, String address, int perSecond, String token) {
            http = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .localAddress(InetAddress.ofLiteral(address))
                    .build();
            request = HttpRequest.newBuilder(service.resolve("/api/v1/livechat/room?token=" + token))
                    .timeout(Duration.ofSeconds(10))
                    .build();
            var _ = clock.scheduleAtFixedRate(this::send, 0, 1_000_000 / perSecond, TimeUnit.MICROSECONDS);
        }

        /** Returns when the time is over and all are answered. */
        @SuppressWarnings("FutureReturnValueIgnored") // The client has a time limit.
        void run(Duration time) throws InterruptedException {
            var _ = clock.schedule(clock::shutdownNow, time.toNanos(), TimeUnit.NANOSECONDS);
            clock.awaitTermination(time.toSeconds() * 2, TimeUnit.SECONDS);
            http.shutdown();
            http.awaitTermination(PHASE);
        }

        @SuppressWarnings("FutureReturnValueIgnored")
        private void send() {
            long start = System.nanoTime();
            http.sendAsync(request, BodyHandlers.discarding()).whenComplete((answer, failure) -> {
                nanos.add(System.nanoTime() - start);
                String status = failure == null ? String.valueOf(answer.statusCode()) : "none";
                statuses.merge(status, 1, Integer::sum);
            });
        }

        String statuses() {
            return new TreeMap<>(statuses)
                    .entrySet().stream().map(Map.Entry::toString).collect(Collectors.joining(", "));
        }

        double millis(double quantile) {
            List<Long> sorted = nanos.stream().sorted().toList();
            return sorted.get((int) Math.ceil(quantile * sorted.size()) - 1) / 1e6;
        }

        @Override
        public void close() {
            clock.shutdownNow();
            http.shutdownNow();
        }
    }

    /** Many connections, each of which sends its headers byte by byte. */
    private static final class SlowLoris implements AutoCloseable {

        private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();

        SlowLoris(URI service) throws IOException {
            String request = "GET /api/v1/livechat/room?token=" + VISITOR + "loris HTTP/1.1\r\nX: ";
            byte[] start = request.getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < LORIS; i++) {
                Socket socket = new Socket(
                        InetAddress.getLoopbackAddress(), service.getPort(), InetAddress.ofLiteral(OTHERS), 0);
                socket.getOutputStream().write(start);
                sockets.add(socket);
            }
            var _ = clock.scheduleAtFixedRate(() -> sockets.removeIf(SlowLoris::isGone), 1, 1, TimeUnit.SECONDS);
        }

        private static boolean isGone(Socket socket) {
            try {
                socket.getOutputStream().write('x');
                return false;
            } catch (IOException closed) {
                return true;
            }
        }

        int open() {
            return sockets.size();
        }

        @Override
        public void close() throws IOException {
            clock.shutdownNow();
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }
}
