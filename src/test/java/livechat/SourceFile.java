package livechat;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * A file of Java as its author wrote it.
 *
 * @param caught the types that its catch clauses name
 */
record SourceFile(String name, long lines, List<Method> methods, List<String> caught) {

    /** A method or constructor, its annotations included. */
    record Method(String name, long lines, int parameters, boolean isBean) {}

    static List<SourceFile> all(String root) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null);
                Stream<Path> paths = Files.walk(Path.of(root))) {
            List<Path> files =
                    paths.filter(path -> path.toString().endsWith(".java")).toList();
            JavacTask task = (JavacTask)
                    compiler.getTask(null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(files));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            return StreamSupport.stream(task.parse().spliterator(), false)
                    .map(unit -> Reader.read(unit, positions))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Walks through one file. */
    private static final class Reader extends TreeScanner<@Nullable Void, @Nullable Void> {

        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final String name;
        private final String text;
        private final List<Method> methods = new ArrayList<>();
        private final List<String> caught = new ArrayList<>();

        private Reader(CompilationUnitTree unit, SourcePositions positions) throws IOException {
            this.unit = unit;
            this.positions = positions;
            this.name = Path.of(unit.getSourceFile().getName()).getFileName().toString();
            this.text = unit.getSourceFile().getCharContent(true).toString();
        }

        static SourceFile read(CompilationUnitTree unit, SourcePositions positions) {
            try {
                Reader reader = new Reader(unit, positions);
                reader.scan(unit, null);
                return new SourceFile(reader.name, lines(reader.text), reader.methods, reader.caught);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void none) {
            int start = (int) positions.getStartPosition(unit, method);
            int end = (int) positions.getEndPosition(unit, method);
            String source = text.substring(start, end);
            boolean isBean = method.getModifiers().getAnnotations().stream()
                    .anyMatch(annotation ->
                            annotation.getAnnotationType().toString().equals("Bean"));
            methods.add(new Method(
                    name + " " + method.getName(),
                    lines(source),
                    isCompact(source) ? 0 : method.getParameters().size(),
                    isBean));
            return super.visitMethod(method, null);
        }

        @Override
        public @Nullable Void visitCatch(CatchTree clause, @Nullable Void none) {
            caught.add(name + " " + clause.getParameter().getType());
            return super.visitCatch(clause, null);
        }

        /** A record's own parameters are in its header. */
        private static boolean isCompact(String source) {
            int body = source.indexOf('{');
            return body > 0 && !source.substring(0, body).contains("(");
        }

        private static long lines(String text) {
            return text.lines().map(String::strip).filter(Reader::isCode).count();
        }

        private static boolean isCode(String line) {
            return !line.isEmpty() && !line.startsWith("//") && !line.startsWith("/*") && !line.startsWith("*");
        }
    }
}
