package livechat.http;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * What remains of a body that was refused unread: thrown away, so that the client gets to see the refusal, but not for
 * long. Tomcat does the same bounded in bytes only, and would wait months for 128 KB that come one by one.
 */
final class Leftovers extends ValveBase {

    /** Plenty for what is on its way already; nobody waits for the rest, since the answer is out. */
    private static final long PATIENCE = Duration.ofSeconds(2).toNanos();

    private static final int MAX_BYTES = 128 * 1024;

    Leftovers() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
        // A client that asked whether to send a body has had its answer and may well send none.
        if (!request.isFinished() && !request.getCoyoteRequest().hasExpectation()) {
            response.finishResponse();
            if (!isDrained(request.getCoyoteRequest())) {
                response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, null);
            }
        }
    }

    /** From below the servlet's stream, which may be closed by now. */
    private static boolean isDrained(org.apache.coyote.Request request) {
        long start = System.nanoTime();
        Bin bin = new Bin();
        try {
            for (int total = 0; total <= MAX_BYTES && System.nanoTime() - start < PATIENCE; ) {
                int read = request.doRead(bin);
                if (read < 0) {
                    return true;
                }
                total += read;
            }
        } catch (IOException gone) {
            // As good as silent: the connection ends either way.
        }
        return false;
    }

    /** Lets the container hand over what it has read, and looks at none of it. */
    private static final class Bin implements ApplicationBufferHandler {

        private ByteBuffer bytes = ByteBuffer.allocate(0);

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            bytes = buffer;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return bytes;
        }

        @Override
        public void expand(int size) {
            // Asked for by nobody who only reads.
        }
    }
}
