package io.hayate.portfolio;

import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;

/**
 * Records of some numbers each, that one thread writes as a whole and any thread reads as a whole: a reader
 * that meets a writer reads again. The first number of a record is its version, odd while it is written.
 * Allocates nothing after start.
 */
final class SharedCells {
    private static final int SPINS_MAX = 1_000;
    private static final long PAUSE_NS = 10_000;

    private final AtomicLongArray cells;
    private final int size;

    /**
     * All of 0.
     *
     * @param size of a record, its version included
     */
    SharedCells(int records, int size) {
        this.cells = new AtomicLongArray(records * size);
        this.size = size;
    }

    /** Writer: begins to change a record. */
    void begin(int record) {
        int at = record * size;
        cells.setPlain(at, cells.getPlain(at) + 1);
        VarHandle.storeStoreFence();
    }

    /** Writer: sets a number of the record, from 1. */
    void set(int record, int index, long value) {
        cells.setRelease(record * size + index, value);
    }

    /** Writer: the record is whole. */
    void end(int record) {
        int at = record * size;
        cells.setRelease(at, cells.getPlain(at) + 1);
    }

    /** Reader: the version to compare with once all was read. */
    long version(int record) {
        int at = record * size;
        long version = cells.getAcquire(at);
        for (int i = 0; (version & 1) != 0; i++) {
            if (i >= SPINS_MAX) {
                LockSupport.parkNanos(PAUSE_NS); // the writer was taken off its core
            }
            Thread.onSpinWait();
            version = cells.getAcquire(at);
        }
        return version;
    }

    /** A number of the record, from 1. */
    long get(int record, int index) {
        return cells.getAcquire(record * size + index);
    }

    /** Reader: true when nothing was written since that version. */
    boolean isSame(int record, long version) {
        VarHandle.loadLoadFence();
        return cells.getAcquire(record * size) == version;
    }
}
