package io.hayate.event;

/**
 * How the account stands on the connection that there is: whether the venue has told it whole, and what
 * its key may do. Nothing is known at the start, and nothing again once the connection is lost. The loop
 * writes; any thread reads, and allocates nothing.
 */
public final class AccountStanding {
    private static final String NO_CONNECTION =
            "there is no connection on which the account is ours";

    private final DeadManArming deadMan;
    private volatile boolean toldWhole;
    private volatile boolean everToldWhole;
    private volatile boolean barred;
    private volatile boolean deadManArmed;
    private volatile boolean keyWorn;
    private volatile String missing = "";

    /** Where the dead-man switch is armed whatever is open. */
    public AccountStanding() {
        this(new DeadManArming(false));
    }

    /** Where this says whether it is armed. */
    public AccountStanding(DeadManArming deadMan) {
        this.deadMan = deadMan;
    }

    /** Whether the dead-man switch may be armed. */
    public DeadManArming deadMan() {
        return deadMan;
    }

    /** True while the venue has told all that new orders need to be known: {@code ps}, {@code ws}, {@code os}. */
    public boolean isToldWhole() {
        return toldWhole;
    }

    /** True once it has been told whole, whatever it is now. */
    public boolean hasEverBeenToldWhole() {
        return everToldWhole;
    }

    /** True when the venue has said that the key may not write orders. */
    public boolean isBarred() {
        return barred;
    }

    /**
     * What is missing while it is not told whole, in words for a person; empty before the first connection
     * on which it is ours.
     */
    public String missing() {
        return toldWhole ? "" : missing;
    }

    /** True while the venue cancels orders at the end of the connection: the dead-man switch. */
    public boolean isDeadManArmed() {
        return deadManArmed;
    }

    /** The key was accepted, with the dead-man switch or without. */
    public void onDeadManArmed(boolean isArmed) {
        deadManArmed = isArmed;
    }

    /** True while no new order leaves as the key of TLS has sealed nearly all that it may. */
    public boolean isKeyWorn() {
        return keyWorn;
    }

    /** The key of TLS is worn, or there is a fresh one. */
    public void onKeyWorn(boolean isWorn) {
        keyWorn = isWorn;
    }

    /** The account is ours on a connection. */
    public void onAuthenticated(boolean mayWriteOrders) {
        barred = !mayWriteOrders;
    }

    /** It is not told whole, or not any more. */
    public void onMissing(String what) {
        missing = what;
        toldWhole = false;
    }

    /** All has come. */
    public void onToldWhole() {
        everToldWhole = true;
        toldWhole = true;
    }

    /** The connection is lost: what was told on it counts no more. */
    public void onDisconnected() {
        if (toldWhole) {
            onMissing(NO_CONNECTION);
        }
        barred = false;
    }
}
