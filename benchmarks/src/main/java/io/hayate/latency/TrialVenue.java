package io.hayate.latency;

import java.io.IOException;
import java.nio.file.Path;

/** How a venue's process is started and listened to; one of these a process. */
interface TrialVenue {
    /** Starts it; it writes results and what it has to say to these files. */
    Process start(Trial trial, Path results, Path log) throws IOException;

    /** The port it listens on, once it does. */
    int awaitPort() throws IOException;

    /** Returns when the client has its tickers, or the venue is gone. */
    void awaitClient() throws IOException, InterruptedException;
}
