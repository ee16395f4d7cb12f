package io.hayate.number;

import java.util.Arrays;

/**
 * A whole number from 0 up, of up to 3,200 bits, that grows in place: what a decimal of 800 digits is
 * compared with a midpoint of two doubles needs 2,800. Goes beyond its bound with an {@link
 * ArrayIndexOutOfBoundsException}.
 *
 * <p>One thread. Allocates nothing.
 */
final class WideInteger {
    private static final int PARTS_MAX = 100;
    private static final long PART_MASK = 0xffffffffL;
    private static final int FIVE_STEP = 13;
    private static final long FIVE_TO_STEP = 1_220_703_125;

    private final int[] parts = new int[PARTS_MAX]; // 32 bits each, the lowest first
    private int count; // the last one is not 0

    void set(long value) {
        count = 0;
        for (long rest = value; rest != 0; rest >>>= Integer.SIZE) {
            parts[count++] = (int) rest;
        }
    }

    /** Multiplies with a factor from 1 and adds, both below 2^32. */
    void multiplyAdd(long factor, long addend) {
        long carry = addend;
        for (int i = 0; i < count; i++) {
            carry += (parts[i] & PART_MASK) * factor;
            parts[i] = (int) carry;
            carry >>>= Integer.SIZE;
        }
        if (carry != 0) {
            parts[count++] = (int) carry;
        }
    }

    /** Multiplies with {@code 5^exponent}. */
    void multiplyByPowerOfFive(int exponent) {
        int rest = exponent;
        for (; rest >= FIVE_STEP; rest -= FIVE_STEP) {
            multiplyAdd(FIVE_TO_STEP, 0);
        }
        for (; rest > 0; rest--) {
            multiplyAdd(5, 0);
        }
    }

    /** Multiplies with {@code 2^bits}. */
    void shiftLeft(int bits) {
        multiplyAdd(1L << (bits % Integer.SIZE), 0);
        int zeros = bits / Integer.SIZE;
        if (count > 0) {
            System.arraycopy(parts, 0, parts, zeros, count);
            Arrays.fill(parts, 0, zeros, 0);
            count += zeros;
        }
    }

    /** Below 0 when this is less than the other, 0 when they are equal, else over 0. */
    int compareTo(WideInteger other) {
        if (count != other.count) {
            return Integer.compare(count, other.count);
        }
        for (int i = count - 1; i >= 0; i--) {
            if (parts[i] != other.parts[i]) {
                return Integer.compareUnsigned(parts[i], other.parts[i]);
            }
        }
        return 0;
    }
}
