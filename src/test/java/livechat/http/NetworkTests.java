package livechat.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTests {

    @ParameterizedTest
    @CsvSource({
        "10.1.2.3,       10.1.2.3,             true",
        "10.1.2.3,       10.1.2.4,             false",
        "10.0.0.0/8,     10.255.255.255,       true",
        "10.9.9.9/8,     10.0.0.1,             true",
        "10.0.0.0/8,     11.0.0.0,             false",
        "192.168.6.0/23, 192.168.7.255,        true",
        "192.168.6.0/23, 192.168.8.0,          false",
        "0.0.0.0/0,      203.0.113.9,          true",
        "0.0.0.0/0,      2001:db8::1,          false",
        "10.0.0.0/8,     ::ffff:10.1.2.3,      true",
        "::1,            ::1,                  true",
        "::1,            ::2,                  false",
        "2001:db8::/33,  2001:db8:7fff::1,     true",
        "2001:db8::/33,  2001:db8:8000::1,     false",
        "::/0,           2001:db8::1,          true",
        "::/0,           10.1.2.3,             false"
    })
    void knowsWhomItHolds(String network, String address, boolean holds) {
        assertThat(Network.parse(network).contains(InetAddress.ofLiteral(address)))
                .isEqualTo(holds);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/", "::/129", "10.0.0/x", "10.0.*"})
    void refusesWhatIsNone(String text) {
        assertThatThrownBy(() -> Network.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.9,       203.0.113.9,          true",
        "203.0.113.9,       203.0.113.8,          false",
        "2001:db8:1:2::1,   2001:db8:1:2:f::9,    true",
        "2001:db8:1:2::1,   2001:db8:1:3::1,      false",
        "::ffff:203.0.113.9, 203.0.113.9,         true"
    })
    void countsAsOneClient(String one, String other, boolean same) {
        boolean equal =
                Network.ofClient(InetAddress.ofLiteral(one)).equals(Network.ofClient(InetAddress.ofLiteral(other)));
        assertThat(equal).isEqualTo(same);
    }
}
