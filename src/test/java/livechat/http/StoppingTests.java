package livechat.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a server does with a request that it begins to read when it is about to stop. */
@SpringBootTest(
        classes = {TestEdge.class, StoppingTests.Stopping.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {TestEdge.PATIENCE, TestEdge.NO_MANAGEMENT, TestEdge.NO_FOLD})
class StoppingTests {

    @LocalServerPort
    private int port;

    @Configuration(proxyBeanMethods = false)
    static class Stopping {

        @Bean
        WebServerFactoryCustomizer<TomcatServletWebServerFactory> stopping() {
            return factory -> factory.setProtocol(StopsMeanwhile.class.getName());
        }
    }

    /** Between its two looks at whether it is to stop, Tomcat asks for this. */
    public static final class StopsMeanwhile extends TimedHeaders {
        @Override
        public int getKeepAliveTimeout() {
            getEndpoint().pause();
            return super.getKeepAliveTimeout();
        }
    }

    @Test
    void saysThatNothingIsWrongWithTheRequest() throws IOException {
        String answer = new RawHttp(port).exchange("GET /echo HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 503 ")
                .contains("\r\nRetry-After: 1\r\n", "\r\nX-Livechat-New: true\r\n", "\r\nCache-Control: no-store\r\n")
                .contains("\"errorType\":\"rooms-unavailable\"");
    }
}
