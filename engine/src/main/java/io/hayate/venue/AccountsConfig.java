package io.hayate.venue;

import io.hayate.model.ConfigException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Who trades on the simulated venue.
 *
 * @param all none have a name, a user id or a key in common
 * @param rules hold for all of them
 */
public record AccountsConfig(List<AccountConfig> all, AccountRules rules) {
    /** The key of the first demo account. */
    public static final String DEMO_KEY = "demo-key";

    /** The secret of the first demo account: no secret at all. */
    public static final String DEMO_SECRET = "demo-secret";

    /** The key of the second demo account. */
    public static final String DEMO_KEY_2 = "demo-key-2";

    /** The secret of the second demo account: no secret, either. */
    public static final String DEMO_SECRET_2 = "demo-secret-2";

    /** The user id of the first account; the others follow. */
    public static final long FIRST_USER_ID = 1_000_001;

    /** Two accounts, so that two programs can trade with each other. */
    public static final AccountsConfig DEMO =
            new AccountsConfig(
                    List.of(
                            AccountConfig.of("demo", FIRST_USER_ID, DEMO_KEY, DEMO_SECRET),
                            AccountConfig.of(
                                    "demo-2", FIRST_USER_ID + 1, DEMO_KEY_2, DEMO_SECRET_2)),
                    AccountRules.DEFAULTS);

    private static final int ACCOUNTS_MAX = 1_000;

    public AccountsConfig {
        all = List.copyOf(all);
        if (all.isEmpty() || all.size() > ACCOUNTS_MAX) {
            throw new ConfigException(
                    "accounts must name from 1 to " + ACCOUNTS_MAX + ": was " + all.size());
        }
        Set<Object> taken = new LinkedHashSet<>();
        for (AccountConfig account : all) {
            requireNew(taken, "name " + account.name(), "names", account.name());
            requireNew(taken, account.userId(), "user ids", account.userId());
            for (KeyConfig key : account.keys()) {
                requireNew(taken, "key " + key.key(), "keys", key.key());
            }
        }
    }

    private static void requireNew(Set<Object> taken, Object one, String what, Object was) {
        if (!taken.add(one)) {
            throw new ConfigException(
                    "accounts must have " + what + " of their own: was " + was + " twice");
        }
    }

    /** These accounts under other rules. */
    public AccountsConfig withRules(AccountRules value) {
        return new AccountsConfig(all, value);
    }
}
