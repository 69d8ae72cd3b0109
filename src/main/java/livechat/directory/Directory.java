package livechat.directory;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import livechat.room.Agent;
import livechat.room.Department;

/**
 * Who and what a visitor can turn to, from the platform's topics and a moment behind them. For the edge only: what is
 * found here goes into the request, and the fold never asks.
 */
public final class Directory {

    private volatile Tables tables = Tables.empty();
    private volatile boolean isReady;

    Directory() {}

    /** Empty for an agent who is unknown, unavailable, or not read yet; any text can be asked for. */
    public Optional<Agent> availableAgent(String agentId) {
        return tables.agents().find(agentId);
    }

    /** All who are available, in the order of their ids. */
    public List<Agent> availableAgents() {
        return tables.agents().inUse().sorted(Comparator.comparing(Agent::id)).toList();
    }

    /** Empty for an agent who is unknown or not read yet; any text can be asked for. */
    public Optional<Agent> knownAgent(String agentId) {
        return tables.agents().known(agentId);
    }

    /** Empty for a department that is unknown, disabled, or not read yet; any text can be asked for. */
    public Optional<Department> department(String departmentId) {
        return tables.departments().find(departmentId);
    }

    /** Whether both topics have once been read to the end that they had when reading began. */
    public boolean isReady() {
        return isReady;
    }

    Tables tables() {
        return tables;
    }

    /** From now on answers come from these tables, which their reader keeps up to date. */
    void open(Tables complete) {
        tables = complete;
        isReady = true;
    }
}
