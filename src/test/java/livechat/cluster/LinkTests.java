package livechat.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A wire carries, or holds back and forgets nothing. */
class LinkTests {

    private static final int LIMIT_MILLIS = 10_000;
    private static final int MOMENT_MILLIS = 200;

    private ServerSocket broker;
    private Link link;

    @BeforeEach
    void connect() throws IOException {
        broker = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        link = Link.to(broker.getLocalPort());
    }

    @AfterEach
    void close() throws IOException {
        link.close();
        broker.close();
    }

    private Socket instance() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), link.port());
        socket.setSoTimeout(LIMIT_MILLIS);
        return socket;
    }

    private Socket accepted() throws IOException {
        Socket socket = broker.accept();
        socket.setSoTimeout(LIMIT_MILLIS);
        return socket;
    }

    @Test
    void carriesInBothDirections() throws IOException {
        try (Socket instance = instance();
                Socket there = accepted()) {
            instance.getOutputStream().write('a');
            assertThat(there.getInputStream().read()).isEqualTo('a');
            there.getOutputStream().write('b');
            assertThat(instance.getInputStream().read()).isEqualTo('b');
        }
    }

    @Test
    void holdsBackWhileItIsCutAndDeliversAfterwards() throws IOException {
        try (Socket instance = instance();
                Socket there = accepted()) {
            link.cut();
            instance.getOutputStream().write('a');
            there.setSoTimeout(MOMENT_MILLIS);
            assertThatThrownBy(() -> there.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);

            link.mend();
            there.setSoTimeout(LIMIT_MILLIS);
            assertThat(there.getInputStream().read()).isEqualTo('a');
        }
    }

    @Test
    void deliversWhatWasSentBeforeTheSenderDied() throws IOException {
        Socket instance = instance();
        try (Socket there = accepted()) {
            link.cut();
            instance.getOutputStream().write('a');
            instance.close();
            link.mend();
            assertThat(there.getInputStream().read()).isEqualTo('a');
            assertThat(there.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void letsNobodyThroughAsLongAsItIsCut() throws IOException {
        link.cut();
        broker.setSoTimeout(MOMENT_MILLIS);
        try (Socket _ = instance()) {
            assertThatThrownBy(this::accepted).isInstanceOf(SocketTimeoutException.class);
            link.mend();
            broker.setSoTimeout(LIMIT_MILLIS);
            assertThat(accepted().isConnected()).isTrue();
        }
    }

    @Test
    void isLateByItsDelay() throws IOException {
        try (Socket instance = instance();
                Socket there = accepted()) {
            link.delay(Duration.ofMillis(MOMENT_MILLIS));
            long sent = System.nanoTime();
            instance.getOutputStream().write('a');
            assertThat(there.getInputStream().read()).isEqualTo('a');
            assertThat(Duration.ofNanos(System.nanoTime() - sent))
                    .isGreaterThanOrEqualTo(Duration.ofMillis(MOMENT_MILLIS));
        }
    }

    @Test
    void endsWhenTheBrokerIsGone() throws IOException {
        try (Socket instance = instance()) {
            accepted().close();
            assertThat(instance.getInputStream().read()).isEqualTo(-1);
        }
    }
}
