package livechat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A part of a YAML file, by name; what is missing or of another form fails where it is asked for. */
public record Parts(Map<String, Object> all) {

    /** One for each document in the file. */
    static List<Parts> read(Path file) {
        LoaderOptions strict = new LoaderOptions();
        strict.setAllowDuplicateKeys(false);
        try (var reader = Files.newBufferedReader(file)) {
            List<Parts> documents = new ArrayList<>();
            new Yaml(new SafeConstructor(strict)).loadAll(reader).forEach(each -> documents.add(of(each)));
            return documents;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Parts readOne(Path file) {
        List<Parts> documents = read(file);
        if (documents.size() != 1) {
            throw new IllegalArgumentException(file + " has " + documents.size() + " documents");
        }
        return documents.getFirst();
    }

    @SuppressWarnings("unchecked")
    private static Parts of(Object map) {
        return new Parts((Map<String, Object>) map);
    }

    public Set<String> names() {
        return all.keySet();
    }

    public Parts part(String... path) {
        Parts part = this;
        for (String name : path) {
            part = of(part.get(name));
        }
        return part;
    }

    public String text(String name) {
        return (String) get(name);
    }

    public int number(String name) {
        return (Integer) get(name);
    }

    @SuppressWarnings("unchecked")
    List<String> lines(String name) {
        return (List<String>) get(name);
    }

    public List<Parts> parts(String name) {
        return ((List<?>) get(name)).stream().map(Parts::of).toList();
    }

    /** All values as text; one that YAML would not take for text fails. */
    Map<String, String> texts() {
        return all.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> (String) entry.getValue()));
    }

    /** The names of everything in it, at any depth. */
    Set<String> namesBelow() {
        Set<String> names = new TreeSet<>();
        collect(all, names);
        return names;
    }

    private static void collect(Object node, Set<String> names) {
        if (node instanceof Map<?, ?> map) {
            map.forEach((name, value) -> {
                names.add(String.valueOf(name));
                collect(value, names);
            });
        } else if (node instanceof List<?> list) {
            list.forEach(each -> collect(each, names));
        }
    }

    private Object get(String name) {
        return Objects.requireNonNull(all.get(name), () -> name + " is not among " + all.keySet());
    }
}
