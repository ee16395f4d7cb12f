package io.hayate.event;

/**
 * Whether the dead-man switch may be armed, by which the venue cancels all open orders of the account when
 * its connection ends: with care not while orders of others are open at the start, as our own close would
 * cancel theirs. Who looks for such orders before the first connection tells it here, and so does the
 * strategy's thread, which knows ours, once a connection has told what is open. Settled once it is armed
 * with no order of others: those that come later know it armed.
 *
 * <p>The thread of each method stands with it; what any thread reads is volatile. Allocates nothing.
 */
public final class DeadManArming {
    /** In place of a number of orders. */
    public static final int UNKNOWN = -1;

    private final boolean isCareful;
    private final SharedReads reads; // the loop's
    private volatile boolean isLookMade; // or under way
    private volatile boolean isLookAwaited;
    private volatile int answer; // not taken yet
    private volatile boolean isAnswered;
    private volatile int looked = UNKNOWN; // orders of others, before the first connection
    private volatile long
            listedConnection; // whose list the strategy's thread has taken; 0 for none yet
    private volatile int others = UNKNOWN; // as of then, and of what came since
    private volatile boolean settled;
    private volatile boolean blocked;

    /** One that is careful, or arms whatever is open, and is read as it is. */
    public DeadManArming(boolean isCareful) {
        this(isCareful, SharedReads.PLAIN);
    }

    /**
     * One that is careful, or arms whatever is open.
     *
     * @param reads by which the loop reads what the strategy's thread tells
     */
    public DeadManArming(boolean isCareful, SharedReads reads) {
        this.isCareful = isCareful;
        this.reads = reads;
    }

    /** Before the start: somebody looks for orders of others. */
    public void onLookBegun() {
        isLookAwaited = true;
        isLookMade = true;
    }

    /** The looking thread: so many are open, or {@link #UNKNOWN}. The loop takes it at its next tick. */
    public void onLooked(int count) {
        answer = count;
        isAnswered = true;
    }

    /** Loop: takes what was found; false when nothing was since. */
    public boolean takeLook() {
        if (!isAnswered) {
            return false;
        }
        isAnswered = false;
        looked = answer;
        isLookAwaited = false;
        return true;
    }

    /** Loop: how many orders of others were found, or {@link #UNKNOWN}. */
    public int looked() {
        return looked;
    }

    /** Loop: true while that is awaited. */
    public boolean isLookAwaited() {
        return isCareful && isLookAwaited;
    }

    /** Loop: true when a connection may be asked for with it. Without any look it may. */
    public boolean mayArm() {
        if (!isCareful || settled) {
            return true;
        }
        return listedConnection() == 0 ? !isLookMade || looked == 0 : others() == 0;
    }

    /** Strategy thread: the list of this connection has been taken, and so many are open that are not ours. */
    public void onOthers(long connection, int count) {
        others = count; // before the connection: who sees that sees this
        listedConnection = connection;
    }

    /**
     * Loop: looks how this connection stands, whose list of open orders has come whole.
     *
     * @param open how many are open, ours and others'
     * @return false while no new order should leave
     */
    public boolean settle(long connection, boolean isArmed, int open) {
        if (!isCareful || settled) {
            return true;
        }
        int count = count(connection, open);
        settled = isArmed && (looked == 0 || count == 0);
        blocked = !settled && count > 0;
        return settled;
    }

    private int count(long connection, int open) {
        if (open == 0) {
            return 0;
        }
        return listedConnection() == connection ? others() : UNKNOWN;
    }

    private long listedConnection() {
        return reads.read(SharedValue.LISTED_CONNECTION, listedConnection);
    }

    private int others() {
        return (int) reads.read(SharedValue.OTHERS_ORDERS, others);
    }

    /** Loop: true when this connection, on which it is not armed, can give way to one on which it is. */
    public boolean isToArm(long connection, boolean isArmed, int open) {
        return isCareful && !settled && !isArmed && count(connection, open) == 0;
    }

    /** True while orders of others keep new orders of ours back; any thread. */
    public boolean isBlocked() {
        return blocked && !settled;
    }
}
