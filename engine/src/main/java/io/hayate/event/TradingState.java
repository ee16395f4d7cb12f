package io.hayate.event;

/**
 * What there is against new orders, as each part of the program knows it at once, whatever waits in the
 * ring. Any thread reads.
 *
 * @param doubt whether what is known of the account may be wrong
 * @param standing whether the venue has told the account whole, and what its key may do
 * @param maintenance what any connection has heard of it
 * @param halt whether somebody, or the end, has halted trading
 * @param reads by which the strategy's side reads all of these
 */
public record TradingState(
        AccountDoubt doubt,
        AccountStanding standing,
        VenueMaintenance maintenance,
        TradingHalt halt,
        SharedReads reads) {
    /** True while trading is halted, as the strategy's side reads it. */
    public boolean isHalted() {
        return reads.read(SharedValue.HALTED, halt.isOn());
    }

    /** How often the kill switch was used, likewise. */
    public int kills() {
        return (int) reads.read(SharedValue.KILLS, halt.kills());
    }

    /** True while the kill switch has the account's orders canceled, not ours alone, likewise. */
    public boolean isKillOfAccount() {
        return reads.read(SharedValue.KILL_OF_ACCOUNT, halt.isKillOfAccount());
    }

    /** True while the account is in doubt, likewise. */
    public boolean isInDoubt() {
        return reads.read(SharedValue.DOUBT, doubt.exists());
    }

    /** True while that lasts because orders rest that a fresh connection would cancel, likewise. */
    public boolean isDoubtHeld() {
        return reads.read(SharedValue.DOUBT_HELD, doubt.isHeld());
    }

    /** True while any loop knows of maintenance, likewise. */
    public boolean isInMaintenance() {
        return reads.read(SharedValue.MAINTENANCE, maintenance.isOn());
    }

    /** True while the venue has told the account whole, likewise. */
    public boolean isToldWhole() {
        return reads.read(SharedValue.TOLD_WHOLE, standing.isToldWhole());
    }

    /** True when the key may not write orders, likewise. */
    public boolean isBarred() {
        return reads.read(SharedValue.BARRED, standing.isBarred());
    }

    /** True while the key of TLS is worn, likewise. */
    public boolean isKeyWorn() {
        return reads.read(SharedValue.KEY_WORN, standing.isKeyWorn());
    }

    /** True while the venue cancels orders at the end of the connection, likewise. */
    public boolean isDeadManArmed() {
        return reads.read(SharedValue.DEAD_MAN_ARMED, standing.isDeadManArmed());
    }

    /** True while orders of others keep new orders of ours back, likewise. */
    public boolean isDeadManBlocked() {
        return reads.read(SharedValue.DEAD_MAN_BLOCKED, standing.deadMan().isBlocked());
    }
}
