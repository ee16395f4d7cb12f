package io.hayate.transport.websocket;

import io.hayate.model.FrameBytes;

/**
 * How long a message of a connection may be for now: it grows with the longest, up to the bound, as
 * far as the {@link FrameBudget} goes. Loop.
 */
public final class FrameRoom {
    /** Bytes that a decoder may read behind the data. */
    public static final int SLACK_BYTES = 16;

    private final int frameBytesMax;
    private final int start;
    private final FrameBudget budget;
    private int bytes;

    /** A room of which nothing is taken from the budget. */
    public FrameRoom(int frameBytesMax, FrameBudget budget) {
        this.frameBytesMax = frameBytesMax;
        this.budget = budget;
        start = Math.min(FrameBytes.START, frameBytesMax);
        bytes = start;
    }

    /** The longest message there is memory for. */
    public int bytes() {
        return bytes;
    }

    /**
     * Makes room for a message, unless there is.
     *
     * @param length as the venue says, so it may be below 0 for one of over 63 bits
     * @throws WebSocketException when it is over the bound, or the budget is used up
     */
    void grow(long length) throws WebSocketException {
        if (length < 0 || length > frameBytesMax) {
            String size = Long.toUnsignedString(length);
            String allowed = " are allowed (transport.frame-bytes-max)";
            throw tooLarge(
                    "the venue sent a message of " + size + " bytes; " + frameBytesMax + allowed);
        }
        int room = FrameBytes.room((int) length, frameBytesMax);
        if (room > bytes) {
            if (!budget.take(room - bytes)) {
                String why = " bytes (transport.frame-bytes-max); " + budget.shortage();
                throw tooLarge("the venue sent " + length + why);
            }
            bytes = room;
        }
    }

    private static WebSocketException tooLarge(String what) {
        return new WebSocketException(CloseCode.TOO_LARGE, what);
    }

    /**
     * Gives back what was taken: the connection has ended, and others may need it.
     *
     * @return true when whoever used it must let go of it now
     */
    public boolean shrink() {
        boolean shrinks = bytes > start;
        budget.give(bytes - start);
        bytes = start;
        return shrinks;
    }
}
