package io.hayate.session;

import io.hayate.event.AccountStanding;

/**
 * The account that sessions speak for.
 *
 * @param credentials or NONE to hear public channels alone
 * @param nonces not asked where there is no account
 * @param deadManSwitch true when the venue is asked to cancel the account's orders at the end of its
 *     connection, whoever ends it
 * @param standing where the account's own connection writes how the account stands
 */
public record SessionAccount(
        Credentials credentials,
        NonceSource nonces,
        boolean deadManSwitch,
        AccountStanding standing) {
    /** True when there is one. */
    public boolean isPresent() {
        return credentials.isPresent();
    }
}
