package io.hayate.transport;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelConfig;
import io.netty.channel.RecvByteBufAllocator;
import io.netty.util.UncheckedBooleanSupplier;
import java.nio.ByteBuffer;
import org.agrona.BufferUtil;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The one buffer that everything is read into. On a plain socket it is lent to each read, which
 * appends to what is left of the last; under TLS each read gets a pooled buffer for what is encrypted,
 * and the plain text is appended here. One read a turn, so that duties get their turn.
 *
 * <p>Loop. Allocates only to grow, when a frame is larger than any before.
 */
final class ReceiveBuffer implements RecvByteBufAllocator {
    /** Bytes that a decoder may read behind the data. */
    static final int SLACK_BYTES = 16;

    private static final int CAPACITY_START = 64 * 1_024;
    private static final int ROOM_MIN = 8 * 1_024;
    private static final int TLS_READ_BYTES = 16 * 1_024;
    private static final int ALIGNMENT = 64;

    private final boolean lends;
    private final int capacityMax;
    private final UnsafeBuffer buffer = new UnsafeBuffer(0, 0);
    private ByteBuf bytes = Unpooled.EMPTY_BUFFER;
    private long receiveTimeNs;

    /**
     * Makes an empty buffer.
     *
     * @param frameBytesMax the largest payload; room for it and its header is the most it grows to
     * @param lends false under TLS
     */
    ReceiveBuffer(int frameBytesMax, boolean lends) {
        this.lends = lends;
        capacityMax = frameBytesMax + WebSocketDecoder.HEADER_BYTES_MAX + ROOM_MIN;
        allocate(CAPACITY_START);
    }

    private void allocate(int capacity) {
        ByteBuffer memory = BufferUtil.allocateDirectAligned(capacity + SLACK_BYTES, ALIGNMENT);
        UnsafeBuffer larger = new UnsafeBuffer(memory);
        int length = length();
        larger.putBytes(0, buffer, offset(), length);
        buffer.wrap(larger);
        bytes = Unpooled.wrappedBuffer(memory.duplicate().limit(capacity)).setIndex(0, length);
    }

    DirectBuffer buffer() {
        return buffer;
    }

    int offset() {
        return bytes.readerIndex();
    }

    int length() {
        return bytes.readableBytes();
    }

    /** {@link System#nanoTime} right after the last read. */
    long receiveTimeNs() {
        return receiveTimeNs;
    }

    /** Makes the first bytes done with. */
    void skip(int length) {
        bytes.skipBytes(length);
        if (!bytes.isReadable()) {
            bytes.clear();
        }
    }

    void clear() {
        bytes.clear();
    }

    /** Takes in what a read brought, and releases it. */
    void received(ByteBuf data) {
        if (!lends) {
            makeRoom(data.readableBytes());
            bytes.writeBytes(data);
        }
        data.release();
    }

    private void makeRoom(int room) {
        if (bytes.writableBytes() < room && offset() > 0) {
            buffer.putBytes(0, buffer, offset(), length());
            bytes.setIndex(0, length());
        }
        if (bytes.writableBytes() < room) {
            long twice = 2L * bytes.capacity();
            allocate(Math.max(length() + room, (int) Math.min(twice, capacityMax)));
        }
    }

    @Override
    public ExtendedHandle newHandle() {
        return new ReadHandle();
    }

    private final class ReadHandle implements ExtendedHandle {
        private int lastBytesRead;
        private int attemptedBytesRead;

        @Override
        public ByteBuf allocate(ByteBufAllocator allocator) {
            if (!lends) {
                return allocator.ioBuffer(TLS_READ_BYTES);
            }
            makeRoom(ROOM_MIN);
            return bytes.retain(); // the reader releases it
        }

        @Override
        public void lastBytesRead(int count) {
            lastBytesRead = count;
            if (count > 0) {
                receiveTimeNs = System.nanoTime();
            }
        }

        @Override
        public int lastBytesRead() {
            return lastBytesRead;
        }

        @Override
        public void attemptedBytesRead(int count) {
            attemptedBytesRead = count;
        }

        @Override
        public int attemptedBytesRead() {
            return attemptedBytesRead;
        }

        @Override
        public int guess() {
            return TLS_READ_BYTES;
        }

        @Override
        public boolean continueReading() {
            return false;
        }

        @Override
        public boolean continueReading(UncheckedBooleanSupplier maybeMoreDataSupplier) {
            return false;
        }

        @Override
        public void reset(ChannelConfig config) {}

        @Override
        public void incMessagesRead(int count) {}

        @Override
        public void readComplete() {}
    }
}
