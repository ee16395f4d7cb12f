package io.hayate.simulation;

import io.hayate.journal.JournalReader;
import io.hayate.journal.memory.MemorySegments;
import io.hayate.journal.past.PastOrders;
import io.hayate.order.ClientOrderIds;
import java.util.concurrent.TimeUnit;

/** What outlives an engine's process: its journal, and the numbers that were set apart. One thread. */
final class SimulatedDisk {
    private static final int JOURNAL_BYTES = 1 << 20;
    private static final int JOURNAL_SEGMENTS = 16;
    private static final int PAST_MAX = 4_096;

    private final int number;
    private final MemorySegments journal = new MemorySegments(JOURNAL_BYTES, JOURNAL_SEGMENTS);
    private long nonce;
    private long firstId;

    /**
     * With nothing on it.
     *
     * @param number of its engine, from 1
     */
    SimulatedDisk(int number, long nowMs) {
        this.number = number;
        nonce = TimeUnit.MILLISECONDS.toMicros(nowMs);
        firstId = ClientOrderIds.firstOf(number % ClientOrderIds.INSTANCES, nowMs);
    }

    int number() {
        return number;
    }

    MemorySegments journal() {
        return journal;
    }

    /** What runs before have left without an end; the next one goes on behind their records. */
    PastOrders past() {
        PastOrders past = new PastOrders(PAST_MAX);
        try (JournalReader reader = new JournalReader(journal)) {
            while (reader.next()) {
                past.onRecord(reader.record(), reader::symbol);
            }
            journal.goOn(reader.nextRecord());
        }
        return past;
    }

    long nextNonce(long atLeast) {
        nonce = Math.max(atLeast, nonce + 1);
        return nonce;
    }

    long reserveIds(long atLeast) {
        firstId = Math.max(atLeast, firstId);
        long first = firstId;
        firstId += ClientOrderIds.BLOCK_SIZE;
        return first;
    }
}
