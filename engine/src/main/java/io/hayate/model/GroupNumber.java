package io.hayate.model;

/**
 * The group that an order bears on the wire where several strategies run: 8 bits for the strategy, 23 for
 * the group that it gave, so that one message cancels what one strategy has in a group, though the engine
 * that sent it be another. Of a strategy that runs alone, and of the console, it is the group as given.
 */
public final class GroupNumber {
    /** Largest number of a strategy. */
    public static final int STRATEGY_MAX = 255;

    /** Largest group that a strategy of several, or the console beside them, may give. */
    public static final long GROUP_MAX = (1L << GroupNumber.GROUP_BITS) - 1;

    private static final int GROUP_BITS = 23;

    private GroupNumber() {}

    /** True for a group that this strategy may give: as given, or with its number already. */
    public static boolean isOf(int strategy, long group) {
        return group >= 0 && (group <= GROUP_MAX || group >>> GROUP_BITS == strategy);
    }

    /** The number on the wire. */
    public static long of(int strategy, long group) {
        return (long) strategy << GROUP_BITS | group;
    }

    /** The strategy that the number on the wire is of, where so many run; 0 for none of them. */
    public static int strategyOf(long onWire, int strategies) {
        long strategy = onWire >>> GROUP_BITS;
        return strategy <= strategies ? (int) strategy : 0;
    }

    /** The group as the strategy gave it. */
    public static long groupOf(int strategy, long onWire) {
        return strategy == 0 ? onWire : onWire & GROUP_MAX;
    }
}
