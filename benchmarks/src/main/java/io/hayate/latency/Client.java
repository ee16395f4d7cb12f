package io.hayate.latency;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A client under test: how its process is started, and which of its threads matter. */
interface Client {
    /** The command that connects it to a port of this machine. */
    List<String> command(int port, int symbols) throws IOException;

    /** What the process finds in its environment besides ours. */
    default Map<String, String> environment() {
        return Map.of();
    }

    /** Names of the threads that get the last cores. */
    List<String> hotThreads();

    /** True if all hot threads spin, so that each needs a core of its own. */
    default boolean spins() {
        return true;
    }

    /** True if it must be told to end, as it would connect again. */
    default boolean mustBeStopped() {
        return false;
    }

    /** Its process has started: what is to happen beside it begins. */
    default void attend() {}

    /** Takes away what a process of it has left and nobody wants; once that has ended. */
    default void cleanUp() throws IOException {}
}
