package io.hayate.engine;

import io.hayate.model.Settings;
import io.hayate.strategy.CancelOnStop;
import io.hayate.strategy.KillScope;

/**
 * What becomes of open orders when a run ends.
 *
 * @param cancelOnStop whose are canceled when it ends as asked
 * @param deadManSwitch true when the venue cancels all of the account at the end of the connection,
 *     whoever ends it, other programs' too
 * @param killScope whose the kill switch has canceled
 */
public record StopConfig(CancelOnStop cancelOnStop, boolean deadManSwitch, KillScope killScope) {
    /** The venue cancels what the connection leaves behind, and so do we. */
    public static final StopConfig DEFAULTS = new StopConfig(CancelOnStop.ALL, true);

    /** Where the kill switch cancels our orders alone. */
    public StopConfig(CancelOnStop cancelOnStop, boolean deadManSwitch) {
        this(cancelOnStop, deadManSwitch, KillScope.OWN);
    }

    /** Refuses to promise that orders stay which the venue would cancel. */
    void checkKept() {
        Settings.check(
                !deadManSwitch || cancelOnStop == CancelOnStop.ALL,
                "session.cancel-on-stop",
                "must be all while orders.dead-man-switch is true, which cancels all at the end",
                Settings.name(cancelOnStop));
    }
}
