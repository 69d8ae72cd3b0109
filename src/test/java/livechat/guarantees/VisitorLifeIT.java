package livechat.guarantees;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A visitor's life by curl alone: the very lines that the README shows. */
@Timeout(240)
class VisitorLifeIT {

    private static final String BEGIN = "<!-- a visitor's life -->\n```sh\n";
    private static final String END = "```\n";

    @TempDir
    private static Path directory;

    private static ServiceProcess service;

    @BeforeAll
    static void start() throws IOException {
        service = ServiceProcess.start(ServiceProcess.place(directory)).awaitReady();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        service.close();
    }

    @Test
    void isAsTheReadmeShowsIt() throws Exception {
        List<JsonNode> answers = answers(script());

        assertThat(service.describedExchanges()).isGreaterThanOrEqualTo(12);
        assertThat(answers)
                .hasSize(12)
                .allSatisfy(answer -> assertThat(answer.path("success").booleanValue())
                        .as("%s", answer)
                        .isTrue());
        assertThat(answers.get(0).at("/visitor/name").stringValue()).isEqualTo("Mary");
        String rid = answers.get(1).at("/room/_id").stringValue();
        assertThat(answers.get(2).at("/message/rid").stringValue()).isEqualTo(rid);
        assertThat(answers.get(3).at("/message/msg").stringValue()).isEqualTo("Where is my parcel?");
        assertThat(answers.get(4).at("/field/key").stringValue()).isEqualTo("order");
        assertThat(answers.get(5).at("/status").stringValue()).isEqualTo("away");
        assertThat(answers.get(6).at("/page/msg").stringValue()).startsWith("Parcels - ");
        assertThat(answers.get(7).at("/comment").stringValue()).isEqualTo("Closed by visitor");
        assertThat(answers.get(8).at("/data/satisfaction").stringValue()).isEqualTo("5");
        assertThat(answers.get(9).at("/messages/0/msg").stringValue()).isEqualTo("Where is my parcel?");
        assertThat(answers.get(9).at("/messages")).hasSize(1);
        assertThat(answers.get(10).at("/visitor/livechatData/order").stringValue())
                .isEqualTo("4711");
        assertThat(answers.get(11).at("/visitor/_id")).isEqualTo(answers.get(0).at("/visitor/_id"));
    }

    /** The lines between the marks, for the service of this test. */
    private static String script() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        int begin = readme.indexOf(BEGIN);
        assertThat(begin).as("where the README shows it").isPositive();
        String lines = readme.substring(begin + BEGIN.length(), readme.indexOf(END, begin + BEGIN.length()));
        return "set -e\nAPI=" + service.http() + "/api/v1/livechat"
                + ("\n" + lines).replace("\ncurl ", "\necho; curl -s ");
    }

    private static List<JsonNode> answers(String script) throws Exception {
        Path output = directory.resolve("answers");
        Process shell = new ProcessBuilder("sh", "-c", script)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(shell.waitFor(60, TimeUnit.SECONDS)).isTrue();
        String said = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(shell.exitValue()).as(said).isZero();
        return said.lines()
                .filter(line -> !line.isBlank())
                .map(line -> new JsonMapper().readTree(line))
                .toList();
    }
}
