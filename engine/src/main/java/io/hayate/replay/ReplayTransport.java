package io.hayate.replay;

import io.hayate.transport.DisconnectCause;
import io.hayate.transport.FrameListener;
import io.hayate.transport.Transport;
import org.agrona.DirectBuffer;
import org.agrona.ExpandableArrayBuffer;

/**
 * A connection of a recording: it opens, brings texts and ends when the recording does. What is sent on it
 * goes nowhere. One thread.
 */
final class ReplayTransport implements Transport {
    private static final int SLACK_BYTES = 8; // decoders may read behind a text

    private final ExpandableArrayBuffer declined = new ExpandableArrayBuffer();
    private FrameListener listener; // null while nobody has asked for a connection
    private boolean isOpen;
    private boolean isClosing;
    private boolean isDeclined;
    private boolean isResumed;
    private int declinedLength;
    private long declinedNs;
    private long lookedNs;
    private long readNs;
    private long seenNs;

    /** True once somebody has asked for the connection that is to come. */
    boolean isAsked() {
        return listener != null;
    }

    /** True once the path has said that it wants the connection no more. */
    boolean isClosing() {
        return isClosing;
    }

    void open(long timeNs) {
        isOpen = true;
        readNs = timeNs;
        listener.onConnected();
    }

    /**
     * Brings a text.
     *
     * @param looked when the socket had been looked at before it was read
     */
    void bring(DirectBuffer text, int offset, int length, long looked, long timeNs) {
        lookedNs = looked;
        seenNs = Math.max(seenNs, looked);
        readNs = timeNs;
        if (isDeclined || !listener.onText(text, offset, length, timeNs)) {
            isDeclined = true;
            declined.putBytes(0, text, offset, length);
            declined.checkLimit(length + SLACK_BYTES);
            declinedLength = length;
            declinedNs = timeNs;
        }
    }

    /** True while a text waits for room. */
    boolean isDeclined() {
        return isDeclined;
    }

    /** Offers the text that was declined again, if that was asked for; true when it was taken. */
    boolean offerAgain() {
        return isResumed && readOn();
    }

    /** Offers the text that was declined again; true when it was taken. */
    boolean readOn() {
        isResumed = false;
        readNs = declinedNs;
        isDeclined = !listener.onText(declined, 0, declinedLength, declinedNs);
        return !isDeclined;
    }

    /** When the text that was declined last was read. */
    long declinedNs() {
        return declinedNs;
    }

    /** All that one read brought was brought. */
    void endRead() {
        if (listener != null && !isDeclined) {
            listener.onReadEnd();
        }
    }

    void end(DisconnectCause cause, String detail) {
        FrameListener told = listener;
        listener = null;
        isOpen = false;
        isClosing = false;
        isDeclined = false;
        told.onDisconnected(cause, detail);
    }

    /** All that came until then was brought, and nothing is known of later. */
    void seenUntil(long timeNs) {
        seenNs = timeNs;
    }

    @Override
    public void connect(FrameListener told) {
        if (listener != null) {
            throw new IllegalStateException("connect while not disconnected");
        }
        listener = told;
    }

    @Override
    public void onGood() {}

    @Override
    public boolean isConnected() {
        return isOpen;
    }

    @Override
    public boolean isWritable() {
        return isOpen && !isClosing;
    }

    @Override
    public boolean sendText(DirectBuffer text, int offset, int length) {
        return isWritable();
    }

    @Override
    public boolean sendFrame(DirectBuffer frame, int offset, int length) {
        return isWritable();
    }

    @Override
    public long lookedTimeNs() {
        return lookedNs;
    }

    @Override
    public long receiveTimeNs() {
        return readNs;
    }

    @Override
    public long seenUntilNs() {
        return seenNs;
    }

    @Override
    public void resume() {
        isResumed = isDeclined;
    }

    @Override
    public void close(int code, String reason) {
        isClosing = true;
    }
}
