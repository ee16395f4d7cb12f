package io.hayate.transport;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelConfig;
import io.netty.channel.RecvByteBufAllocator;
import io.netty.util.UncheckedBooleanSupplier;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.agrona.BufferUtil;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.NanoClock;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The one buffer that everything is read into. On a plain socket it is lent to each read, which
 * appends to what is left of the last; under TLS each read gets a pooled buffer for what is encrypted,
 * and the plain text is appended here. One read a turn of some 64 KB, so that duties get their turn;
 * a second, larger memory serves while a frame is in it that is larger.
 *
 * <p>Loop. Allocates only to grow, when a frame is larger than any before of its connection.
 */
final class ReceiveBuffer implements RecvByteBufAllocator {
    private static final int CAPACITY_START = 64 * 1_024;
    private static final int ROOM_MIN = 8 * 1_024;
    private static final int TLS_READ_BYTES = 16 * 1_024;
    private static final int ALIGNMENT = 64;

    private final boolean lends;
    private final FrameRoom room;
    private final NanoClock clock;
    private final Memory usual = new Memory(CAPACITY_START);
    private Memory large = usual;
    private Memory memory = usual;
    private long receiveTimeNs;

    /** Bytes as Netty reads into them, and as the decoder reads them. */
    private static final class Memory {
        private final UnsafeBuffer buffer;
        private final ByteBuf bytes;

        private Memory(int capacity) {
            ByteBuffer all =
                    BufferUtil.allocateDirectAligned(capacity + FrameRoom.SLACK_BYTES, ALIGNMENT);
            buffer = new UnsafeBuffer(all);
            bytes = Unpooled.wrappedBuffer(all.duplicate().limit(capacity)).clear();
        }
    }

    /**
     * Makes an empty buffer.
     *
     * @param room the largest payload for now; room for it and its header is the most it grows to
     * @param lends false under TLS
     * @param clock tells when something was received
     */
    ReceiveBuffer(FrameRoom room, boolean lends, NanoClock clock) {
        this.lends = lends;
        this.room = room;
        this.clock = clock;
    }

    DirectBuffer buffer() {
        return memory.buffer;
    }

    int offset() {
        return memory.bytes.readerIndex();
    }

    int length() {
        return memory.bytes.readableBytes();
    }

    /** {@link System#nanoTime} right after the last read. */
    long receiveTimeNs() {
        return receiveTimeNs;
    }

    /** Makes the first bytes done with. */
    void skip(int length) {
        memory.bytes.skipBytes(length);
        if (!memory.bytes.isReadable()) {
            clear();
        }
    }

    /** Forgets all, and lets go of the larger memory. */
    void release() {
        clear();
        large = usual;
    }

    /** Forgets all, and reads are as short again as duties like them. */
    void clear() {
        memory = usual;
        memory.bytes.clear();
    }

    /**
     * Reads what the socket has, up to the room there is.
     *
     * @return bytes read; 0 for none, -1 at the end
     */
    int readFrom(SharedSocket socket) throws IOException {
        makeRoom(ROOM_MIN);
        ByteBuf bytes = memory.bytes;
        int count = socket.receive(memory.buffer, bytes.writerIndex(), bytes.capacity());
        if (count > 0) {
            receiveTimeNs = clock.nanoTime();
            bytes.writerIndex(bytes.writerIndex() + count);
        }
        return count;
    }

    /** Takes in what a read brought. */
    void received(ByteBuf data) {
        if (!lends) {
            makeRoom(data.readableBytes());
            memory.bytes.writeBytes(data);
        }
    }

    private void makeRoom(int free) {
        if (memory.bytes.writableBytes() < free && offset() > 0) {
            copyTo(memory);
        }
        if (memory.bytes.writableBytes() < free) {
            int needed = length() + free;
            if (large.bytes.capacity() < needed) {
                int most = room.bytes() + WebSocketDecoder.HEADER_BYTES_MAX + ROOM_MIN;
                large = new Memory(Math.max(needed, most));
            }
            copyTo(large);
        }
    }

    private void copyTo(Memory target) {
        int length = length();
        target.buffer.putBytes(0, memory.buffer, offset(), length);
        target.bytes.setIndex(0, length);
        memory = target;
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
            return memory.bytes.retain(); // the reader releases it
        }

        @Override
        public void lastBytesRead(int count) {
            lastBytesRead = count;
            if (count > 0) {
                receiveTimeNs = clock.nanoTime();
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
