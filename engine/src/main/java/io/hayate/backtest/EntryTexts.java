package io.hayate.backtest;

import io.hayate.recording.EntryKind;
import io.hayate.recording.EntrySource;
import io.hayate.recording.RecordedEntry;
import java.io.IOException;
import org.agrona.DirectBuffer;
import org.agrona.collections.IntArrayList;
import org.agrona.collections.IntHashSet;

/**
 * Texts as they are read from files. Within a run times go by its monotonic clock, from one run to the
 * next by the wall clock. One that goes back stands. Of a time without texts an hour is left.
 */
final class EntryTexts implements TextSource {
    private static final long NS_PER_US = 1_000;
    private static final long US_PER_MS = 1_000;
    private static final long QUIET_NS = 3_600_000_000_000L; // of a time without texts
    private static final long JUMP_NS = 3_600_000_000_000L; // of a clock that began anew

    private final EntrySource source;
    private final Coverage coverage;
    private long startUs;
    private boolean isBegun;
    private long baseNs; // of the run's clock
    private long lastNs;
    private long entryNs;
    private int firstConnection; // of this run, less one
    private int lastConnection;
    private RecordedEntry entry;
    private final IntArrayList open = new IntArrayList(); // connections that have not ended
    private final IntHashSet ofPaper =
            new IntHashSet(); // those of accounts in the process of the run
    private boolean isRunOver;
    private int closing; // one that a run left open, and has ended; 0 for none

    /**
     * Texts from the first on.
     *
     * @param coverage is told of all of them; may be that of a first pass over the recording
     */
    EntryTexts(EntrySource source, Coverage coverage) {
        this.source = source;
        this.coverage = coverage;
    }

    @Override
    public boolean next() throws IOException {
        while (!isClosing() && source.next()) {
            entry = source.entry();
            switch (entry.kind()) {
                case IN, OPEN, CLOSE -> {
                    if (isOfMarket()) {
                        onTime();
                        onConnection();
                        return true;
                    }
                }
                case RECORDING -> onRun();
                case LOST -> coverage.onLost(entry.count());
                default -> {} // what the engine said and did then
            }
        }
        return closing > 0;
    }

    /** A run that was killed has not told that its connections ended. */
    private boolean isClosing() {
        isRunOver &= !open.isEmpty();
        closing = isRunOver ? open.popInt() : 0;
        return closing > 0;
    }

    private void onRun() {
        if (entry.count() <= 1) {
            firstConnection = lastConnection;
            isBegun = false;
            isRunOver = true;
            ofPaper.clear();
        }
    }

    /** False for the account of a run with paper orders: what rests there was in no book of others. */
    private boolean isOfMarket() {
        boolean isOpened = entry.kind() == EntryKind.OPEN;
        if (isOpened && entry.isPaper()) {
            ofPaper.add(entry.connection());
        } else if (isOpened) {
            ofPaper.remove(entry.connection());
        }
        return !ofPaper.contains(entry.connection());
    }

    private void onConnection() {
        int number = connection();
        if (entry.kind() == EntryKind.CLOSE) {
            open.removeInt(number);
        } else if (!open.containsInt(number)) {
            open.addInt(number);
        }
    }

    private void onTime() {
        lastConnection = Math.max(lastConnection, connection());
        if (startUs == 0) {
            startUs = entry.wallUs();
        }
        long sinceNs = entry.timeNs() - entryNs;
        if (!isBegun || Math.abs(sinceNs) > JUMP_NS) {
            isBegun = true;
            baseNs = (entry.wallUs() - startUs) * NS_PER_US - entry.timeNs();
        }
        entryNs = entry.timeNs();
        long timeNs = baseNs + entryNs;
        if (timeNs - lastNs > QUIET_NS && lastNs > 0) {
            baseNs -= timeNs - lastNs - QUIET_NS;
            timeNs = lastNs + QUIET_NS;
        }
        if (timeNs < lastNs) {
            coverage.onReordered();
        }
        lastNs = Math.max(lastNs, timeNs);
        if (entry.kind() == EntryKind.IN) {
            coverage.onText(entry.wallUs() / US_PER_MS, entry.textLength());
        }
    }

    /** Of the first, in microseconds since 1970. */
    long startUs() {
        return startUs;
    }

    @Override
    public long timeNs() {
        return lastNs;
    }

    @Override
    public EntryKind kind() {
        return closing > 0 ? EntryKind.CLOSE : entry.kind();
    }

    @Override
    public int connection() {
        return closing > 0 ? closing : firstConnection + Math.max(1, entry.connection());
    }

    @Override
    public long lagUs() {
        if (kind() != EntryKind.IN) {
            return UNKNOWN;
        }
        long venueMs = VenueTimes.of(entry.text(), entry.textOffset(), entry.textLength());
        return venueMs < 0 ? UNKNOWN : entry.wallUs() - venueMs * US_PER_MS;
    }

    @Override
    public DirectBuffer text() {
        return entry.text();
    }

    @Override
    public int offset() {
        return entry.textOffset();
    }

    @Override
    public int length() {
        return entry.textLength();
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
