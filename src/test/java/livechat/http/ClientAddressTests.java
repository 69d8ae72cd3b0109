package livechat.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockHttpServletRequest;

@ExtendWith(OutputCaptureExtension.class)
class ClientAddressTests {

    private static final List<Network> PROXIES = List.of(Network.parse("10.0.0.0/8"), Network.parse("fd00::/8"));

    private static final InetAddress PEER = InetAddress.ofLiteral("203.0.113.20");

    private final ClientAddress behindProxies = new ClientAddress(PROXIES, PEER::equals);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    203.0.113.9 |                                     | 203.0.113.9
                    203.0.113.9 | 198.51.100.7                        | 203.0.113.9
                    203.0.113.9 | 10.0.0.1                            | 203.0.113.9
                    10.0.0.1    |                                     | 10.0.0.1
                    10.0.0.1    | 198.51.100.7                        | 198.51.100.7
                    10.0.0.1    | 192.0.2.1, 198.51.100.7             | 198.51.100.7
                    10.0.0.1    | 192.0.2.1, 198.51.100.7, 10.0.0.2   | 198.51.100.7
                    10.0.0.1    | 192.0.2.1,198.51.100.7 ,10.0.0.2    | 198.51.100.7
                    10.0.0.1    | 10.0.0.3, 10.0.0.2                  | 10.0.0.3
                    10.0.0.1    | 198.51.100.7:51234                  | 198.51.100.7
                    10.0.0.1    | 2001:db8::7                         | 2001:db8::7
                    10.0.0.1    | [2001:db8::7]:51234                 | 2001:db8::7
                    fd00::1     | [2001:db8::7]                       | 2001:db8::7
                    10.0.0.1    | ''                                  | 10.0.0.1
                    10.0.0.1    | unknown                             | 10.0.0.1
                    10.0.0.1    | 198.51.100.7, localhost             | 10.0.0.1
                    10.0.0.1    | 198.51.100.7, 999.1.1.1, 10.0.0.2   | 10.0.0.2
                    10.0.0.1    | 198.51.100.7,                       | 10.0.0.1
                    10.0.0.1    | ,,,                                 | 10.0.0.1
                    """)
    void believesOnlyProxiesOfOurs(String connection, String forwarded, String client) {
        assertThat(behindProxies.of(request(connection, forwarded))).isEqualTo(InetAddress.ofLiteral(client));
    }

    @Test
    void readsRepeatedHeadersAsOne() {
        MockHttpServletRequest request = request("10.0.0.1", "192.0.2.1, 198.51.100.7");
        request.addHeader("X-Forwarded-For", "10.0.0.2");
        assertThat(behindProxies.of(request)).isEqualTo(InetAddress.ofLiteral("198.51.100.7"));
    }

    @Test
    void believesAnotherInstanceOfWhatItPassedOn() {
        MockHttpServletRequest request = request("203.0.113.20", "198.51.100.7");
        assertThat(behindProxies.of(request)).isEqualTo(PEER);
        request.addHeader("X-Livechat-Hop", "1");
        assertThat(behindProxies.of(request)).isEqualTo(InetAddress.ofLiteral("198.51.100.7"));
    }

    @Test
    void believesNobodyElseWhoSaysSo() {
        MockHttpServletRequest request = request("203.0.113.9", "198.51.100.7");
        request.addHeader("X-Livechat-Hop", "1");
        assertThat(behindProxies.of(request)).isEqualTo(InetAddress.ofLiteral("203.0.113.9"));
    }

    @Test
    void saysOnceThatThereMayBeAProxy(CapturedOutput log) {
        ClientAddress alone = new ClientAddress(List.of(), _ -> false);
        for (int i = 0; i < 3; i++) {
            assertThat(alone.of(request("10.0.0.1", "SECRET"))).isEqualTo(InetAddress.ofLiteral("10.0.0.1"));
        }
        assertThat(log.getAll())
                .containsOnlyOnce("livechat.http.trusted-proxies")
                .doesNotContain("SECRET");
    }

    private static MockHttpServletRequest request(String connection, String forwarded) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(connection);
        if (forwarded != null) {
            request.addHeader("X-Forwarded-For", forwarded);
        }
        return request;
    }
}
