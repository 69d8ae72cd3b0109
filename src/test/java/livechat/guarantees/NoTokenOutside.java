package livechat.guarantees;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Supplier;
import java.util.stream.Stream;

/** A token is on the request log and in its owner's answers, and nowhere else. */
final class NoTokenOutside implements Guarantee {

    private final Supplier<String> told;

    /**
     * Watches one service.
     *
     * @param told what its operators get to see
     */
    NoTokenOutside(Supplier<String> told) {
        this.told = told;
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
        assertThat(told.get()).doesNotContain(Visitors.TOKEN_PREFIX);
    }
}
