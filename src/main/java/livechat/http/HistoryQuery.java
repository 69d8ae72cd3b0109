package livechat.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import livechat.room.Author;
import livechat.room.History;
import livechat.room.Ledger;
import livechat.room.Message;
import livechat.room.RoomId;
import livechat.room.Token;
import org.jspecify.annotations.Nullable;

/** Which messages of a room a visitor wants to read. */
record HistoryQuery(Token token, History wanted) {

    private static final Set<String> KEYS = Set.of("token", "ls", "end", "limit", "offset");

    /** As upstream. */
    private static final int LIMIT = 20;

    /** A client that scrolls back asks for more each time; one answer stays below 3 MB all the same. */
    private static final int MAX_LIMIT = 100;

    /** What fits an int. */
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    private static final Pattern MILLIS = Pattern.compile("[0-9]{1,15}");

    static HistoryQuery of(@Nullable String query) {
        QueryParameters parameters = QueryParameters.parse(query, KEYS);
        Token token = token(parameters.get("token"));
        int limit = number(parameters, "limit").orElse(LIMIT);
        if (limit == 0) {
            throw BadRequest.invalidParams("not a number from 1", "limit");
        }
        return new HistoryQuery(
                token,
                new History(
                        time(parameters, "ls"),
                        time(parameters, "end"),
                        number(parameters, "offset").orElse(0),
                        Math.min(limit, MAX_LIMIT)));
    }

    private static Token token(@Nullable String said) {
        if (said == null) {
            throw BadRequest.of("error-token-param-not-provided");
        }
        return RoomQuery.token(said);
    }

    private static Optional<Integer> number(QueryParameters parameters, String key) {
        return said(parameters, key).map(text -> {
            if (!NUMBER.matcher(text).matches()) {
                throw BadRequest.invalidParams("not a number from 0", key);
            }
            return Integer.valueOf(text);
        });
    }

    private static Optional<Instant> time(QueryParameters parameters, String key) {
        return said(parameters, key).map(text -> {
            try {
                return MILLIS.matcher(text).matches()
                        ? Instant.ofEpochMilli(Long.parseLong(text))
                        : Instant.parse(text);
            } catch (DateTimeException malformed) {
                throw BadRequest.invalidParams("not a time such as 2026-01-31T23:59:59.999Z", key);
            }
        });
    }

    private static Optional<String> said(QueryParameters parameters, String key) {
        return Optional.ofNullable(parameters.get(key)).filter(text -> !text.isEmpty());
    }

    /** Newest first, without the pages that the visitor was seen on: those are for agents. */
    List<Message> read(Ledger ledger, RoomId id) {
        return ledger.messages(id, messages -> wanted.of(messages.filter(message -> !isVisit(message))));
    }

    private static boolean isVisit(Message message) {
        return message.author() instanceof Author.OfSystem system
                && system.type().equals(PageForm.TYPE);
    }
}
