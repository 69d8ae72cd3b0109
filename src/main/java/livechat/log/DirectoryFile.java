package livechat.log;

import java.util.List;
import livechat.room.Agent;
import livechat.room.Department;

/** A whole directory in one piece of JSON: what the topics hold, under {@code agents} and {@code departments}. */
public record DirectoryFile(List<DirectoryEntry<Agent>> agents, List<DirectoryEntry<Department>> departments) {

    public DirectoryFile {
        agents = List.copyOf(agents);
        departments = List.copyOf(departments);
    }

    private record Body(List<DirectoryCodec.AgentBody> agents, List<DirectoryCodec.DepartmentBody> departments) {}

    public static DirectoryFile read(byte[] json) {
        Body body = Json.read(json, Body.class);
        return new DirectoryFile(
                body.agents().stream().map(DirectoryCodec.AgentBody::entry).toList(),
                body.departments().stream()
                        .map(DirectoryCodec.DepartmentBody::entry)
                        .toList());
    }
}
