package livechat.broker;

import org.jspecify.annotations.Nullable;

/** What keeps the embedded broker from starting, in one sentence that ends with what to do about it. */
final class BrokerCannotStart extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String remedy;

    BrokerCannotStart(String matter, String remedy) {
        this(matter, remedy, null);
    }

    BrokerCannotStart(String matter, String remedy, @Nullable Throwable cause) {
        super(matter + "; " + remedy, cause);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
