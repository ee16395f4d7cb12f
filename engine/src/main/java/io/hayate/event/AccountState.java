package io.hayate.event;

/** Whether new orders may leave, as far as the account goes: what a strategy is told of it. */
public enum AccountState {
    /**
     * The venue has not told the account whole on the connection that there is, or something of it was lost
     * since: no new order leaves, cancels do.
     */
    RESYNC,
    /** Positions, wallets and open orders were told whole, and nothing was lost since. */
    READY,
    /** Somebody, or the engine itself, has halted trading: no new order leaves until it is resumed. */
    HALTED
}
