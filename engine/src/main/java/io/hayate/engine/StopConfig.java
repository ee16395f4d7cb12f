package io.hayate.engine;

import io.hayate.model.Settings;
import io.hayate.strategy.CancelOnStop;
import io.hayate.strategy.KillScope;

/**
 * What becomes of open orders when a run ends.
 *
 * @param cancelOnStop whose are canceled when it ends as asked
 * @param deadMan whether the venue cancels all of the account at the end of the connection, whoever ends
 *     it, other programs' too
 * @param killScope whose the kill switch has canceled
 */
public record StopConfig(CancelOnStop cancelOnStop, DeadManMode deadMan, KillScope killScope) {
    /** The venue cancels what the connection leaves behind, and so do we. */
    public static final StopConfig DEFAULTS = new StopConfig(CancelOnStop.ALL, true);

    /** Where the kill switch cancels our orders alone. */
    public StopConfig(CancelOnStop cancelOnStop, boolean deadManSwitch) {
        this(cancelOnStop, deadManSwitch ? DeadManMode.TRUE : DeadManMode.FALSE, KillScope.OWN);
    }

    /** True when the venue is to cancel at the end of the connection, with care for others or without. */
    public boolean deadManSwitch() {
        return deadMan != DeadManMode.FALSE;
    }

    /** Refuses to promise that orders stay which the venue would cancel. */
    void checkKept() {
        Settings.check(
                !deadManSwitch() || cancelOnStop == CancelOnStop.ALL,
                "session.cancel-on-stop",
                "must be all while orders.dead-man-switch is "
                        + Settings.name(deadMan)
                        + ", which cancels all at the end",
                Settings.name(cancelOnStop));
    }
}
