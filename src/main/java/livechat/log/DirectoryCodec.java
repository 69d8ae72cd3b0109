package livechat.log;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import livechat.room.Agent;
import livechat.room.Department;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/** Agents and departments as they lie on their topics; whatever is wrong with one is a runtime exception. */
final class DirectoryCodec {

    static final Serde<DirectoryEntry<Agent>> AGENTS = serde(AgentBody.class, AgentBody::of, AgentBody::entry);

    static final Serde<DirectoryEntry<Department>> DEPARTMENTS =
            serde(DepartmentBody.class, DepartmentBody::of, DepartmentBody::entry);

    private DirectoryCodec() {}

    record AgentBody(
            @JsonProperty("_id") String id,
            String username,
            @Nullable String name,
            boolean available) {

        static AgentBody of(DirectoryEntry<Agent> entry) {
            Agent agent = entry.what();
            return new AgentBody(agent.id(), agent.username(), entry.name().orElse(null), entry.inUse());
        }

        DirectoryEntry<Agent> entry() {
            return new DirectoryEntry<>(new Agent(id, username), Optional.ofNullable(name), available);
        }
    }

    record DepartmentBody(
            @JsonProperty("_id") String id, @Nullable String name, boolean enabled, List<String> ancestors) {

        static DepartmentBody of(DirectoryEntry<Department> entry) {
            Department department = entry.what();
            return new DepartmentBody(
                    department.id(), entry.name().orElse(null), entry.inUse(), department.ancestors());
        }

        DirectoryEntry<Department> entry() {
            return new DirectoryEntry<>(new Department(id, ancestors), Optional.ofNullable(name), enabled);
        }
    }

    /** No value is a tombstone, in both directions. */
    private static <T, B> Serde<DirectoryEntry<T>> serde(
            Class<B> type, Function<DirectoryEntry<T>, B> body, Function<B, DirectoryEntry<T>> entry) {
        return Serdes.serdeFrom(
                (topic, written) -> written == null ? null : Json.write(body.apply(written)),
                (topic, bytes) -> bytes == null ? null : entry.apply(Json.read(bytes, type)));
    }
}
