package livechat;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Main and wiring: the only place that knows every stage. */
@SpringBootApplication
public class LivechatApplication {

    public static void main(String[] args) {
        SpringApplication.run(LivechatApplication.class, args);
    }
}
