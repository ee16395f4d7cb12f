package io.hayate.replay.ahead;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.agrona.concurrent.NanoClock;

/**
 * The clock as the strategy's side read it when the recording was made, one reading after the other. One
 * thread.
 */
public final class Readings implements NanoClock {
    private final Lookahead recording;
    private final Events events;
    private Lookahead.Reading next; // null when there is none
    private long lastNs;
    private String difference = "";

    /** Tells which event is handled. */
    public interface Events {
        /** Counted from 1. */
        long present();
    }

    public Readings(Lookahead recording, Events events) throws IOException {
        this.recording = recording;
        this.events = events;
        next = recording.nextReading();
    }

    /** What was read for an event that has been handled without that, in words; empty for nothing. */
    public String missed() {
        return next == null || next.event() > events.present()
                ? ""
                : "the clock was read for event " + next.event() + ", and is not now";
    }

    /** What is asked for otherwise than it was, in words; empty for nothing. */
    public String difference() {
        return difference;
    }

    @Override
    public long nanoTime() {
        long present = events.present();
        boolean isAsBefore = next != null && present == next.event();
        if (!isAsBefore && difference.isEmpty()) {
            difference =
                    next == null
                            ? "the clock is read once more, for event " + present
                            : "the clock is read for event "
                                    + present
                                    + ", where it was read for event "
                                    + next.event();
        }
        long read = next == null ? lastNs : next.timeNs();
        lastNs = read;
        try {
            next = recording.nextReading();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read;
    }
}
