package io.hayate.venue;

import io.hayate.model.ConfigException;

/**
 * How the venue treats accounts where sources disagree.
 *
 * @param deadMan whose orders go when a connection with {@code dms: 4} is lost
 * @param deadManDelayMs how late the venue finds that a connection has gone without a word; one that
 *     says goodbye is gone at once
 * @param numbers what follows the answers to requests under SEQ_ALL
 */
public record AccountRules(DeadManScope deadMan, int deadManDelayMs, RequestNumbers numbers) {
    /** By the newest sources; a dead connection is found at the next heartbeat. */
    public static final AccountRules DEFAULTS =
            new AccountRules(DeadManScope.ACCOUNT, 15_000, RequestNumbers.CONNECTION);

    private static final int HOUR_MS = 3_600_000;

    public AccountRules {
        if (deadManDelayMs < 0 || deadManDelayMs > HOUR_MS) {
            throw new ConfigException(
                    "rules.dead-man-delay must be from 0 to 1 h: was " + deadManDelayMs + " ms");
        }
    }
}
