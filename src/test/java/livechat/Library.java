package livechat;

import java.util.List;

/** Other people's code by the packages that it lives in. */
enum Library {
    JAVA("java.."),
    JSPECIFY("org.jspecify.annotations"),
    SLF4J("org.slf4j"),
    SPRING(
            "org.springframework.core..",
            "org.springframework.beans..",
            "org.springframework.context..",
            "org.springframework.boot",
            "org.springframework.boot.autoconfigure.condition..",
            "org.springframework.boot.availability..",
            "org.springframework.boot.context..",
            "org.springframework.boot.diagnostics..",
            "org.springframework.boot.env.."),
    HEALTH("org.springframework.boot.health.."),
    ACTUATOR("org.springframework.boot.actuate..", "org.springframework.boot.micrometer.."),
    MICROMETER("io.micrometer.."),
    JACKSON("tools.jackson..", "com.fasterxml.jackson.."),
    SNAKE_YAML("org.yaml.snakeyaml.."),
    KAFKA_COMMON("org.apache.kafka.common.."),
    KAFKA_CLIENTS("org.apache.kafka.clients.."),
    KAFKA_STREAMS("org.apache.kafka.streams.."),
    STREAMS_ROW("org.apache.kafka.streams", "org.apache.kafka.streams.processor"),
    STREAMS_STATE("org.apache.kafka.streams.state..", "org.apache.kafka.streams.errors.."),
    STREAMS_QUERY("org.apache.kafka.streams", "org.apache.kafka.streams.query.."),
    KAFKA_SERVER("kafka.server..", "org.apache.kafka.metadata..", "org.apache.kafka.server.."),
    SPRING_KAFKA("org.springframework.kafka.."),
    BOOT_KAFKA("org.springframework.boot.kafka.."),
    BOOT_SSL("org.springframework.boot.autoconfigure.ssl"),
    ROCKS_DB("org.rocksdb.."),
    SPRING_WEB_CLIENT("org.springframework.http..", "org.springframework.web.client.."),
    SPRING_MVC(
            "org.springframework.http..",
            "org.springframework.web..",
            "org.springframework.boot.webmvc..",
            "jakarta.servlet.."),
    TOMCAT(
            "org.springframework.boot.tomcat..",
            "org.springframework.boot.web..",
            "org.apache.catalina..",
            "org.apache.coyote..",
            "org.apache.tomcat.util.net.."),
    RATE_LIMITING("io.github.bucket4j.."),
    CAFFEINE("com.github.benmanes.caffeine.."),
    SPRING_SECURITY("org.springframework.security..", "org.springframework.boot.security..");

    @SuppressWarnings("ImmutableEnumChecker") // List.of is.
    private final List<String> packages;

    Library(String... packages) {
        this.packages = List.of(packages);
    }

    List<String> packages() {
        return packages;
    }
}
