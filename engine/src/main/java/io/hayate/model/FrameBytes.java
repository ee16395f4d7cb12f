package io.hayate.model;

/** How memory grows with the longest frame of a connection. */
public final class FrameBytes {
    /** What each connection has room for from the start; most frames have a few hundred bytes. */
    public static final int START = 64 << 10;

    private FrameBytes() {}

    /**
     * Room that a frame needs: {@link #START}, doubled until the frame fits, and no more than the bound.
     *
     * @param length at most {@code max}
     */
    public static int room(int length, int max) {
        long room = START;
        while (room < length) {
            room *= 2;
        }
        return (int) Math.min(room, max);
    }
}
