package livechat.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** All topics of the service together, because the partitions of a request's way only line up when all have the same number. */
record TopicFiles(List<TopicFile> all) {

    private static final String PATTERN = "classpath*:topics/*.yaml";

    /** Describes the same topics to people and tools, in a form of its own. */
    private static final String ASYNC_API = "asyncapi.yaml";

    TopicFiles {
        all = List.copyOf(all);
        if (all.stream().allMatch(TopicFile::isReference)) {
            throw new IllegalArgumentException("There are no topic files at " + PATTERN + ".");
        }
        var names = new HashSet<String>();
        for (TopicFile file : all) {
            if (!names.add(file.name())) {
                throw new IllegalArgumentException("Two topic files describe " + file.name() + ".");
            }
        }
    }

    static TopicFiles read() {
        try {
            return of(new PathMatchingResourcePatternResolver().getResources(PATTERN));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static TopicFiles of(Resource... files) {
        return new TopicFiles(Arrays.stream(files)
                .filter(file -> !ASYNC_API.equals(file.getFilename()))
                .map(TopicFileReader::read)
                .toList());
    }

    /** Reference data keeps its own number: nothing lines up with it. */
    TopicFiles withPartitions(int count) {
        return each(file -> file.isReference() ? file : file.withPartitions(count));
    }

    TopicFiles withReplicas(int count) {
        return each(file -> file.withReplicas(count));
    }

    private TopicFiles each(UnaryOperator<TopicFile> change) {
        return new TopicFiles(all.stream().map(change).toList());
    }

    Set<String> names() {
        return all.stream().map(TopicFile::name).collect(Collectors.toUnmodifiableSet());
    }

    /** The partition count that all but reference data share, once {@link #mismatches} is empty. */
    int partitions() {
        return counts().findFirst().orElseThrow();
    }

    List<TopicFile> missing(Map<String, TopicThere> there) {
        return all.stream()
                .filter(file -> at(there, file) instanceof TopicThere.Absent)
                .toList();
    }

    /** One sentence for each reason not to work with this cluster, those that lie in the files themselves included. */
    List<String> mismatches(Map<String, TopicThere> there) {
        return Stream.of(
                        disagreement(),
                        misalignment(),
                        all.stream().flatMap(file -> file.mismatches(at(there, file)).stream()))
                .flatMap(problems -> problems)
                .toList();
    }

    List<String> liberties(Map<String, TopicThere> there) {
        return all.stream()
                .flatMap(file -> file.liberties(at(there, file)).stream())
                .toList();
    }

    private Stream<String> disagreement() {
        if (counts().count() == 1) {
            return Stream.empty();
        }
        String found = line().map(file -> file.name() + " " + file.partitions()).collect(Collectors.joining(", "));
        return Stream.of(
                "The topic files disagree on the number of partitions (%s), one is expected: give all the same."
                        .formatted(found));
    }

    private Stream<String> misalignment() {
        return counts().filter(count -> Partitions.ALIGNMENT % count != 0)
                .map(count -> ("%d partitions are asked for, a divisor of %d is expected: ids keep to their visitor's"
                                + " partition only then, so choose 1, 4, 12, 24, 48 or another divisor.")
                        .formatted(count, Partitions.ALIGNMENT));
    }

    private Stream<Integer> counts() {
        return line().map(TopicFile::partitions).distinct();
    }

    private Stream<TopicFile> line() {
        return all.stream().filter(file -> !file.isReference());
    }

    private static TopicThere at(Map<String, TopicThere> there, TopicFile file) {
        return Objects.requireNonNull(there.get(file.name()), file.name());
    }
}
