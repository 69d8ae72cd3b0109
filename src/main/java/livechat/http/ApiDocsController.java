package livechat.http;

import java.io.IOException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The description of this API, for programs and for people; it asks nobody for a key and no other instance for help. */
@RestController
@ConditionalOnBooleanProperty("livechat.docs.enabled")
final class ApiDocsController {

    static final String DESCRIPTION = "/v3/api-docs";

    /** Nothing from elsewhere, and in nobody's frame: people enter API keys there. Swagger UI styles its elements itself. */
    private static final String POLICY =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";

    private final ApiDescription description = new ApiDescription();
    private final ApiPage page = new ApiPage();

    @GetMapping(DESCRIPTION)
    ResponseEntity<byte[]> json() throws IOException {
        return of(description.yaml(), MediaType.APPLICATION_JSON).body(description.json());
    }

    @GetMapping(DESCRIPTION + ".yaml")
    ResponseEntity<Resource> yaml() throws IOException {
        return of(description.yaml(), MediaType.APPLICATION_YAML).body(description.yaml());
    }

    @GetMapping("/swagger-ui/{file}")
    ResponseEntity<Resource> page(@PathVariable("file") String name) throws IOException {
        Resource file = page.file(name).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        MediaType type = MediaTypeFactory.getMediaType(file).orElse(MediaType.APPLICATION_OCTET_STREAM);
        return of(file, type).header("Content-Security-Policy", POLICY).body(file);
    }

    /** A browser may keep it, but has to ask whether it is still so: instances of two versions may answer in turn. */
    private static ResponseEntity.BodyBuilder of(Resource file, MediaType type) throws IOException {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noCache())
                .lastModified(file.lastModified())
                .header("X-Content-Type-Options", "nosniff");
    }
}
