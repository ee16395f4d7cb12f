package io.hayate.recording.tool;

import io.hayate.model.Counts;

/**
 * A channel that has data on a connection and no {@code subscribed} before it, as where that came
 * before the recording began: nothing says whose data it is.
 */
final class UnnamedChannel {
    private static final double SECOND_US = 1e6;

    private final int connection;
    private final long id;
    private long frames;
    private long firstUs;
    private long lastUs;
    private String form = "";

    UnnamedChannel(int connection, long id) {
        this.connection = connection;
        this.id = id;
    }

    void onFrame(long wallUs) {
        firstUs = frames == 0 ? wallUs : firstUs;
        lastUs = Math.max(lastUs, wallUs);
        frames++;
    }

    /** What its frames look like, once one was clear. */
    void form(String words) {
        form = words;
    }

    int connection() {
        return connection;
    }

    /** The exchange's number of it. */
    long id() {
        return id;
    }

    long frames() {
        return frames;
    }

    /** Frames a second between its first and its last; 0 for one alone. */
    double rate() {
        return lastUs > firstUs ? (frames - 1) / ((lastUs - firstUs) / SECOND_US) : 0;
    }

    /** What its frames look like, in at most 14 characters; empty where that is not clear. */
    String form() {
        return form;
    }

    String words() {
        return "channel "
                + id
                + " is not subscribed: "
                + Counts.of(frames, "frame")
                + (form.isEmpty() ? "" : " (" + form + ")");
    }
}
