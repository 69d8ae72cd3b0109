package livechat.guarantees;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** What a service takes of its machine when nobody asks it anything, as its own meters say. */
record Footprint(long heapMegabytes, long threads, long files, long parked, Map<String, Long> series) {

    /** Far above what comes and goes, far below what a leak of one thing for each hostile request would add. */
    private static final long MORE_HEAP = 64;

    private static final long MORE_THREADS = 40;
    private static final long MORE_FILES = 150;
    /** Those of Kafka's clients are looked for once a minute, so that some hundred come late. */
    private static final long MORE_SERIES = 1000;

    /** The meters of a service, summed over their tags. */
    record Meters(URI prometheus) {

        double sum(String meter) throws IOException, InterruptedException {
            return read().lines()
                    .filter(line -> line.startsWith(meter + " ") || line.startsWith(meter + "{"))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                    .sum();
        }

        /** How many there are of each name. */
        Map<String, Long> series() throws IOException, InterruptedException {
            return read().lines()
                    .filter(line -> !line.startsWith("#"))
                    .collect(Collectors.groupingBy(line -> line.split("[ {]", 2)[0], Collectors.counting()));
        }

        private String read() throws IOException, InterruptedException {
            try (HttpClient http = HttpClient.newHttpClient()) {
                return http.send(HttpRequest.newBuilder(prometheus).build(), BodyHandlers.ofString())
                        .body();
            }
        }
    }

    static Meters meters(Map<String, String> place) {
        return new Meters(
                URI.create("http://127.0.0.1:" + place.get("MANAGEMENT_SERVER_PORT") + "/actuator/prometheus"));
    }

    static Footprint of(ServiceProcess service, Meters meters) throws IOException, InterruptedException {
        collectGarbage(service.process().pid());
        return new Footprint(
                (long) heap(meters) >> 20,
                (long) meters.sum("jvm_threads_live_threads"),
                (long) meters.sum("process_files_open_files"),
                (long) meters.sum("rooms_query_parked"),
                meters.series());
    }

    private static double heap(Meters meters) throws IOException, InterruptedException {
        return meters.read()
                .lines()
                .filter(line -> line.startsWith("jvm_memory_used_bytes{area=\"heap\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private static void collectGarbage(long pid) throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        String.valueOf(pid),
                        "GC.run")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(jcmd.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }

    void hasNotGrownMuchFrom(Footprint before) {
        assertThat(heapMegabytes).as("heap, before %s", before).isLessThan(before.heapMegabytes + MORE_HEAP);
        assertThat(threads).as("threads, before %s", before).isLessThan(before.threads + MORE_THREADS);
        assertThat(files).as("files, before %s", before).isLessThan(before.files + MORE_FILES);
        assertThat(count()).as("series, more of %s", grownFrom(before)).isLessThan(before.count() + MORE_SERIES);
        assertThat(parked).as("parked callers").isZero();
    }

    long count() {
        return series.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The names of which there are more series now. */
    Map<String, Long> grownFrom(Footprint before) {
        Map<String, Long> grown = new TreeMap<>(series);
        grown.entrySet().removeIf(name -> name.getValue() <= before.series.getOrDefault(name.getKey(), 0L));
        return grown;
    }

    @Override
    public String toString() {
        return "%d MB of heap, %d threads, %d files, %d series, %d parked callers"
                .formatted(heapMegabytes, threads, files, count(), parked);
    }
}
