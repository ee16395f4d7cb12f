package io.hayate.transport;

import io.hayate.transport.tls.TlsRecords;
import io.hayate.transport.websocket.WebSocketEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOutboundBuffer;
import java.io.IOException;
import javax.net.ssl.SSLException;
import org.agrona.BufferUtil;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The loop's way to the socket: whole frames, in order, bounded in what waits. On a {@link
 * SharedSocket} they are written at once, sealed before where the loop has taken the records of TLS over; what
 * the socket does not take is left to Netty, which waits until it does. Elsewhere all goes through Netty.
 *
 * <p>Loop. Each answer is false for no room: nothing was sent.
 */
final class FrameSender {
    private static final int CLOSE_FRAME_BYTES_MAX = 131;
    private static final int DEAD = -1;

    private final WebSocketEncoder encoder = new WebSocketEncoder();
    private final SendRing ring = new SendRing();
    private final int outboundBytesMax;
    private final SharedSocket socket; // null where Netty writes all
    private Channel channel;
    private boolean closing;
    private boolean dead; // a write failed: what comes after must not reach the socket

    FrameSender(int outboundBytesMax, SharedSocket socket) {
        this.outboundBytesMax = outboundBytesMax;
        this.socket = socket;
    }

    /** Sets where frames go from now on. */
    void open(Channel connected) {
        channel = connected;
        closing = false;
        dead = false;
        if (socket != null) {
            socket.open(connected);
        }
    }

    /** From now on all is sealed by us; null leaves that to Netty. */
    void secure(TlsRecords records) {
        if (records != null) {
            socket.secure(records);
        }
    }

    /** Sends what is not a frame yet: the upgrade. */
    void sendBytes(byte[] bytes) {
        if (socket == null || !socket.isSecured()) {
            leaveToNetty(Unpooled.wrappedBuffer(bytes));
            return;
        }
        UnsafeBuffer text = new UnsafeBuffer(BufferUtil.allocateDirectAligned(bytes.length, 64));
        text.putBytes(0, bytes);
        sendSealed(text, 0, bytes.length);
    }

    /** Nobody writes any more; before the channel is closed. */
    void close() {
        closing = true;
        if (socket != null) {
            sayGoodbye();
            socket.close();
        }
        while (ring.hasWaiting()) {
            ring.pop().release();
        }
    }

    /** That of TLS, if nothing waits before it; who does not take it at once does not hear it. */
    private void sayGoodbye() {
        if (dead || !socket.isSecured()) {
            return;
        }
        flush(); // a frame that says goodbye comes first
        if (!dead && !ring.hasWaiting() && hold() && isDirect()) {
            try {
                int unused = socket.send(socket.sealed(), 0, socket.sealGoodbye());
            } catch (IOException e) {
                return; // nobody is there
            }
        }
    }

    /** Writes what waits, and lets the strategy have the socket when nothing does; once a turn. */
    int turn() {
        if (socket == null) {
            return 0;
        }
        if (socket.hasRemainder()) {
            hold();
        }
        flush();
        if (ring.hasWaiting()) {
            return 1; // the strategy is in its write
        }
        if (!closing && pendingBytes() == 0) {
            socket.letGo();
        }
        return 0;
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
        push(encoder.encodeText(frame, 0, text, offset, length));
        return true;
    }

    boolean sendPong(DirectBuffer payload, int offset, int length) {
        MutableDirectBuffer frame = claim(WebSocketEncoder.frameLength(length));
        if (frame == null) {
            return false;
        }
        push(encoder.encodePong(frame, 0, payload, offset, length));
        return true;
    }

    /** Says goodbye, over the bound if need be; it is the last frame. */
    void sendClose(int code, String reason) {
        closing = true;
        MutableDirectBuffer frame = ring.claim(CLOSE_FRAME_BYTES_MAX);
        if (frame != null) {
            push(encoder.encodeClose(frame, 0, code, reason));
        }
    }

    /** Sends a frame that is masked already; from where it lies, if that is direct memory. */
    boolean sendFrame(DirectBuffer frame, int offset, int length) {
        MutableDirectBuffer spare = claim(length);
        if (spare == null || !hold() || ring.hasWaiting()) {
            return false;
        }
        boolean isInPlace = frame.byteArray() == null;
        if (isInPlace && socket != null && socket.isSecured()) {
            return sendSealed(frame, offset, length);
        }
        int written = isInPlace && isDirect() ? write(frame, offset, length) : 0;
        if (written < length && written != DEAD) {
            spare.putBytes(0, frame, offset + written, length - written);
            push(length - written);
        }
        return written != DEAD;
    }

    private MutableDirectBuffer claim(int frameLength) {
        boolean hasRoom = !dead && pendingBytes() + frameLength <= outboundBytesMax;
        return hasRoom ? ring.claim(frameLength) : null;
    }

    private void push(int frameLength) {
        ring.push(frameLength);
        flush();
    }

    private void flush() {
        while (ring.hasWaiting() && hold()) {
            emit(ring.pop());
        }
    }

    /** Takes the socket, and then first writes what the strategy left of its last frame. */
    private boolean hold() {
        if (socket == null) {
            return true;
        }
        if (!socket.hold()) {
            return false;
        }
        leaveToNetty(socket.remainder(), 0, socket.takeRemainder());
        return true;
    }

    /** True when bytes may be written past Netty, as it has none. */
    private boolean isDirect() {
        return socket != null && pendingBytes() == 0;
    }

    private void emit(ByteBuf frame) {
        int length = frame.readableBytes();
        if (socket != null && socket.isSecured()) {
            boolean unused = !dead && sendSealed(ring.popped(), 0, length);
            frame.release();
            return;
        }
        int written = isDirect() ? write(ring.popped(), 0, length) : 0;
        if (written == length || written == DEAD) {
            frame.release();
        } else {
            leaveToNetty(frame.skipBytes(written));
        }
    }

    /** Seals a text, and then writes it whatever happens; false when nothing can be sealed any more. */
    private boolean sendSealed(DirectBuffer text, int offset, int length) {
        int count = socket.sealText(text, offset, length);
        if (count < 0) {
            tellBroken(new SSLException(socket.failure()));
            return false;
        }
        int written = isDirect() ? write(socket.sealed(), 0, count) : 0;
        if (written != DEAD) {
            leaveToNetty(socket.sealed(), written, count - written);
        }
        return written != DEAD;
    }

    private int write(DirectBuffer bytes, int offset, int length) {
        try {
            return socket.send(bytes, offset, length);
        } catch (IOException e) {
            tellBroken(e);
            return DEAD;
        }
    }

    private void tellBroken(IOException cause) {
        dead = true;
        Channel broken = channel;
        broken.eventLoop().execute(() -> broken.pipeline().fireExceptionCaught(cause));
    }

    /** A copy, if there is anything. */
    private void leaveToNetty(DirectBuffer bytes, int offset, int length) {
        if (length > 0) {
            ByteBuf rest = channel.alloc().directBuffer(length);
            bytes.getBytes(offset, rest.nioBuffer(0, length), length);
            leaveToNetty(rest.writerIndex(length));
        }
    }

    private void leaveToNetty(ByteBuf bytes) {
        ChannelFuture unused = channel.writeAndFlush(bytes, channel.voidPromise());
    }
}
