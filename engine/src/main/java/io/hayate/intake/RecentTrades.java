package io.hayate.intake;

/**
 * The numbers of the prints of a channel that were published last, so that one that comes again, in a
 * fresh snapshot or by a repeat, is published once. Bounded; loop thread; allocates nothing.
 */
public final class RecentTrades {
    private static final int CAPACITY = 64; // twice a snapshot

    private final long[] ids = new long[CAPACITY];
    private int next;
    private int added;

    /** Begins a frame, to which {@link #forgetFrame} goes back. */
    public void beginFrame() {
        added = 0;
    }

    /** Notes a print; false when it was published before. One without number counts as new. */
    public boolean add(long id) {
        if (id == 0) {
            return true;
        }
        boolean known = false;
        for (long other : ids) {
            known |= other == id; // no early end: most are new
        }
        if (!known) {
            ids[next] = id;
            next = (next + 1) % CAPACITY;
            added = Math.min(added + 1, CAPACITY);
        }
        return !known;
    }

    /** The frame broke: none of its prints was published. */
    public void forgetFrame() {
        for (; added > 0; added--) {
            next = (next + CAPACITY - 1) % CAPACITY;
            ids[next] = 0;
        }
    }
}
