package io.hayate.simulation;

import io.hayate.venue.AccountConfig;
import io.hayate.venue.AccountRules;
import io.hayate.venue.AccountsConfig;
import io.hayate.venue.BookConfig;
import io.hayate.venue.FeeConfig;
import io.hayate.venue.KeyConfig;
import io.hayate.venue.PermissionsConfig;
import io.hayate.venue.VenueConfig;
import io.hayate.venue.exchange.Exchange;
import java.util.List;

/** A venue whose market stands still, and whose first account has a second key. */
final class SituationVenue {
    static final String OTHER_KEY = "demo-key-b"; // of the same account
    static final String OTHER_SECRET = "demo-secret-b";

    static final VenueConfig CONFIG =
            VenueConfig.DEFAULTS
                    .withAccounts(accounts())
                    .withSymbols(List.of("tBTCUSD"))
                    .withTickersPerSecond(0)
                    .withBooks(new BookConfig(0, 1_000, 0));

    private SituationVenue() {}

    private static AccountsConfig accounts() {
        List<KeyConfig> keys =
                List.of(
                        new KeyConfig(
                                Exchange.DEMO_KEY, Exchange.DEMO_SECRET, PermissionsConfig.TRADING),
                        new KeyConfig(OTHER_KEY, OTHER_SECRET, PermissionsConfig.TRADING));
        AccountConfig first =
                new AccountConfig(
                        "demo", AccountsConfig.FIRST_USER_ID, keys, List.of(), FeeConfig.DEFAULTS);
        AccountConfig second = AccountsConfig.DEMO.all().get(1);
        return new AccountsConfig(List.of(first, second), AccountRules.DEFAULTS);
    }
}
