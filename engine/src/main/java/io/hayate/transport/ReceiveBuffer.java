package io.hayate.transport;

import io.hayate.transport.tls.TlsRecords;
import io.hayate.transport.websocket.FrameRoom;
import io.hayate.transport.websocket.WebSocketDecoder;
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
 * appends to what is left of the last. Under TLS, once {@link #secure} has been called, a memory of its own
 * for what is encrypted is read into, and opened into this one; where Netty opens records, each read gets a
 * pooled buffer, and the text is appended here. One read a turn of some 64 KB, so that duties get their turn;
 * a second, larger memory serves while a frame is in it that is larger.
 *
 * <p>Loop. Allocates only to grow, when a frame is larger than any before of its connection.
 */
final class ReceiveBuffer implements RecvByteBufAllocator {
    private static final int CAPACITY_START = 64 * 1_024;
    private static final int ROOM_MIN = 8 * 1_024;
    private static final int TLS_READ_BYTES = 16 * 1_024;
    private static final int ALIGNMENT = 64;
    private static final int SEALED_BYTES = 64 * 1_024;
    private static final int SECURE_CAPACITY_START =
            CAPACITY_START + SEALED_BYTES + TlsRecords.OPEN_ROOM_BYTES;

    private final FrameRoom room;
    private final NanoClock clock;
    private final Memory usual;
    private final Memory sealed; // what is encrypted; null on a plain socket
    private Memory large;
    private Memory memory;
    private TlsRecords records; // null without TLS, and where Netty opens
    private boolean takesSealed;
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
     * @param isSecure true for TLS
     * @param clock tells when something was received
     */
    ReceiveBuffer(FrameRoom room, boolean isSecure, NanoClock clock) {
        this.room = room;
        this.clock = clock;
        usual = new Memory(isSecure ? SECURE_CAPACITY_START : CAPACITY_START);
        sealed = isSecure ? new Memory(SEALED_BYTES) : null;
        large = usual;
        memory = usual;
    }

    /** What comes until {@link #secure} is what Netty's handler had not opened when it was taken out. */
    void beginSecure() {
        takesSealed = true;
    }

    /** True from {@link #beginSecure} until {@link #secure} or {@link #plain}. */
    boolean takesSealed() {
        return takesSealed;
    }

    /** From now on what is read is opened by us, until {@link #plain}. */
    void secure(TlsRecords taken) {
        takesSealed = false;
        records = taken;
        open();
    }

    /** The records are over, or those of the next connection are Netty's for now. */
    void plain() {
        records = null;
        takesSealed = false;
        if (sealed != null) {
            sealed.bytes.clear();
        }
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
        Memory target = records == null ? memoryWithRoom() : sealed;
        ByteBuf bytes = target.bytes;
        int count = socket.receive(target.buffer, bytes.writerIndex(), bytes.capacity());
        if (count > 0) {
            receiveTimeNs = clock.nanoTime();
            bytes.writerIndex(bytes.writerIndex() + count);
            if (records != null) {
                open();
            }
        }
        return count;
    }

    /** Takes in what a read brought. */
    void received(ByteBuf data) {
        if (records != null) {
            openAll(); // it was read into our memory, where the next read must find room
        } else if (takesSealed) {
            sealed.bytes.writeBytes(data);
        } else if (sealed != null) {
            makeRoom(data.readableBytes());
            memory.bytes.writeBytes(data);
        }
    }

    /** True while something that was read could not be opened yet. */
    boolean hasSealed() {
        return records != null && sealed.bytes.isReadable();
    }

    /** Opens what was read; not while the other thread is in the SSL: then all of it waits. */
    void open() {
        if (sealed.bytes.isReadable() && records.tryUse()) {
            openInUse();
        }
    }

    /** Opens what was read, however long the other thread is in the SSL, which is for one seal. */
    void openAll() {
        if (sealed.bytes.isReadable()) {
            records.awaitUse();
            openInUse();
        }
    }

    private void openInUse() {
        try {
            int length = sealed.bytes.readableBytes();
            makeRoom(length + TlsRecords.OPEN_ROOM_BYTES);
            ByteBuf bytes = memory.bytes;
            long source = sealed.buffer.addressOffset() + sealed.bytes.readerIndex();
            long target = memory.buffer.addressOffset() + bytes.writerIndex();
            int count = records.open(source, length, target, bytes.writableBytes());
            bytes.writerIndex(bytes.writerIndex() + count);
            sealed.bytes.clear();
        } finally {
            records.endUse();
        }
    }

    private Memory memoryWithRoom() {
        makeRoom(ROOM_MIN);
        return memory;
    }

    private void makeRoom(int free) {
        if (memory.bytes.writableBytes() < free && offset() > 0) {
            copyTo(memory);
        }
        if (memory.bytes.writableBytes() < free) {
            int needed = length() + free;
            if (large.bytes.capacity() < needed) {
                int spare = sealed == null ? ROOM_MIN : SEALED_BYTES + TlsRecords.OPEN_ROOM_BYTES;
                int most = room.bytes() + WebSocketDecoder.HEADER_BYTES_MAX + spare;
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
            if (records == null && sealed != null) {
                return allocator.ioBuffer(TLS_READ_BYTES);
            }
            Memory target = records == null ? memoryWithRoom() : sealed;
            return target.bytes.retain(); // the reader releases it
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
