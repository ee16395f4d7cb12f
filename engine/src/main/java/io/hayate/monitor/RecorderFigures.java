package io.hayate.monitor;

/** What a run's recorder tells of itself; any thread. */
public interface RecorderFigures {
    /** Whether anything is recorded at all. */
    boolean isOn();

    /** Entries written so far. */
    long written();

    /** Entries that found no room. */
    long lost();

    /** Bytes on the disk. */
    long bytes();

    /** Why it has ended before the run; empty while it has not. */
    String stopped();
}
