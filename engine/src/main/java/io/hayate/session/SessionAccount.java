package io.hayate.session;

import io.hayate.event.AccountStanding;
import io.hayate.event.TradingHalt;

/**
 * The account that sessions speak for.
 *
 * @param credentials or NONE to hear public channels alone
 * @param nonces not asked where there is no account
 * @param deadManSwitch true when the venue is asked to cancel the account's orders at the end of its
 *     connection, whoever ends it
 * @param standing where the account's own connection writes how the account stands
 * @param halt halts trading where somebody else is seen to use the key
 */
public record SessionAccount(
        Credentials credentials,
        NonceSource nonces,
        boolean deadManSwitch,
        AccountStanding standing,
        TradingHalt halt) {
    /** True when there is one. */
    public boolean isPresent() {
        return credentials.isPresent();
    }
}
