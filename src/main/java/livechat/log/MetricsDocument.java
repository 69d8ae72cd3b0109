package livechat.log;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import livechat.room.Metrics;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** How quickly a visitor is answered, as a room's document has it: in seconds. */
final class MetricsDocument {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private MetricsDocument() {}

    /** Absent while there is nothing to measure. */
    static Optional<ObjectNode> of(Metrics metrics) {
        ObjectNode document = JSON.objectNode();
        if (metrics.responses() > 0) {
            document.set("reaction", times(metrics.reaction()));
            document.set("response", response(metrics));
        }
        metrics.questionAt().ifPresent(time -> document.putObject("v").put("lq", Timestamps.text(time)));
        metrics.responseAt().ifPresent(time -> document.putObject("servedBy").put("lr", Timestamps.text(time)));
        return document.isEmpty() ? Optional.empty() : Optional.of(document);
    }

    private static ObjectNode response(Metrics metrics) {
        return times(metrics.response())
                .put("total", metrics.responses())
                .put("avg", average(metrics.response().totalMillis(), metrics.responses()));
    }

    private static ObjectNode times(Metrics.Times times) {
        ObjectNode document = JSON.objectNode();
        times.first()
                .ifPresent(
                        first -> document.put("fd", Timestamps.text(first.at())).put("ft", seconds(first.millis())));
        return document.put("tt", seconds(times.totalMillis()));
    }

    /** As exact as a reader's floating point number can be. */
    private static BigDecimal average(long millis, int count) {
        return plain(BigDecimal.valueOf(millis, 3).divide(BigDecimal.valueOf(count), MathContext.DECIMAL64));
    }

    static BigDecimal seconds(long millis) {
        return plain(BigDecimal.valueOf(millis, 3));
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal shortest = number.stripTrailingZeros();
        return shortest.setScale(Math.max(0, shortest.scale()));
    }
}
