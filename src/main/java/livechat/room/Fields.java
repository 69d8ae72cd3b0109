package livechat.room;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The form of custom fields: bounded, in the order of their keys, so that equal ones are equal bytes. */
final class Fields {

    /** As many as a form has. */
    static final int MAX = 50;

    private Fields() {}

    static SortedMap<String, String> checked(Map<String, String> fields) {
        fields.values().forEach(value -> Text.checked("a custom field", value));
        return keyed(fields);
    }

    /** An empty value takes a field away. */
    static SortedMap<String, String> checkedOrEmpty(Map<String, String> fields) {
        fields.values().stream()
                .filter(value -> !value.isEmpty())
                .forEach(value -> Text.checked("a custom field", value));
        return keyed(fields);
    }

    static SortedMap<String, String> checkedLines(Map<String, String> answers) {
        answers.values().forEach(value -> Text.checkedLines("an answer", value));
        return keyed(answers);
    }

    private static SortedMap<String, String> keyed(Map<String, String> fields) {
        if (fields.size() > MAX) {
            throw new IllegalArgumentException("more than " + MAX + " custom fields");
        }
        fields.keySet().forEach(key -> Id.checked("a custom field's key", key));
        return Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }

    /** May be more than are allowed: that is the asker's to mend. */
    static SortedMap<String, String> merged(Map<String, String> old, Map<String, String> more) {
        SortedMap<String, String> all = new TreeMap<>(old);
        all.putAll(more);
        all.values().removeIf(String::isEmpty);
        return all;
    }

    /**
     * What is said now, on top of what was said before.
     *
     * @param onlyIfAbsent keys of those that do not replace what was said before
     */
    static SortedMap<String, String> said(Map<String, String> old, Map<String, String> said, Set<String> onlyIfAbsent) {
        SortedMap<String, String> all = new TreeMap<>(old);
        said.forEach((key, value) -> all.merge(key, value, (before, now) -> onlyIfAbsent.contains(key) ? before : now));
        return all;
    }
}
