package livechat.log;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** What an operator does with dead letters: see which there are, look into one, put one back on the log. */
final class LetterDesk {

    /** It is folded: it changed something, or nothing had to be changed. */
    static final int DONE = 0;

    /** It is on the log, and was refused by the rules, or is a dead letter again. */
    static final int REFUSED = 1;

    /** Nothing was written. */
    static final int NOT_WRITTEN = 2;

    /** It is on the log, or may be; what became of it is not known yet. */
    static final int NOT_FOLDED_YET = 3;

    /** A fold that runs takes milliseconds; one whose owner was killed some seconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final LetterOptions options;
    private final PrintStream out;
    private final PrintStream err;

    LetterDesk(LetterOptions options, PrintStream out, PrintStream err) {
        this.options = options;
        this.out = out;
        this.err = err;
    }

    /**
     * Does what is asked, and says so.
     *
     * @return the exit code
     */
    int run(LetterBox box, Producer<byte[], byte[]> producer, LogClock clock) throws InterruptedException {
        switch (options.command()) {
            case "show" -> show(find(box));
            case "put-back" -> {
                return putBack(
                        new Mended(find(box), value(), options.values("header")), new PutBack(box, producer, clock));
            }
            default -> new LetterList(options, out).print(box);
        }
        return DONE;
    }

    private Filed.Letter find(LetterBox box) {
        LetterId wanted = options.letter();
        return box.find(wanted).orElseThrow(() -> new IllegalArgumentException("there is no dead letter " + wanted));
    }

    private void show(Filed.Letter letter) {
        byte[] value = Objects.requireNonNullElse(letter.value(), new byte[0]);
        Optional<String> file = options.value("to");
        file.ifPresentOrElse(name -> write(Path.of(name), value), () -> {
            err.println("What follows can be secret and personal: the key can be a visitor's token.");
            out.println("key: " + text(letter.key()));
            for (Header header : letter.headers()) {
                out.println(
                        Printable.text(header.key().getBytes(StandardCharsets.UTF_8)) + ": " + text(header.value()));
            }
            out.println();
            out.println(text(value));
        });
    }

    private static String text(byte @Nullable [] bytes) {
        return bytes == null ? "(none)" : Printable.text(bytes);
    }

    private static void write(Path file, byte[] value) {
        try {
            Files.write(file, value, StandardOpenOption.CREATE_NEW);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte @Nullable [] value() {
        try {
            return options.isSet("value")
                    ? Files.readAllBytes(Path.of(options.value("value").orElse("")))
                    : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int putBack(Mended mended, PutBack log) throws InterruptedException {
        PutBack.Came came = log.put(mended, options.seconds("wait").orElse(PATIENCE));
        String letter = mended.letter().request() + " is on the log as " + came.place();
        if (came.filed().isEmpty()) {
            err.println(letter + ", and not folded yet: does the service run? Asked again, this waits on.");
            return NOT_FOLDED_YET;
        }
        Filed filed = came.filed().get();
        out.println(letter + ": " + told(filed));
        return filed.isDone() ? DONE : REFUSED;
    }

    private static String told(Filed filed) {
        return filed instanceof Filed.Letter letter
                ? letter.outcome() + ": " + letter.told(DeadLetter.CAUSE).orElse("")
                : filed.outcome();
    }
}
