package io.hayate.venue;

import java.util.List;

/**
 * Somebody who trades on the simulated venue.
 *
 * @param name for people
 * @param userId what {@code auth} answers
 * @param keys any of which leads into it
 * @param wallets what it begins with; none for money in each currency that is traded
 * @param fees what it pays
 */
public record AccountConfig(
        String name,
        long userId,
        List<KeyConfig> keys,
        List<WalletConfig> wallets,
        FeeConfig fees) {
    public AccountConfig {
        keys = List.copyOf(keys);
        wallets = List.copyOf(wallets);
    }

    /** An account with one key that may do everything, and money in each currency. */
    public static AccountConfig of(String name, long userId, String key, String secret) {
        KeyConfig only = new KeyConfig(key, secret, PermissionsConfig.TRADING);
        return new AccountConfig(name, userId, List.of(only), List.of(), FeeConfig.DEFAULTS);
    }
}
