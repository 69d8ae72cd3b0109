package livechat.query;

import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What was found out about some of the partitions.
 *
 * @param partitions those that the answer is about, and all that is in them
 */
public record Part<T>(SortedSet<Integer> partitions, T answer) {

    public Part {
        partitions = new TreeSet<>(partitions);
    }

    public static <T> Part<T> of(Set<Integer> partitions, T answer) {
        return new Part<>(new TreeSet<>(partitions), answer);
    }
}
