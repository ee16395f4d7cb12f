package io.hayate.replay;

import io.hayate.event.TrafficTap;
import io.hayate.journal.past.PastOrders;
import io.hayate.recording.EntrySource;
import io.hayate.recording.RecordedEntry;
import io.hayate.recording.RecordingException;
import io.hayate.recording.capture.RecordedNumber;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The numbers that a recorded run drew, and when it began. One thread. */
final class ReplaySeeds {
    private static final long US_PER_MS = 1_000;

    private final List<String> channels = new ArrayList<>();
    private final Deque<Long> ids = new ArrayDeque<>();
    private final ByteArrayOutputStream past = new ByteArrayOutputStream();
    private String pastPlace = ""; // of its last part
    private long startNs;
    private long startMs;
    private long seed;
    private boolean hasHistory = true;
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
        while (isMore && found.isTaken(source)) {
            isMore = source.next();
        }
        found.isEntryAhead = isMore;
        return found;
    }

    private boolean isTaken(EntrySource source) throws IOException {
        RecordedEntry entry = source.entry();
        return switch (entry.kind()) {
            case RECORDING, READ -> true; // given ahead
            case PAST -> isPastTaken(source);
            case NUMBER -> {
                RecordedNumber drawn = RecordedNumber.of(entry);
                yield take(drawn) || isRecovery(drawn, entry.timeNs()) || isChannel(drawn);
            }
            default -> false;
        };
    }

    private boolean isPastTaken(EntrySource source) throws IOException {
        past.writeBytes(RecordedNumber.binaryOf(source.entry()));
        pastPlace = source.place();
        return true;
    }

    /** One of the settings'; a strategy adds none before the start. */
    private boolean isChannel(RecordedNumber drawn) {
        boolean is = drawn.name().startsWith(TrafficTap.CHANNEL);
        if (is) {
            channels.add(drawn.name().substring(TrafficTap.CHANNEL.length()));
        }
        return is;
    }

    /** The channels that the run began with, in the order of their numbers, in words. */
    List<String> channels() {
        return List.copyOf(channels);
    }

    /** The path is made at the time at which what runs before have left was taken up. */
    private boolean isRecovery(RecordedNumber drawn, long timeNs) {
        boolean is = drawn.name().equals(TrafficTap.RECOVERED);
        if (is) {
            startNs = timeNs;
            startMs = drawn.value();
        }
        return is;
    }

    /**
     * What runs before had left; of no journal where the recording has nothing.
     *
     * @throws RecordingException when it is of another release, or not whole
     */
    PastOrders past() throws RecordingException {
        try {
            return past.size() == 0 ? new PastOrders(0) : PastOrders.of(past.toByteArray());
        } catch (IOException e) {
            throw new RecordingException(pastPlace + ": " + e.getMessage(), e);
        }
    }

    /** Takes one that a path is made by; false for any other. */
    boolean take(RecordedNumber drawn) {
        switch (drawn.name()) {
            case TrafficTap.SEED -> seed = drawn.value();
            case TrafficTap.HISTORY -> hasHistory = drawn.value() != 0;
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

    /** False where the account's history could not be asked for. */
    boolean hasHistory() {
        return hasHistory;
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
