package io.hayate.transport;

import org.agrona.DirectBuffer;

/** Takes what comes from the venue. Every call is on the loop's thread. */
public interface FrameListener {
    /** The WebSocket handshake is done: frames may be sent. */
    void onConnected();

    /**
     * Takes a whole text message, put together if it came in fragments.
     *
     * @param buffer holds the text, valid UTF-8, until this call returns; at least 8 more bytes may be
     *     read behind it, whatever they hold
     * @param receiveTimeNs {@link System#nanoTime} right after the read that completed the message
     * @return false for no room: this frame and all after it are kept, and no more is read from the
     *     socket, until {@link Transport#resume}
     */
    boolean onText(DirectBuffer buffer, int offset, int length, long receiveTimeNs);

    /**
     * Every message that one read from the socket brought has been taken. Not while one is declined:
     * then after the resume that leaves none.
     */
    default void onReadEnd() {}

    /**
     * The connection is over, or the attempt failed: exactly once for each {@link
     * Transport#connect}. Whoever has grown with its messages shrinks now.
     *
     * @param detail one line for a person
     */
    void onDisconnected(DisconnectCause cause, String detail);
}
