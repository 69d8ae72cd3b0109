package livechat.fold;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.assignment.KafkaStreamsAssignment;

/** All instances while partitions are assigned. Each partition is seated, then the instances are balanced, then followed. */
final class Seating {

    private static final Comparator<Seat> BY_LOAD = Comparator.comparingDouble(seat -> seat.load(0));

    private final List<Seat> seats;

    Seating(List<Seat> seats) {
        this.seats = seats;
    }

    /** Where it was; else where its state is; else anywhere. */
    void seat(TaskId partition) {
        Comparator<Seat> folded = Comparator.comparing(seat -> !seat.folded(partition));
        seats.stream()
                .min(folded.thenComparing(seat -> !seat.hasState(partition)).thenComparing(BY_LOAD))
                .orElseThrow()
                .fold(partition);
    }

    /** Lets instances with more give to those with less; true if one of these has to copy the state first. */
    boolean balance() {
        boolean isWarmingUp = false;
        Seat giver = Collections.max(seats, BY_LOAD);
        Seat taker = Collections.min(seats, BY_LOAD);
        while (taker.load(1) < giver.load(0)) {
            Seat next = taker;
            TaskId partition = giver.spare()
                    .min(Comparator.comparing(each -> !next.hasState(each)))
                    .orElseThrow();
            isWarmingUp |= !giver.give(partition, taker);
            giver = Collections.max(seats, BY_LOAD);
            taker = Collections.min(seats, BY_LOAD);
        }
        return isWarmingUp;
    }

    /** Copies of it, first where they are already; those that are made for an instance that is to fold it come on top. */
    void follow(TaskId partition, int copies) {
        Comparator<Seat> there = Comparator.comparing(seat -> !seat.hasState(partition));
        seats.stream()
                .filter(seat -> seat.isFree(partition))
                .sorted(there.thenComparingInt(Seat::size))
                .limit(copies)
                .forEach(seat -> seat.follow(partition));
    }

    List<KafkaStreamsAssignment> assignments() {
        return seats.stream().map(Seat::assignment).toList();
    }
}
