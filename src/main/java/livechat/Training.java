package livechat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** A short life of the service that an AOT cache is made from: it starts, is asked a few things, ends, and leaves nothing. */
final class Training {

    private static final String ROOM = "/api/v1/livechat/room?token=training";

    /** Enough for the code of a request to be compiled once, so that the cache knows what is worth compiling. */
    private static final int READS = 300;

    /** Far more than any start takes. */
    private static final int PATIENCE_SECONDS = 120;

    private final HttpClient client;
    private final String service;
    private final String management;

    private Training(HttpClient client, String service, String management) {
        this.client = client;
        this.service = service;
        this.management = management;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("room-service-training");
        try (ConfigurableApplicationContext service = start(data);
                HttpClient client = HttpClient.newHttpClient()) {
            new Training(client, at(service, "local.server.port"), at(service, "local.management.port")).run();
        } finally {
            FileSystemUtils.deleteRecursively(data);
        }
    }

    /** On any free ports, and with its own broker, whatever the surroundings say. */
    private static ConfigurableApplicationContext start(Path data) {
        return SpringApplication.run(
                LivechatApplication.class,
                "--livechat.data-dir=" + data,
                "--livechat.broker-port=0",
                "--server.port=0",
                "--management.server.port=0",
                "--spring.kafka.bootstrap-servers=");
    }

    private static String at(ConfigurableApplicationContext service, String port) {
        return "http://127.0.0.1:" + service.getEnvironment().getRequiredProperty(port);
    }

    private void run() throws IOException, InterruptedException {
        awaitReady();
        for (int read = 0; read <= READS; read++) {
            expectOk(request(service + ROOM).build());
        }
        expectOk(request(management + "/actuator/prometheus").build());
    }

    private void awaitReady() throws IOException, InterruptedException {
        HttpRequest readiness =
                request(management + "/actuator/health/readiness").build();
        long deadline = System.nanoTime() + PATIENCE_SECONDS * 1_000_000_000L;
        while (status(readiness) != 200) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("not ready within %d s".formatted(PATIENCE_SECONDS));
            }
            Thread.sleep(20);
        }
    }

    private static HttpRequest.Builder request(String uri) {
        return HttpRequest.newBuilder(URI.create(uri));
    }

    private void expectOk(HttpRequest request) throws IOException, InterruptedException {
        int status = status(request);
        if (status != 200) {
            throw new IllegalStateException("%s was answered by %d".formatted(request.uri(), status));
        }
    }

    private int status(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, BodyHandlers.discarding()).statusCode();
    }
}
