package io.hayate.transport;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import org.agrona.BufferUtil;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Buffers for frames on their way out, used in turn. The last of them may still wait to be written;
 * of those that have been, Netty holds one until the socket took its bytes, which it does in order:
 * while the next one is still held, all are.
 *
 * <p>Loop. Allocates only when a frame is larger than any before in its slot.
 */
final class SendRing {
    private static final int SLOTS = 256;
    private static final int SLOT_BYTES = 1_024;
    private static final int ALIGNMENT = 64;

    private final Slot[] slots = new Slot[SLOTS];
    private int next;
    private int waiting;
    private Slot popped;

    SendRing() {
        for (int i = 0; i < SLOTS; i++) {
            slots[i] = new Slot();
        }
    }

    /** True when the next buffer and as many again as half the ring are free. */
    boolean hasRoom() {
        return slots[next].isFree() && slots[(next + SLOTS / 2) % SLOTS].isFree();
    }

    /** The next buffer, with room for a frame so long, or null while all are held. */
    MutableDirectBuffer claim(int length) {
        Slot slot = slots[next];
        if (!slot.isFree()) {
            return null;
        }
        if (slot.bytes.capacity() < length) {
            slot.allocate(length);
        }
        return slot.buffer;
    }

    /** The buffer claimed last holds a frame so long now, which waits. */
    void push(int length) {
        slots[next].bytes.setIndex(0, length).retain(); // whoever writes it releases it
        next = (next + 1) % SLOTS;
        waiting++;
    }

    boolean hasWaiting() {
        return waiting > 0;
    }

    /** The frame that has waited longest, to be written or released. */
    ByteBuf pop() {
        popped = slots[(next - waiting + SLOTS) % SLOTS];
        waiting--;
        return popped.bytes;
    }

    /** The memory of the frame popped last; it begins at 0. */
    MutableDirectBuffer popped() {
        return popped.buffer;
    }

    private static final class Slot {
        private final UnsafeBuffer buffer = new UnsafeBuffer(0, 0);
        private ByteBuf bytes = Unpooled.EMPTY_BUFFER;

        Slot() {
            allocate(SLOT_BYTES);
        }

        private void allocate(int capacity) {
            ByteBuffer memory = BufferUtil.allocateDirectAligned(capacity, ALIGNMENT);
            buffer.wrap(memory);
            bytes = Unpooled.wrappedBuffer(memory);
        }

        private boolean isFree() {
            return bytes.refCnt() == 1;
        }
    }
}
