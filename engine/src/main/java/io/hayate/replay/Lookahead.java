package io.hayate.replay;

import io.hayate.recording.EntryKind;
import io.hayate.recording.EntrySource;
import io.hayate.recording.RecordedEntry;
import io.hayate.recording.capture.RecordedPlaces;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a replay must know of a recording before it comes there: the readings of the strategy's clock, and
 * which loop filled which places of the ring. Read from the recording on its own. One thread.
 */
final class Lookahead {
    /** In place of a loop: the recording does not say. */
    static final int NOBODY = -1;

    private static final int WAITING_MAX = 1 << 20;

    private final EntrySource source;
    private final Deque<Reading> readings = new ArrayDeque<>();
    private final Map<Long, Run> places = new TreeMap<>(); // by the first place
    private Run present = new Run(NOBODY, 0); // the run of the place that was asked for last
    private boolean isEnded;

    /** A reading of the clock for an event, counted from 1. */
    record Reading(long event, long timeNs) {}

    /** Places of one loop up to an end, which is not one of them. */
    private record Run(int loop, long end) {}

    /**
     * One that has read nothing.
     *
     * @param source the recording, which nobody else reads from
     */
    Lookahead(EntrySource source) {
        this.source = source;
    }

    /** The next reading of the clock; null when there is none. */
    Reading nextReading() throws IOException {
        while (readings.isEmpty() && advance()) {}
        return readings.pollFirst();
    }

    /** The loop that filled a place, or {@link #NOBODY}; each place is asked for in its order. */
    int loopOf(long place) throws IOException {
        if (place < present.end()) {
            return present.loop();
        }
        while (!places.containsKey(place) && places.size() < WAITING_MAX && advance()) {}
        Run found = places.remove(place);
        if (found == null) {
            return NOBODY;
        }
        present = found;
        return present.loop();
    }

    private boolean advance() throws IOException {
        isEnded = isEnded || !source.next();
        if (isEnded) {
            return false;
        }
        RecordedEntry entry = source.entry();
        if (entry.kind() == EntryKind.READING) {
            readings.addLast(new Reading(number(entry), entry.timeNs()));
        } else if (entry.kind() == EntryKind.PLACES) {
            RecordedPlaces filled = RecordedPlaces.of(entry);
            places.put(filled.first(), new Run(filled.loop(), filled.first() + filled.count()));
        }
        return true;
    }

    /** The number that an entry's text is. */
    static long number(RecordedEntry entry) {
        return entry.text().parseNaturalLongAscii(entry.textOffset(), entry.textLength());
    }
}
