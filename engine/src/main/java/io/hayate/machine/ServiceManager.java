package io.hayate.machine;

import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What the system's service manager (systemd) has told a process of itself.
 *
 * @param socket where it listens to what the process tells: a path, or a name behind {@code @}; empty for nowhere
 * @param watchdogNs how long it waits for a sign of life; 0 for ever
 */
public record ServiceManager(String socket, long watchdogNs) {
    /** None has started this process. */
    public static final ServiceManager NONE = new ServiceManager("", 0);

    private static final String SOCKET = "NOTIFY_SOCKET";
    private static final String WATCHDOG = "WATCHDOG_USEC";
    private static final String WATCHED = "WATCHDOG_PID";
    private static final String DIGITS = "[0-9]{1,12}";

    /**
     * Reads the variables that it sets. A watchdog that waits for another process is none of this one.
     *
     * @param process number of this process
     */
    public static ServiceManager of(Map<String, String> environment, long process) {
        String socket = environment.getOrDefault(SOCKET, "");
        if (!socket.startsWith("/") && !socket.startsWith("@")) {
            return NONE; // as its own library takes it
        }
        String watched = environment.getOrDefault(WATCHED, "");
        boolean isMeant = watched.isEmpty() || watched.equals(Long.toString(process));
        return new ServiceManager(socket, isMeant ? watchdogNs(environment) : 0);
    }

    private static long watchdogNs(Map<String, String> environment) {
        String text = environment.getOrDefault(WATCHDOG, "");
        return text.matches(DIGITS) ? TimeUnit.MICROSECONDS.toNanos(Long.parseLong(text)) : 0;
    }

    /** True where one listens. */
    public boolean listens() {
        return !socket.isEmpty();
    }
}
