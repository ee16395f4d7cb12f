package io.hayate.backtest;

import io.hayate.recording.EntryKind;
import io.hayate.recording.EntrySource;
import io.hayate.recording.RecordedEntry;
import java.io.IOException;
import org.agrona.DirectBuffer;

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
        while (source.next()) {
            entry = source.entry();
            switch (entry.kind()) {
                case IN, OPEN, CLOSE -> {
                    onTime();
                    return true;
                }
                case RECORDING -> onRun();
                case LOST -> coverage.onLost(entry.count());
                default -> {} // what the engine said and did then
            }
        }
        return false;
    }

    private void onRun() {
        if (entry.count() <= 1) {
            firstConnection = lastConnection;
            isBegun = false;
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
        return entry.kind();
    }

    @Override
    public int connection() {
        return firstConnection + Math.max(1, entry.connection());
    }

    @Override
    public long lagUs() {
        if (entry.kind() != EntryKind.IN) {
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
