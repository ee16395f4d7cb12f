package io.hayate.recording.tool;

import io.hayate.model.ChannelSpec;

/** What came on a channel, over all its subscriptions. */
final class ChannelSums {
    private static final double SECOND_US = 1e6;

    private final ChannelSpec spec;
    private long frames;
    private long firstUs;
    private long lastUs;
    private long agreed;
    private long failed;
    private long skipped;

    ChannelSums(ChannelSpec spec) {
        this.spec = spec;
    }

    ChannelSpec spec() {
        return spec;
    }

    void onFrame(long wallUs) {
        firstUs = frames == 0 ? wallUs : firstUs;
        lastUs = Math.max(lastUs, wallUs);
        frames++;
    }

    void onChecksum(boolean isWhole, boolean agrees) {
        agreed += isWhole && agrees ? 1 : 0;
        failed += isWhole && !agrees ? 1 : 0;
        skipped += isWhole ? 0 : 1;
    }

    long frames() {
        return frames;
    }

    /** Frames a second between its first and its last; 0 for one alone. */
    double rate() {
        return lastUs > firstUs ? (frames - 1) / ((lastUs - firstUs) / SECOND_US) : 0;
    }

    long agreed() {
        return agreed;
    }

    long failed() {
        return failed;
    }

    long skipped() {
        return skipped;
    }
}
