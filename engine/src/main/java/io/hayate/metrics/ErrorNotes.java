package io.hayate.metrics;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.agrona.concurrent.EpochClock;
import org.agrona.concurrent.errors.DistinctErrorLog;

/**
 * The log of distinct errors in the counters' memory: each text once, with how often it came, first and last.
 * Any thread but the trading ones. What finds no room is counted.
 */
public final class ErrorNotes {
    private static final int TEXT_MAX = 1_024;

    private final DistinctErrorLog log;
    private long beyond;

    /** An error that is a line of text: it has no trace of its own. */
    private static final class Note extends Throwable {
        private static final long serialVersionUID = 1;

        Note(String text) {
            super(text, null, false, false);
        }

        @Override
        public void printStackTrace(PrintWriter writer) {
            writer.print(getMessage()); // what the log keeps of it
        }
    }

    /**
     * The log of one memory.
     *
     * @param clock that tells when, in ms since 1970
     */
    public ErrorNotes(CountersMemory memory, EpochClock clock) {
        log = new DistinctErrorLog(memory.errors(), clock, StandardCharsets.UTF_8);
    }

    /** Takes one, cut where it is too long. */
    public synchronized void add(String text) {
        boolean isKept = log.record(new Note(text.substring(0, Math.min(text.length(), TEXT_MAX))));
        beyond += isKept ? 0 : 1;
    }

    /** How many found no room. */
    public synchronized long beyond() {
        return beyond;
    }
}
