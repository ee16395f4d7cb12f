package io.hayate.journal;

import io.hayate.journal.memory.MemorySegments;

/** Memory for a journal that a test makes fail in each of the ways it can. */
public final class FailingSegments implements SegmentSource {
    /** What was written. */
    public final MemorySegments memory = new MemorySegments(SegmentHeader.SEGMENT_BYTES_MIN, 8);

    /** False: the disk takes nothing any more. */
    public boolean isSound = true;

    /** True: no segment is ready when one is wanted. */
    public boolean isUsedUp;

    /** False: the disk does not have in time what it should. */
    public boolean isOnDisk = true;

    @Override
    public long firstRecord() {
        return 1;
    }

    @Override
    public Segment take() {
        return isUsedUp ? null : memory.take();
    }

    @Override
    public void giveBack(Segment full) {
        memory.giveBack(full);
    }

    @Override
    public boolean isSound() {
        return isSound;
    }

    @Override
    public boolean awaitForced(Segment segment, int position) {
        return isOnDisk;
    }
}
