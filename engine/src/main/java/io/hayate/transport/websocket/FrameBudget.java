package io.hayate.transport.websocket;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Memory that the large messages of all connections share, over what each connection has from the
 * start. A byte of it stands for one on the heap and two off it. Any thread.
 */
public final class FrameBudget {
    /** A budget without a bound, for loops that nothing else shares memory with. */
    public static final FrameBudget UNBOUNDED = new FrameBudget(Long.MAX_VALUE / 2, "nothing");

    private static final long MIB = 1 << 20;

    private final long bytesMax;
    private final String remedy;
    private final AtomicLong taken = new AtomicLong();

    /**
     * A budget of which nothing is taken.
     *
     * @param remedy what gives more, for a person
     */
    public FrameBudget(long bytesMax, String remedy) {
        this.bytesMax = bytesMax;
        this.remedy = remedy;
    }

    /** Takes so many bytes, or none and answers false where so many are not left. */
    boolean take(long bytes) {
        long before = taken.get();
        while (before + bytes <= bytesMax) {
            if (taken.compareAndSet(before, before + bytes)) {
                return true;
            }
            before = taken.get();
        }
        return false;
    }

    /** Gives back what was taken. */
    void give(long bytes) {
        taken.addAndGet(-bytes);
    }

    /** What is taken now. */
    public long taken() {
        return taken.get();
    }

    @Override
    public String toString() {
        return bytesMax / MIB + " MiB, more by " + remedy;
    }

    /** Why nothing is left: {@code 60 of 61 MiB are in use, more by -Xmx512m}. */
    String shortage() {
        String share = taken.get() / MIB + " of " + bytesMax / MIB + " MiB are in use, more by ";
        return share + remedy;
    }
}
