package livechat.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The exchanges of a service that a test has started, held against the description when the service is gone. */
public final class Recorded {

    /** Where the service learns that it is to note them. */
    public static final String VARIABLE = "LIVECHAT_RECORDING";

    private static final Deviations DEVIATIONS = Deviations.find();

    private final Path file;

    public Recorded() {
        try {
            this.file = Files.createTempFile("exchanges", ".jsonl");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path file() {
        return file;
    }

    /** How many there were since the last time; a killed service may have left half a line. */
    public int areDescribed() {
        List<HttpExchange> noted = lines().map(HttpExchange::read).toList();
        List<String> deviations = noted.stream()
                .flatMap(exchange -> DEVIATIONS.of(exchange).stream())
                .distinct()
                .toList();
        assertThat(deviations).as("what the API's description does not know").isEmpty();
        return noted.size();
    }

    private Stream<String> lines() {
        try {
            String all = Files.readString(file);
            Files.writeString(file, "");
            return all.substring(0, all.lastIndexOf('\n') + 1).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
