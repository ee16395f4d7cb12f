package io.hayate.transport;

import io.hayate.transport.websocket.FrameBudget;
import io.hayate.transport.websocket.FrameRoom;
import io.hayate.transport.websocket.WebSocketDecoder;
import io.hayate.transport.websocket.WebSocketEncoder;
import io.hayate.transport.websocket.WebSocketException;
import org.agrona.BufferUtil;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.NanoClock;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A transport without a socket: what is sent is put into a frame, under a mask, and ends there; what is
 * received is given by its owner, as the bytes of a venue's frames. Frames are written and read by the
 * same classes as on a socket, in instances of its own. There is no way from here to a descriptor.
 *
 * <p>One thread receives, and one, the same or another, sends. Allocates nothing after construction.
 */
public final class SinkTransport implements Transport {
    private static final int FRAME_BYTES_MAX = SharedSocket.FRAME_BYTES_MAX;

    private final WebSocketEncoder encoder = new WebSocketEncoder();
    private final UnsafeBuffer frame =
            new UnsafeBuffer(BufferUtil.allocateDirectAligned(FRAME_BYTES_MAX, 64));
    private final WebSocketDecoder decoder;
    private final NanoClock clock;
    private FrameListener listener;
    private long receiveTimeNs;
    private long texts;

    /** A transport that takes all that fits into a frame of an order. */
    public SinkTransport(NanoClock clock) {
        this.clock = clock;
        decoder =
                new WebSocketDecoder(
                        new FrameRoom(FRAME_BYTES_MAX, FrameBudget.UNBOUNDED), new Texts());
    }

    /** Takes whole frames of a venue that is not there. */
    public void receive(DirectBuffer frames, int offset, int length) {
        receiveTimeNs = clock.nanoTime();
        try {
            if (decoder.decode(frames, offset, length) != length) {
                throw new IllegalStateException("not whole frames that there is room for");
            }
        } catch (WebSocketException e) {
            throw new IllegalStateException(e);
        }
        listener.onReadEnd();
    }

    /** How many texts were sent. */
    public long texts() {
        return texts;
    }

    @Override
    public void connect(FrameListener frameListener) {
        listener = frameListener;
    }

    /** The connection is open. */
    public void open() {
        listener.onConnected();
    }

    @Override
    public void onGood() {
        // there is no other address
    }

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
        if (WebSocketEncoder.frameLength(length) > FRAME_BYTES_MAX) {
            return false;
        }
        int unused = encoder.encodeText(frame, 0, text, offset, length);
        texts++;
        return true;
    }

    @Override
    public boolean sendFrame(DirectBuffer whole, int offset, int length) {
        texts++;
        return true;
    }

    @Override
    public long lookedTimeNs() {
        return receiveTimeNs;
    }

    @Override
    public long receiveTimeNs() {
        return receiveTimeNs;
    }

    @Override
    public long seenUntilNs() {
        return receiveTimeNs;
    }

    @Override
    public void resume() {
        // nothing is ever declined
    }

    @Override
    public void close(int code, String reason) {
        throw new IllegalStateException("it has nothing to close: " + reason);
    }

    private final class Texts implements WebSocketDecoder.Handler {
        @Override
        public boolean onText(DirectBuffer buffer, int offset, int length) {
            return listener.onText(buffer, offset, length, receiveTimeNs);
        }

        @Override
        public void onPing(DirectBuffer buffer, int offset, int length) {
            // nobody waits for an answer
        }

        @Override
        public void onClose(int code, String reason) {
            throw new IllegalStateException(reason);
        }
    }
}
