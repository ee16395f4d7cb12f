package io.hayate.replay;

import io.hayate.recording.EntryKind;
import io.hayate.recording.EntrySource;
import io.hayate.recording.RecordedEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.agrona.concurrent.NanoClock;

/**
 * The clock as the strategy's side read it when the recording was made, one reading after the other; read
 * from the recording on its own. One thread.
 */
final class Readings implements NanoClock {
    private final EntrySource source;
    private final Events events;
    private long event; // of the next reading; 0 when there is none
    private long timeNs;
    private String difference = "";

    /** Tells which event is handled. */
    interface Events {
        /** Counted from 1. */
        long present();
    }

    Readings(EntrySource source, Events events) throws IOException {
        this.source = source;
        this.events = events;
        find();
    }

    private void find() throws IOException {
        event = 0;
        while (event == 0 && source.next()) {
            RecordedEntry entry = source.entry();
            if (entry.kind() == EntryKind.READING) {
                event = number(entry);
                timeNs = entry.timeNs();
            }
        }
    }

    /** The number that an entry's text is. */
    static long number(RecordedEntry entry) {
        return entry.text().parseNaturalLongAscii(entry.textOffset(), entry.textLength());
    }

    /** What was read for an event that has been handled without that, in words; empty for nothing. */
    String missed() {
        return event == 0 || event > events.present()
                ? ""
                : "the clock was read for event " + event + ", and is not now";
    }

    /** What is asked for otherwise than it was, in words; empty for nothing. */
    String difference() {
        return difference;
    }

    @Override
    public long nanoTime() {
        long present = events.present();
        if (present != event && difference.isEmpty()) {
            difference =
                    event == 0
                            ? "the clock is read once more, for event " + present
                            : "the clock is read for event "
                                    + present
                                    + ", where it was read for event "
                                    + event;
        }
        long read = timeNs;
        try {
            find();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read;
    }
}
