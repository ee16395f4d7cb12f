package io.hayate.transport;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOutboundBuffer;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * Writes whole frames to the socket, in order, and bounds what waits for it. Loop. Each answer is
 * false for no room: nothing was sent.
 */
final class FrameSender {
    private static final int CLOSE_FRAME_BYTES_MAX = 131;

    private final WebSocketEncoder encoder = new WebSocketEncoder();
    private final SendRing ring = new SendRing();
    private final int outboundBytesMax;
    private Channel channel;

    FrameSender(int outboundBytesMax) {
        this.outboundBytesMax = outboundBytesMax;
    }

    /** Sets where frames go from now on. */
    void attach(Channel socket) {
        channel = socket;
    }

    /** False while senders had better wait: half of what may wait does. */
    boolean hasRoom() {
        return ring.hasRoom() && pendingBytes() <= outboundBytesMax / 2;
    }

    private long pendingBytes() {
        ChannelOutboundBuffer outbound = channel.unsafe().outboundBuffer();
        return outbound == null ? Integer.MAX_VALUE : outbound.totalPendingWriteBytes();
    }

    boolean sendText(DirectBuffer text, int offset, int length) {
        MutableDirectBuffer frame = claim(WebSocketEncoder.frameLength(length));
        if (frame == null) {
            return false;
        }
        write(encoder.encodeText(frame, 0, text, offset, length));
        return true;
    }

    boolean sendFrame(DirectBuffer frame, int offset, int length) {
        MutableDirectBuffer copy = claim(length);
        if (copy == null) {
            return false;
        }
        copy.putBytes(0, frame, offset, length);
        write(length);
        return true;
    }

    boolean sendPong(DirectBuffer payload, int offset, int length) {
        MutableDirectBuffer frame = claim(WebSocketEncoder.frameLength(length));
        if (frame == null) {
            return false;
        }
        write(encoder.encodePong(frame, 0, payload, offset, length));
        return true;
    }

    private MutableDirectBuffer claim(int frameLength) {
        return pendingBytes() + frameLength <= outboundBytesMax ? ring.claim(frameLength) : null;
    }

    /** Says goodbye, over the bound if need be. */
    void sendClose(int code, String reason) {
        MutableDirectBuffer frame = ring.claim(CLOSE_FRAME_BYTES_MAX);
        if (frame != null) {
            write(encoder.encodeClose(frame, 0, code, reason));
        }
    }

    private void write(int frameLength) {
        ChannelFuture unused = channel.writeAndFlush(ring.take(frameLength), channel.voidPromise());
    }
}
