package livechat.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class InFlightTests {

    private final InFlight filter = new InFlight(2);

    private final List<MockHttpServletResponse> answers = new ArrayList<>();

    @Test
    void refusesWhatIsMoreThanTwoAtOnce() throws Exception {
        send((_, _) -> send((_, _) -> send((_, _) -> {})));
        MockHttpServletResponse third = answers.getLast();
        assertThat(answers).extracting(MockHttpServletResponse::getStatus).containsExactly(200, 200, 503);
        assertThat(third.getHeader("Retry-After")).isEqualTo("1");
        assertThat(third.getContentAsString())
                .isEqualTo("{\"success\":false,\"error\":\"rooms-unavailable\",\"errorType\":\"rooms-unavailable\","
                        + "\"details\":\"too many requests at once\"}");
    }

    @Test
    void countsOnlyTheRequestsThatAreStillHere() throws Exception {
        for (int i = 0; i < 3; i++) {
            send((_, _) -> {});
        }
        assertThat(answers).extracting(MockHttpServletResponse::getStatus).containsOnly(200);
    }

    @Test
    void countsNoRequestThatFailed() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> send((_, _) -> {
                        throw new ServletException("broken");
                    }))
                    .isInstanceOf(ServletException.class);
        }
        send((_, _) -> {});
        assertThat(answers.getLast().getStatus()).isEqualTo(200);
    }

    private void send(FilterChain chain) throws ServletException, IOException {
        MockHttpServletResponse answer = new MockHttpServletResponse();
        answers.add(answer);
        filter.doFilter(new MockHttpServletRequest(), answer, chain);
    }
}
