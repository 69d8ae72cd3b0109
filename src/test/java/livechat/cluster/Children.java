package livechat.cluster;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The processes that a test has started: none of them outlives it, even if it is ended from outside. */
final class Children {

    private static final Set<Process> ALL = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> ALL.forEach(Process::destroyForcibly)));
    }

    private Children() {}

    static Process add(Process process) {
        ALL.add(process);
        process.onExit().thenAccept(ALL::remove);
        return process;
    }
}
