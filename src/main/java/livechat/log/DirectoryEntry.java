package livechat.log;

import java.util.Optional;

/**
 * An agent or a department as its topic has it.
 *
 * @param name for people; nothing depends on it
 * @param inUse an agent is available, a department is enabled
 */
public record DirectoryEntry<T>(T what, Optional<String> name, boolean inUse) {}
