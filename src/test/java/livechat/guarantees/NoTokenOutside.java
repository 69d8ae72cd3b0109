package livechat.guarantees;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Supplier;
import java.util.stream.Stream;

/** A token is on the request log and in its owner's answers, and nowhere else. */
final class NoTokenOutside implements Guarantee {

    private final Supplier<String> printed;

    /**
     * Watches one service.
     *
     * @param printed what the service has logged
     */
    NoTokenOutside(Supplier<String> printed) {
        this.printed = printed;
    }

    @Override
    public void saw(Exchange exchange) {
        assertThat(exchange.token()).as("a token that can be told").startsWith(Visitors.TOKEN_PREFIX);
    }

    @Override
    public void check(TopicReader topics) {
        assertThat(Stream.concat(topics.events().stream(), topics.rooms().stream()))
                .extracting(TopicReader.Message::everything)
                .noneMatch(text -> text.contains(Visitors.TOKEN_PREFIX));
        assertThat(printed.get()).doesNotContain(Visitors.TOKEN_PREFIX);
    }
}
