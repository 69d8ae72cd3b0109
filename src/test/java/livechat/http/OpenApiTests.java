package livechat.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** That the description is OpenAPI, is about what is there and nothing else, and shows examples that could be real. */
class OpenApiTests {

    /** What the OpenAPI Initiative publishes; it leaves what is in a schema to JSON Schema. */
    private static final Path OPENAPI = Path.of("src/test/resources/openapi/schema-3.1.json");

    private static final String JSON_SCHEMA = "https://json-schema.org/draft/2020-12/schema";
    private static final Pattern CODE = Pattern.compile("`([A-Za-z_-]+)`");

    private final OpenApi api = OpenApi.read();
    private final OpenApiSchemas schemas = new OpenApiSchemas(api.document());
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    @Test
    void isOpenApi() throws IOException {
        Schema schema = registry.getSchema(Files.readString(OPENAPI));
        assertThat(schema.validate(api.document())).isEmpty();

        ObjectNode broken = (ObjectNode) api.document().deepCopy();
        broken.withObject("/paths/~1api~1v1~1livechat~1room/get").put("summry", "misspelt");
        assertThat(schema.validate(broken)).isNotEmpty();
    }

    @Test
    void hasSchemasThatAreJsonSchemas() {
        Schema schema = registry.getSchema(com.networknt.schema.SchemaLocation.of(JSON_SCHEMA));
        List<JsonNode> all = new ArrayList<>(api.document().findValues("schema"));
        api.document().at("/components/schemas").forEach(all::add);

        assertThat(all)
                .hasSizeGreaterThan(100)
                .allSatisfy(each -> assertThat(schema.validate(each)).isEmpty());
    }

    @Test
    void refersToWhatIsThere() {
        assertThat(api.document().findValuesAsString("$ref"))
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                api.document().at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    @Test
    void describesEachMappingAndNothingElse() {
        assertThat(api.operations().stream().map(OpenApi.Operation::name))
                .containsExactlyInAnyOrderElementsOf(Mappings.ofTheApi());
    }

    @Test
    void asksForAKeyWhereTheGuardDoes() {
        assertThat(api.operations().stream()
                        .filter(operation -> operation.description().has("security"))
                        .map(OpenApi.Operation::path))
                .containsExactlyInAnyOrder(GuardConfiguration.GUARDED);
    }

    @Test
    void showsExamplesThatCouldBeReal() {
        List<JsonNode> places = places();
        assertThat(places.stream().filter(place -> examples(place).findAny().isPresent()))
                .hasSizeGreaterThan(80);
        assertThat(places)
                .allSatisfy(place -> assertThat(examples(place))
                        .allSatisfy(example -> assertThat(problems(place, example))
                                .as(place.toString())
                                .isEmpty()));
    }

    /** Parameters, headers, and bodies of both kinds. */
    private List<JsonNode> places() {
        return Stream.of(api.document().findParents("schema"))
                .flatMap(List::stream)
                .toList();
    }

    private Stream<JsonNode> examples(JsonNode place) {
        return Stream.concat(
                Stream.of(place.path("example")).filter(example -> !example.isMissingNode()),
                place.path("examples").valueStream().map(api::resolved).map(example -> example.path("value")));
    }

    private List<String> problems(JsonNode place, JsonNode example) {
        return schemas.problems(place.path("schema"), example);
    }

    /** The main call's is the very answer that this service has to give to a log that tells its story. */
    @Test
    void showsTheExampleOfTheStory() throws IOException {
        JsonNode answer =
                new JsonMapper().readTree(Files.readString(Path.of("src/test/resources/golden/example-response.json")));
        assertThat(api.document().at("/components/examples/ServedRoom/value").toString())
                .isEqualTo(answer.toString());
    }

    /** And each body and each answer has one. */
    @Test
    void showsAnExampleOfEachBody() {
        assertThat(api.document().findValues("application/json"))
                .hasSizeGreaterThan(60)
                .allSatisfy(
                        body -> assertThat(examples(body)).as(body.toString()).isNotEmpty());
    }

    @Test
    void explainsEachCodeAndNoOther() {
        Set<String> used = new TreeSet<>();
        api.document().findValues("errorType").forEach(type -> {
            type.path("enum").forEach(code -> used.add(code.stringValue()));
            type.path("const").asStringOpt().ifPresent(used::add);
        });
        String description = api.document().at("/info/description").stringValue();
        String table = description.substring(description.indexOf("### Errors"));
        Set<String> explained = table.lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(0, line.indexOf('|', 1)))
                .flatMap(cell -> CODE.matcher(cell).results())
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        assertThat(explained).isEqualTo(used);
    }

    @Test
    void tellsOfEachErrorWhetherToAskAgain() {
        assertThat(api.operations())
                .allSatisfy(operation -> assertThat(
                                operation.description().path("responses").propertyNames())
                        .as(operation.name())
                        .contains("200", "400", "403", "429", "500", "503"));
        assertThat(List.of("TooManyRequests", "Unavailable"))
                .allSatisfy(name -> assertThat(api.document()
                                .at("/components/responses/" + name + "/headers")
                                .has("Retry-After"))
                        .isTrue());
    }
}
