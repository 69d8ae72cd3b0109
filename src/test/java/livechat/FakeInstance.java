package livechat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** What a load balancer sees of an instance: a port that answers, and another one that says whether it is ready. */
final class FakeInstance implements AutoCloseable {

    private final HttpServer calls;
    private final HttpServer management;
    private final List<String> callers = new CopyOnWriteArrayList<>();
    private volatile int readiness = 200;
    private volatile boolean isCuttingOff;
    private volatile CountDownLatch gate = new CountDownLatch(0);

    private FakeInstance(HttpServer calls, HttpServer management) {
        this.calls = calls;
        this.management = management;
    }

    static FakeInstance start() throws IOException {
        FakeInstance instance = new FakeInstance(server(), server());
        instance.calls.createContext("/", instance::answer);
        instance.management.createContext("/actuator/health/readiness", exchange -> {
            exchange.sendResponseHeaders(instance.readiness, -1);
            exchange.close();
        });
        instance.calls.start();
        instance.management.start();
        return instance;
    }

    private static HttpServer server() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        return server;
    }

    private void answer(HttpExchange exchange) throws IOException {
        callers.add(String.join(" and ", exchange.getRequestHeaders().getOrDefault("X-Forwarded-For", List.of())));
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!isCuttingOff) {
            exchange.sendResponseHeaders(200, -1);
        }
        exchange.close();
    }

    /** As the line of a load balancer's file that names it. */
    String line(String name) {
        return "    server %s 127.0.0.1:%d port %d"
                .formatted(
                        name,
                        calls.getAddress().getPort(),
                        management.getAddress().getPort());
    }

    /** Whom each call so far was said to come from. */
    List<String> callers() {
        return callers;
    }

    void isNotReady() {
        readiness = 503;
    }

    /** From now on each call is taken and its connection closed. */
    void cutsOff() {
        isCuttingOff = true;
    }

    /** From now on each call waits until the result is counted down. */
    CountDownLatch hold() {
        gate = new CountDownLatch(1);
        return gate;
    }

    @Override
    public void close() {
        calls.stop(0);
        management.stop(0);
    }
}
