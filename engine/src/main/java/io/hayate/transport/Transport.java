package io.hayate.transport;

import io.hayate.transport.websocket.WebSocketEncoder;
import org.agrona.DirectBuffer;

/**
 * One connection to the venue at a time, made anew as often as asked. All methods belong to the
 * loop's thread. What becomes of a connection is told to its {@link FrameListener}, in a later turn of
 * the loop: no method but {@link #resume} calls it before returning.
 */
public interface Transport {
    /**
     * Begins one attempt to connect.
     *
     * @param listener told what becomes of it, until it is over
     * @throws IllegalStateException unless disconnected
     */
    void connect(FrameListener listener);

    /**
     * What answers at the present address is of use: later attempts begin with it, as long as the host's
     * name leads there. Without this they begin with the next one.
     */
    void onGood();

    /** True from the end of the WebSocket handshake until {@link FrameListener#onDisconnected}. */
    boolean isConnected();

    /** False while disconnected, and while so much waits for the socket that senders should wait. */
    boolean isWritable();

    /**
     * Sends one masked text frame. Copies the text; allocates nothing once frames of this size were
     * sent before.
     *
     * @return false when not connected or when too much waits for the socket: nothing was sent
     */
    boolean sendText(DirectBuffer text, int offset, int length);

    /** Sends a whole frame that a {@link WebSocketEncoder} wrote; otherwise as {@link #sendText}. */
    boolean sendFrame(DirectBuffer frame, int offset, int length);

    /**
     * When the loop had last looked at the socket before the read that completed the message that
     * {@link FrameListener#onText} is given now: the message may have lain there unseen since, but no
     * longer. Time that the loop slept counts as looking, as a message ends that sleep.
     */
    long lookedTimeNs();

    /**
     * When the read returned that brought what the {@link FrameListener} is told now: an open connection,
     * or a message that was not declined before.
     */
    long receiveTimeNs();

    /**
     * When the loop began its latest look at the socket: what had come by then has been told to the
     * {@link FrameListener}, or lies behind a message that it declined. What is due from the venue by a
     * later time may still lie in the socket, however late the loop is.
     */
    long seenUntilNs();

    /** Offers the declined frame again, then all after it, and goes on reading. */
    void resume();

    /**
     * How much of what its key may seal the connection has sealed: 0 to 1, and 0 without TLS and where its
     * records are not ours. Nobody here can ask for another key; a fresh connection has one. Loop.
     */
    default double keyUse() {
        return 0;
    }

    /**
     * Says goodbye to the venue, waits at most two seconds for its answer, and then tells {@link
     * DisconnectCause#CLOSED_BY_US}. Ends an attempt that is under way, too. Messages that were read, or
     * still come in, are told before that, as ever: one that is declined holds the end up until it is
     * taken. Does nothing while disconnected.
     *
     * @param code a WebSocket close code: 1000 when all is well
     * @param reason for the venue's log; what goes beyond 123 bytes is cut
     */
    void close(int code, String reason);
}
