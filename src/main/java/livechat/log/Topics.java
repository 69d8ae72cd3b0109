package livechat.log;

import livechat.room.Agent;
import livechat.room.Department;
import org.apache.kafka.common.serialization.Serdes;

/** The topics by their names on the wire; what they are like is in the files of {@code topics/}. */
public final class Topics {

    /** Bytes, because what cannot be read must still be folded: into a dead letter. */
    public static final Topic<byte[], byte[]> REQUESTS =
            new Topic<>("livechat.room.requests", Serdes.ByteArray(), Serdes.ByteArray());

    public static final Topic<byte[], Placed> EVENTS = results("livechat.room.events");
    public static final Topic<byte[], Placed> ROOMS = results("livechat.rooms");
    public static final Topic<byte[], Placed> DEAD_LETTERS = results("livechat.dead-letters");

    public static final Topic<String, DirectoryEntry<Agent>> AGENTS =
            new Topic<>("livechat.agents", Serdes.String(), DirectoryCodec.AGENTS);

    public static final Topic<String, DirectoryEntry<Department>> DEPARTMENTS =
            new Topic<>("livechat.departments", Serdes.String(), DirectoryCodec.DEPARTMENTS);

    private Topics() {}

    private static Topic<byte[], Placed> results(String name) {
        return new Topic<>(name, Serdes.ByteArray(), Placed.SERDE);
    }
}
