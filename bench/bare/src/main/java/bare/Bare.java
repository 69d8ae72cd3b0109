package bare;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts a web server that has nothing to serve. */
@SpringBootApplication
class Bare {

    public static void main(String[] args) {
        SpringApplication.run(Bare.class, args);
    }
}
