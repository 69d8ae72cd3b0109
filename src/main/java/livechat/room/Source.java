package livechat.room;

import java.util.Arrays;

/** Where a visitor came from; the names are upstream's. */
public enum Source {
    API("api"),
    WIDGET("widget");

    private final String type;

    Source(String type) {
        this.type = type;
    }

    public String type() {
        return type;
    }

    public static Source of(String type) {
        return Arrays.stream(values())
                .filter(source -> source.type.equals(type))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown source: " + type));
    }
}
