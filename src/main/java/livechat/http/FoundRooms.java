package livechat.http;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import tools.jackson.databind.node.ObjectNode;

/** How many rooms there are, and the first of them: however many there are, no more are held than can be listed. */
final class FoundRooms {

    private final Comparator<ObjectNode> order;
    private final int limit;

    /** The last of those that are held is at its head. */
    private final PriorityQueue<ObjectNode> first;

    private long total;

    FoundRooms(Comparator<ObjectNode> order, int limit) {
        this.order = order;
        this.limit = limit;
        this.first = new PriorityQueue<>(order.reversed());
    }

    void add(ObjectNode room) {
        total++;
        hold(room);
    }

    /** Counts rooms that are not shown because they are behind the first. */
    void addUnseen(long number) {
        total += number;
    }

    private void hold(ObjectNode room) {
        if (first.size() < limit) {
            first.add(room);
        } else if (order.compare(room, first.element()) < 0) {
            first.remove();
            first.add(room);
        }
    }

    FoundRooms with(FoundRooms other) {
        total += other.total;
        other.first.forEach(this::hold);
        return this;
    }

    long total() {
        return total;
    }

    List<ObjectNode> from(int offset) {
        return first.stream().sorted(order).skip(offset).toList();
    }
}
