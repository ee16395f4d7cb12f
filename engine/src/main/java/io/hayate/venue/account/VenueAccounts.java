package io.hayate.venue.account;

import io.hayate.venue.AccountConfig;
import io.hayate.venue.AccountsConfig;
import io.hayate.venue.KeyConfig;
import io.hayate.venue.base.Timeline;
import io.hayate.venue.base.VenueIds;
import io.hayate.venue.market.Markets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All accounts, by the keys that open them. */
public final class VenueAccounts {
    private final List<VenueAccount> all = new ArrayList<>();
    private final Map<String, AccountAccess> byKey = new LinkedHashMap<>();
    private final AuthTokens tokens;

    /** These accounts, which nobody is in yet. */
    public VenueAccounts(AccountsConfig config, Markets markets, Timeline timeline, VenueIds ids) {
        for (AccountConfig each : config.all()) {
            VenueAccount account = new VenueAccount(each, markets, timeline, ids);
            all.add(account);
            for (KeyConfig key : each.keys()) {
                byKey.put(
                        key.key(), new AccountAccess(account, new ApiKey(key), key.permissions()));
            }
        }
        tokens = new AuthTokens(timeline, ids);
    }

    /** In the order of the configuration. */
    public List<VenueAccount> all() {
        return all;
    }

    /** Whether accounts hear of what happens from now on a millisecond later. */
    public void holdBack(boolean isOn) {
        for (int i = 0; i < all.size(); i++) {
            all.get(i).feed().holdBack(isOn);
        }
    }

    /** What this key opens, or null. */
    public AccountAccess find(String key) {
        return byKey.get(String.valueOf(key));
    }

    /** What may be used in place of a key and a signature for a while. */
    public AuthTokens tokens() {
        return tokens;
    }
}
