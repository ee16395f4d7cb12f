package io.hayate.session;

/**
 * The account that sessions speak for.
 *
 * @param credentials or NONE to hear public channels alone
 * @param nonces not asked where there is no account
 * @param mayTrade true when orders may leave: then the venue is asked to cancel them should the
 *     connection be lost
 */
public record SessionAccount(Credentials credentials, NonceSource nonces, boolean mayTrade) {
    /** True when there is one. */
    public boolean isPresent() {
        return credentials.isPresent();
    }
}
