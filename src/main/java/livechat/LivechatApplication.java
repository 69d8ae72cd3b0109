package livechat;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;

/** Main and wiring: the only place that knows every stage. */
@SpringBootApplication(exclude = ErrorMvcAutoConfiguration.class)
public class LivechatApplication {

    public static void main(String[] args) {
        SpringApplication.run(LivechatApplication.class, args);
    }
}
