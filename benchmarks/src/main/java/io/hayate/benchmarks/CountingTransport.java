package io.hayate.benchmarks;

import io.hayate.transport.FrameListener;
import io.hayate.transport.Transport;
import org.agrona.DirectBuffer;

/** A socket that takes everything at once and counts it. */
final class CountingTransport implements Transport {
    private FrameListener listener; // of whoever has connected
    private long texts;
    private long bytes;
    private long sentTimeNs;

    /** The rig answers in the venue's place. */
    @Override
    public void connect(FrameListener frameListener) {
        listener = frameListener;
    }

    FrameListener listener() {
        return listener;
    }

    @Override
    public void onGood() {}

    @Override
    public boolean isConnected() {
        return true;
    }

    @Override
    public boolean isWritable() {
        return true;
    }

    @Override
    public boolean sendText(DirectBuffer text, int offset, int length) {
        sentTimeNs = System.nanoTime();
        texts++;
        bytes += length;
        return true;
    }

    @Override
    public boolean sendFrame(DirectBuffer frame, int offset, int length) {
        return sendText(frame, offset, length);
    }

    @Override
    public long seenUntilNs() {
        return System.nanoTime();
    }

    @Override
    public long lookedTimeNs() {
        return System.nanoTime();
    }

    @Override
    public long receiveTimeNs() {
        return System.nanoTime();
    }

    @Override
    public void resume() {
        // nothing is ever declined
    }

    @Override
    public void close(int code, String reason) {
        throw new IllegalStateException("the session gave up: " + reason);
    }

    /** When the last text was handed over, in ns of {@link System#nanoTime()}. */
    long sentTimeNs() {
        return sentTimeNs;
    }

    /** Texts sent since the start. */
    long texts() {
        return texts;
    }

    /** Their bytes. */
    long bytes() {
        return bytes;
    }
}
