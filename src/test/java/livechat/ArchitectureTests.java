package livechat;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static livechat.Library.ACTUATOR;
import static livechat.Library.BOOT_KAFKA;
import static livechat.Library.BOOT_SSL;
import static livechat.Library.CAFFEINE;
import static livechat.Library.HEALTH;
import static livechat.Library.JACKSON;
import static livechat.Library.JAVA;
import static livechat.Library.JSPECIFY;
import static livechat.Library.KAFKA_CLIENTS;
import static livechat.Library.KAFKA_COMMON;
import static livechat.Library.KAFKA_SERVER;
import static livechat.Library.KAFKA_STREAMS;
import static livechat.Library.MICROMETER;
import static livechat.Library.RATE_LIMITING;
import static livechat.Library.ROCKS_DB;
import static livechat.Library.SLF4J;
import static livechat.Library.SNAKE_YAML;
import static livechat.Library.SPRING;
import static livechat.Library.SPRING_KAFKA;
import static livechat.Library.SPRING_MVC;
import static livechat.Library.SPRING_SECURITY;
import static livechat.Library.SPRING_WEB_CLIENT;
import static livechat.Library.STREAMS_QUERY;
import static livechat.Library.STREAMS_ROW;
import static livechat.Library.STREAMS_STATE;
import static livechat.Library.TOMCAT;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Who may know whom. A package that is not in the table is not in the tree. */
class ArchitectureTests {

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("livechat");

    /** What every package but {@code room} may know. */
    private static final Set<Library> EVERYONE = Set.of(JAVA, JSPECIFY, SLF4J, SPRING, HEALTH);

    /** The packages in the order of a request's way, then the side branches; rows of packages to come are here already. */
    static final List<Row> TABLE = List.of(
            row("room").knows().uses(),
            row("log")
                    .knows("room")
                    .uses(KAFKA_COMMON, KAFKA_CLIENTS, SPRING_KAFKA, BOOT_KAFKA, BOOT_SSL, JACKSON, SNAKE_YAML),
            row("store").knows("room").uses(KAFKA_COMMON, STREAMS_ROW, STREAMS_STATE, ROCKS_DB, CAFFEINE, JACKSON),
            row("fold")
                    .knows("room", "log", "store", "ops")
                    .uses(KAFKA_COMMON, KAFKA_CLIENTS, KAFKA_STREAMS, SPRING_KAFKA),
            row("query")
                    .knows("room", "store", "ops")
                    .uses(KAFKA_COMMON, KAFKA_CLIENTS, STREAMS_STATE, STREAMS_QUERY, SPRING_WEB_CLIENT),
            row("http")
                    .knows("room", "log", "query", "directory", "ops")
                    .uses(SPRING_MVC, TOMCAT, RATE_LIMITING, CAFFEINE, SPRING_SECURITY, JACKSON, SNAKE_YAML),
            row("timer").knows("room", "log", "store", "query").uses(),
            row("analytics").knows("room", "log", "ops").uses(KAFKA_COMMON, KAFKA_CLIENTS, KAFKA_STREAMS, SPRING_MVC),
            row("live").knows("room", "log", "ops").uses(KAFKA_COMMON, KAFKA_CLIENTS, KAFKA_STREAMS, SPRING_MVC),
            row("directory").knows("room", "log").uses(KAFKA_COMMON, KAFKA_CLIENTS, SPRING_KAFKA),
            row("ops").knows().uses(MICROMETER, ACTUATOR),
            row("broker").knows().uses(KAFKA_COMMON, KAFKA_CLIENTS, KAFKA_SERVER, BOOT_KAFKA));

    record Row(String name, Set<String> ours, Set<Library> others) {

        Row knows(String... names) {
            return new Row(name, Set.of(names), others);
        }

        Row uses(Library... libraries) {
            return new Row(name, ours, Set.of(libraries));
        }

        String packages() {
            return packages(name);
        }

        String[] known() {
            Stream<String> inside =
                    Stream.concat(Stream.of(name), ours.stream()).map(Row::packages);
            Set<Library> common = name.equals("room") ? Set.of(JAVA, JSPECIFY) : EVERYONE;
            Stream<String> outside =
                    Stream.concat(common.stream(), others.stream()).flatMap(library -> library.packages().stream());
            return Stream.concat(inside, outside).toArray(String[]::new);
        }

        private static String packages(String name) {
            return "livechat." + name + "..";
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static Row row(String name) {
        return new Row(name, Set.of(), Set.of());
    }

    @ParameterizedTest
    @FieldSource("TABLE")
    void knowsNoMoreThanItsRowSays(Row row) {
        classes()
                .that()
                .resideInAPackage(row.packages())
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(row.known())
                .allowEmptyShould(true)
                .check(MAIN);
    }

    @Test
    void hasARowForEachPackage() {
        Stream<String> packages = TABLE.stream().map(Row::packages);
        classes()
                .should()
                .resideInAnyPackage(
                        Stream.concat(Stream.of("livechat"), packages).toArray(String[]::new))
                .check(MAIN);
    }

    @Test
    void isFreeOfCycles() {
        slices().matching("livechat.(*)..").should().beFreeOfCycles().check(MAIN);
    }

    /** Main may know every package of ours, but it has no business with JSON either. */
    @Test
    void keepsJacksonWhereTheTableSays() {
        noClasses()
                .that()
                .resideOutsideOfPackages(packagesWith(JACKSON))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(JACKSON.packages().toArray(String[]::new))
                .check(MAIN);
    }

    private static String[] packagesWith(Library library) {
        return TABLE.stream()
                .filter(row -> row.others().contains(library))
                .map(Row::packages)
                .toArray(String[]::new);
    }

    /** The same log has to lead to the same state, on any machine and at any time. */
    @Test
    void decidesWithoutClockAndWithoutChance() {
        noClasses()
                .that()
                .resideInAnyPackage("livechat.room..", "livechat.fold..")
                .should()
                .accessTargetWhere(Uncertain.TARGET)
                .orShould()
                .dependOnClassesThat(Uncertain.TYPE)
                .check(MAIN);
    }

    @Test
    void marksEachPackageForNullness() {
        assertThat(MAIN.stream().map(JavaClass::getPackage).distinct())
                .allSatisfy(each -> assertThat(each.isAnnotatedWith(NullMarked.class))
                        .as(each.getName())
                        .isTrue());
    }

    /** The words of {@code room} are there to be spoken by all; elsewhere what is public is the exception. */
    @Test
    void hidesTwoThirdsOfTheTypes() {
        List<JavaClass> types = topLevelTypes()
                .filter(resideInAnyPackage("livechat.room..").negate())
                .toList();
        assertThat(types.stream().filter(ArchitectureTests::isPublic)).hasSizeLessThanOrEqualTo(types.size() / 3);
    }

    private static Stream<JavaClass> topLevelTypes() {
        return MAIN.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> !type.getSimpleName().equals("package-info"));
    }

    private static boolean isPublic(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC);
    }
}
