package livechat.log;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.boot.ApplicationArguments;

/** What an operator asks of the dead letters, on the command line; names with a dot are settings, as the service has them. */
final class LetterOptions {

    static final String USAGE = """
            --list [--json] [--open] [--cause=<part of it>] [--since=<time>] [--until=<time>]
            --show=<letter> [--to=<new file>]
            --put-back=<letter> [--value=<file>] [--header=<name>=<value>]... [--wait=<seconds>]
            A letter is <partition>-<offset>, as listed; a time is like 2026-01-31T00:00:00Z.""";

    private static final Map<String, Set<String>> COMMANDS = Map.of(
            "list", Set.of("json", "open", "cause", "since", "until"),
            "show", Set.of("to"),
            "put-back", Set.of("value", "header", "wait"));

    private final ApplicationArguments arguments;
    private final String command;

    /** @throws IllegalArgumentException where they make no sense, with what is wrong */
    LetterOptions(ApplicationArguments arguments) {
        this.arguments = arguments;
        List<String> commands =
                COMMANDS.keySet().stream().filter(arguments::containsOption).toList();
        if (commands.size() > 1 || !arguments.getNonOptionArgs().isEmpty()) {
            throw new IllegalArgumentException("one of --list, --show and --put-back, and options to it");
        }
        this.command = commands.isEmpty() ? "list" : commands.getFirst();
        Set<String> known = COMMANDS.getOrDefault(command, Set.of());
        for (String name : arguments.getOptionNames()) {
            if (!name.equals(command) && !known.contains(name) && !name.contains(".")) {
                throw new IllegalArgumentException("--%s has no option --%s".formatted(command, name));
            }
        }
        if (!command.equals("list")) {
            letter();
        }
    }

    String command() {
        return command;
    }

    boolean isSet(String name) {
        return arguments.containsOption(name);
    }

    /** The letter that the command is about. */
    LetterId letter() {
        return value(command)
                .flatMap(LetterId::read)
                .orElseThrow(() -> new IllegalArgumentException("--" + command + "=<letter>, such as 2-45"));
    }

    List<String> values(String name) {
        return Optional.ofNullable(arguments.getOptionValues(name)).orElse(List.of());
    }

    Optional<String> value(String name) {
        return values(name).stream().findFirst().filter(text -> !text.isEmpty());
    }

    Optional<Instant> time(String name) {
        return value(name).map(reading(name, Instant::parse));
    }

    Optional<Duration> seconds(String name) {
        return value(name).map(reading(name, Long::parseLong)).map(Duration::ofSeconds);
    }

    private static <T> Function<String, T> reading(String name, Function<String, T> reader) {
        return text -> {
            try {
                return reader.apply(text);
            } catch (DateTimeParseException | NumberFormatException e) {
                throw new IllegalArgumentException("--%s=%s cannot be read".formatted(name, text), e);
            }
        };
    }
}
