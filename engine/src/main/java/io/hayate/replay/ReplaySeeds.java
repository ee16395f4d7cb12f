package io.hayate.replay;

import io.hayate.event.TrafficTap;
import io.hayate.recording.EntryKind;
import io.hayate.recording.EntrySource;
import io.hayate.recording.RecordedEntry;
import io.hayate.recording.capture.RecordedNumber;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** The numbers that a recorded run drew, and when it began. One thread. */
final class ReplaySeeds {
    private static final long US_PER_MS = 1_000;

    private final Deque<Long> ids = new ArrayDeque<>();
    private final long startNs;
    private final long startMs;
    private long seed;
    private boolean isEntryAhead;

    private ReplaySeeds(long startNs, long startMs) {
        this.startNs = startNs;
        this.startMs = startMs;
    }

    /** Takes those at the beginning of a recording, by which a path is made. */
    static ReplaySeeds of(EntrySource source) throws IOException {
        ReplaySeeds found = new ReplaySeeds(0, 0);
        boolean isMore = source.next();
        if (isMore) {
            RecordedEntry first = source.entry();
            found = new ReplaySeeds(first.timeNs(), first.wallUs() / US_PER_MS);
        }
        while (isMore && found.isTaken(source.entry())) {
            isMore = source.next();
        }
        found.isEntryAhead = isMore;
        return found;
    }

    private boolean isTaken(RecordedEntry entry) throws IOException {
        return entry.kind() == EntryKind.RECORDING
                || (entry.kind() == EntryKind.NUMBER && take(RecordedNumber.of(entry)));
    }

    /** Takes one that a path is made by; false for any other. */
    boolean take(RecordedNumber drawn) {
        switch (drawn.name()) {
            case TrafficTap.SEED -> seed = drawn.value();
            case TrafficTap.IDS -> ids.addLast(drawn.value());
            default -> {
                return false;
            }
        }
        return true;
    }

    /** True when the source stands at an entry that was not taken. */
    boolean isEntryAhead() {
        return isEntryAhead;
    }

    long startNs() {
        return startNs;
    }

    long startMs() {
        return startMs;
    }

    long seed() {
        return seed;
    }

    /** The first of the next block; where the recording has none, one that no run ever takes. */
    long nextIds() {
        return ids.isEmpty() ? Long.MAX_VALUE / 2 : ids.removeFirst();
    }
}
