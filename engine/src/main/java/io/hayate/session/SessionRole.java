package io.hayate.session;

/**
 * What one connection is for.
 *
 * @param number 0 for the account's, from 1 for those of market data alone
 * @param isPrimary true for the one whose state is the engine's: orders leave on it; the account's, or
 *     the first of market data where there is no account
 * @param carriesAccount true when it authenticates
 */
public record SessionRole(int number, boolean isPrimary, boolean carriesAccount) {
    public static SessionRole account() {
        return new SessionRole(0, true, true);
    }

    /** Number of its connections where traffic is recorded, from 1. */
    public int connection() {
        return number + 1;
    }

    /** Whether market data alone is heard on it. */
    public boolean isPublic() {
        return !carriesAccount;
    }

    public static SessionRole market(int number, boolean isPrimary) {
        return new SessionRole(number, isPrimary, false);
    }
}
