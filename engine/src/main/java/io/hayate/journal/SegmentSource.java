package io.hayate.journal;

/** Where a journal has its memory from. The writer's thread calls; no call touches a file. */
public interface SegmentSource {
    /** Number of the first record that the journal is to write. */
    long firstRecord();

    /** The next segment, all zeros and in memory already; null when none is ready. Does not wait. */
    Segment take();

    /** Takes back a segment that holds no more than it does; the next one is written already. */
    void giveBack(Segment full);

    /** True while what is written will come to where it is kept: else no new risk may be taken. */
    boolean isSound();

    /** Waits until the disk has a segment up to there, where the settings ask for it; false in vain. */
    boolean awaitForced(Segment segment, int position);
}
