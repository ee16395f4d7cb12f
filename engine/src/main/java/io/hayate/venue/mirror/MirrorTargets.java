package io.hayate.venue.mirror;

/** Who follows which symbol. */
interface MirrorTargets {
    /** Who wants to know what is told of this symbol, such as {@code tBTCUSD}; null for nobody. */
    MirrorTarget find(String symbol);

    /** The exchange has said something to all who listen: an {@code info} with this code. */
    void onInfo(int code);
}
