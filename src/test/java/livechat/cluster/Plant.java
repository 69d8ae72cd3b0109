package livechat.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import livechat.guarantees.ServiceProcess;

/**
 * A fault put into the product's own source and compiled: so the product needs nothing for its tests to get in by.
 *
 * @param file below src/main/java/livechat
 * @param old stands there exactly once
 */
record Plant(String file, String old, String planted) {

    private static final Path SOURCES = Path.of("src", "main", "java", "livechat");

    /** A class path of the service on which the plants come first. */
    static String classPath(List<Plant> plants, Path directory) throws IOException {
        Path sources = Files.createDirectories(directory.resolve("sources"));
        Path classes = Files.createDirectories(directory.resolve("classes"));
        List<Path> changed = new ArrayList<>();
        for (Plant plant : plants) {
            changed.add(plant.writeTo(sources));
        }
        if (changed.isEmpty()) {
            return ServiceProcess.classPath();
        }
        compile(changed.stream().distinct().toList(), classes);
        return classes + File.pathSeparator + ServiceProcess.classPath();
    }

    /** Several plants may be in one file. */
    private Path writeTo(Path sources) throws IOException {
        Path changed = sources.resolve(file);
        Files.createDirectories(changed.getParent());
        String source = Files.readString(Files.exists(changed) ? changed : SOURCES.resolve(file));
        assertThat(source.split(Pattern.quote(old), -1))
                .as("%s in %s", old, file)
                .hasSize(2);
        return Files.writeString(changed, source.replace(old, planted));
    }

    private static void compile(List<Path> sources, Path classes) throws IOException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
            List<String> options = List.of("-cp", ServiceProcess.classPath(), "-d", classes.toString(), "-proc:none");
            assertThat(javac.getTask(said, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
                            .call())
                    .as("compiled: %s", said)
                    .isTrue();
        }
    }
}
