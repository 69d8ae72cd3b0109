package livechat.log;

import java.io.Serial;
import org.springframework.core.io.Resource;

/** A topic file that cannot be read ends the start, since a guess at what it meant could shape a log for ever. */
final class TopicFileMalformed extends IllegalArgumentException {

    @Serial
    private static final long serialVersionUID = 1L;

    TopicFileMalformed(Resource file, Exception cause) {
        super("Topic file %s: %s.".formatted(file.getFilename(), cause.getMessage()), cause);
    }
}
