package io.hayate.metrics;

import static org.agrona.BitUtil.SIZE_OF_LONG;

import org.agrona.concurrent.UnsafeBuffer;

/** Memory on the heap whose numbers are written and read as a whole. */
final class HeapMemory {
    private HeapMemory() {}

    /** So many zeros, aligned to 8 bytes: an array of bytes need not be. */
    static UnsafeBuffer of(int bytes) {
        byte[] array = new byte[bytes + SIZE_OF_LONG];
        int beyond = (int) (new UnsafeBuffer(array).addressOffset() % SIZE_OF_LONG);
        int offset = (SIZE_OF_LONG - beyond) % SIZE_OF_LONG;
        return new UnsafeBuffer(array, offset, bytes);
    }
}
