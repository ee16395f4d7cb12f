package io.hayate.venue.base;

/** A seeded stream of numbers (SplitMix64) that is the same on every JVM. */
public final class Random64 {
    private static final long GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    /** The stream of this state. */
    public Random64(long seed) {
        state = seed;
    }

    /** A stream of its own for each name under one seed. */
    public static Random64 of(long seed, String name) {
        long state = mix(seed + GAMMA);
        for (int i = 0; i < name.length(); i++) {
            state = mix(state ^ (name.charAt(i) + GAMMA));
        }
        return new Random64(state);
    }

    /** Any number of 64 bits. */
    public long next() {
        state += GAMMA;
        return mix(state);
    }

    /** A number from 0 to {@code bound - 1}. */
    public int below(int bound) {
        return (int) (((next() >>> 33) * bound) >>> 31);
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
