package io.hayate.replay.ahead;

import io.hayate.event.SharedValue;
import io.hayate.event.TrafficTap;
import io.hayate.recording.EntryKind;
import io.hayate.recording.EntrySource;
import io.hayate.recording.RecordedEntry;
import io.hayate.recording.capture.RecordedNumber;
import io.hayate.recording.capture.RecordedPlaces;
import io.hayate.recording.capture.RecordedRead;
import io.hayate.recording.capture.RecordedTick;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What a replay must know of a recording before it comes there: the readings of the strategy's clock, which
 * loop filled which places of the ring, and what each thread has read of the others. Read from the recording
 * on its own, no further than must be. One thread.
 */
public final class Lookahead {
    /** In place of a loop: the recording does not say. */
    public static final int NOBODY = -1;

    private static final int WAITING_MAX = 1 << 20;

    private final EntrySource source;
    private final Deque<Reading> readings = new ArrayDeque<>();
    private final Map<Long, Run> places = new TreeMap<>(); // by the first place
    private Run present = new Run(NOBODY, 0); // the run of the place that was asked for last
    private final Map<Integer, Deque<ToldRead>> reads = new HashMap<>(); // by kind and loop
    private final Map<Integer, Long> ticks = new HashMap<>(); // by loop
    private final Deque<RecordedNumber> channels = new ArrayDeque<>(); // that were added
    private int readsWaiting;
    private long event; // the last at which the strategy's side was seen
    private boolean isBegun;
    private boolean isEnded;

    /** A reading of the clock for an event, counted from 1. */
    public record Reading(long event, long timeNs) {}

    /** A read, told when its loop had had so many ticks, or the strategy's side had come to that event. */
    private record ToldRead(RecordedRead read, long place) {
        private boolean isOf(int loop) {
            return read.what().isReadByLoop() && read.loop() == loop;
        }

        private boolean isOfStrategy() {
            return !read.what().isReadByLoop();
        }
    }

    /** Places of one loop up to an end, which is not one of them. */
    private record Run(int loop, long end) {}

    /**
     * One that has read nothing.
     *
     * @param source the recording, which nobody else reads from
     */
    public Lookahead(EntrySource source) {
        this.source = source;
    }

    /** The next reading of the clock; null when there is none. */
    public Reading nextReading() throws IOException {
        while (readings.isEmpty() && advance()) {}
        return readings.pollFirst();
    }

    /** The loop that filled a place, or {@link #NOBODY}; each place is asked for in its order. */
    public int loopOf(long place) throws IOException {
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

    /**
     * The next read of a kind by a loop that has had so many ticks; null when there is none before it has
     * another.
     */
    public RecordedRead nextReadOf(SharedValue what, int loop, long ticksHad) throws IOException {
        while (ticksOf(loop) <= ticksHad && readsWaiting < WAITING_MAX && advance()) {}
        return first(what, loop);
    }

    /** The next read of a kind by the strategy's side at this event; null when there is none for it. */
    public RecordedRead nextReadAt(SharedValue what, long at) throws IOException {
        while (event <= at && readsWaiting < WAITING_MAX && advance()) {}
        return first(what, 0);
    }

    /** The words of a channel that was added by now, of a number below this one; each once, null for none. */
    String nextChannel(long below) {
        RecordedNumber told = channels.peekFirst();
        if (told == null || told.value() >= below) {
            return null;
        }
        return channels.removeFirst().name().substring(TrafficTap.CHANNEL.length());
    }

    /** The words of channels that were added up to this one, by an event; none where it was not added by then. */
    List<String> channelsUpTo(String words, long at) throws IOException {
        while (event <= at && readsWaiting < WAITING_MAX && advance()) {}
        List<String> before = new ArrayList<>();
        for (RecordedNumber each : channels) {
            before.add(each.name().substring(TrafficTap.CHANNEL.length()));
            if (before.get(before.size() - 1).equals(words)) {
                return before;
            }
        }
        return List.of();
    }

    /** Takes the read that was answered last. */
    public void takeRead(SharedValue what, int loop) {
        readsWaiting--;
        reads(what, loop).removeFirst();
    }

    /** A read of a loop that was told before this tick of it, and is not taken; null for none. */
    public RecordedRead missedBeforeTick(int loop, long tick) {
        return missed(told -> told.isOf(loop) && told.place() < tick);
    }

    /** A read of the strategy's side that was told before it came to this event, and is not taken; null for none. */
    public RecordedRead missedBeforeEvent(long at) {
        return missed(told -> told.isOfStrategy() && told.place() < at);
    }

    private RecordedRead missed(Predicate<ToldRead> isMissed) {
        for (Deque<ToldRead> each : reads.values()) {
            ToldRead told = each.peekFirst();
            if (told != null && isMissed.test(told)) {
                return told.read();
            }
        }
        return null;
    }

    private RecordedRead first(SharedValue what, int loop) {
        ToldRead told = reads(what, loop).peekFirst();
        return told == null ? null : told.read();
    }

    private Deque<ToldRead> reads(SharedValue what, int loop) {
        return reads.computeIfAbsent(
                loop * SharedValue.COUNT + what.code(), key -> new ArrayDeque<>());
    }

    private long ticksOf(int loop) {
        return ticks.getOrDefault(loop, 0L);
    }

    /** A callback that is interrupted may ask: the file is not to be closed by that. */
    private boolean advance() throws IOException {
        boolean isInterrupted = Thread.interrupted();
        try {
            return isAdvanced();
        } finally {
            if (isInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private boolean isAdvanced() throws IOException {
        isEnded = isEnded || !source.next() || isAnotherRun(source.entry());
        if (isEnded) {
            return false;
        }
        RecordedEntry entry = source.entry();
        switch (entry.kind()) {
            case READING -> {
                event = number(entry);
                readings.addLast(new Reading(event, entry.timeNs()));
            }
            case HANDLED -> event = number(entry);
            case NUMBER -> {
                RecordedNumber told = RecordedNumber.of(entry);
                if (told.name().startsWith(TrafficTap.CHANNEL)) {
                    channels.addLast(told);
                }
            }
            case TICK -> ticks.merge(RecordedTick.of(entry).loop(), 1L, Long::sum);
            case PLACES -> {
                RecordedPlaces filled = RecordedPlaces.of(entry);
                long end = filled.first() + filled.count();
                places.put(filled.first(), new Run(filled.loop(), end));
            }
            case READ -> {
                RecordedRead read = RecordedRead.of(entry);
                if (read.what() == SharedValue.RING_EASED) {
                    return true; // it lets a loop go on where it stands
                }
                long place = read.what().isReadByLoop() ? ticksOf(read.loop()) : event;
                reads(read.what(), read.loop()).addLast(new ToldRead(read, place));
                readsWaiting++;
            }
            default -> {}
        }
        return true;
    }

    private boolean isAnotherRun(RecordedEntry entry) {
        boolean isHead = entry.kind() == EntryKind.RECORDING && entry.count() <= 1;
        boolean isAnother = isHead && isBegun;
        isBegun = true;
        return isAnother;
    }

    /** The number that an entry's text is. */
    public static long number(RecordedEntry entry) {
        return entry.text().parseNaturalLongAscii(entry.textOffset(), entry.textLength());
    }
}
