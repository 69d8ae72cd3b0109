package livechat.cluster;

import java.util.List;
import java.util.Map;

/** What a service is like in which a fault is planted, and the sound one that it is compared with. */
record Around(Map<String, String> settings, List<Plant> plants) {

    static final Around NOTHING = new Around(Map.of(), List.of());

    /** So that nobody has to wait a minute, what was asked for is forgotten at its deadline. */
    static final Around FORGET_AT_THE_DEADLINE = new Around(
            Map.of(),
            List.of(new Plant("room/Memory.java", "GRACE = Duration.ofSeconds(60)", "GRACE = Duration.ofSeconds(0)")));

    static final Around LEASE = new Around(Service.reads("lease"), List.of());
}
