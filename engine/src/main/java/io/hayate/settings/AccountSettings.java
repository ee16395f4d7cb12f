package io.hayate.settings;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import io.hayate.model.ConfigException;
import io.hayate.venue.AccountConfig;
import io.hayate.venue.AccountRules;
import io.hayate.venue.AccountsConfig;
import io.hayate.venue.FeeConfig;
import io.hayate.venue.FeeRates;
import io.hayate.venue.KeyConfig;
import io.hayate.venue.PermissionArea;
import io.hayate.venue.PermissionsConfig;
import io.hayate.venue.WalletConfig;
import io.hayate.venue.WalletType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads the accounts of a venue.
 *
 * <pre>
 * accounts = [{
 *   name = ann
 *   keys = [{ key = k, secret = s, read = [orders], write = [orders] }]
 *   wallets { exchange { BTC = 1.5 }, margin { USD = 1000 } }
 *   fees = [{ from = 0, maker = 0.001, taker = 0.002 }]
 * }]
 * </pre>
 */
final class AccountSettings {
    private static final String KEY = "accounts";
    private static final List<String> NAMES = List.of("name", "user-id", "keys", "wallets", "fees");
    private static final List<String> KEY_NAMES = List.of("key", "secret", "read", "write");
    private static final List<String> FEE_NAMES = List.of("from", "maker", "taker");
    private static final String NAME = "[a-zA-Z0-9][a-zA-Z0-9_.-]{0,31}";
    private static final String NAME_RULE = "must be a word of at most 32 letters and digits";
    private static final String CURRENCY = "[A-Z0-9]{2,15}";
    private static final BigDecimal BALANCE_END = new BigDecimal("1e15");
    private static final String BALANCE_RULE =
            "must be an amount from 0 to 1e15 with at most 8 decimals";
    private static final String RATE_RULE = "must be a rate such as 0.001, which is 0.1 %";
    private static final int SCALE_MAX = 8;
    private static final int KEYS_MAX = 100;

    private AccountSettings() {}

    /** The accounts of this list; those of the demo where there is none. */
    static AccountsConfig read(ConfigList list, AccountRules rules) {
        if (list == null) {
            return AccountsConfig.DEMO.withRules(rules);
        }
        List<AccountConfig> accounts = new ArrayList<>();
        for (ConfigValue value : list) {
            accounts.add(account(KEY + "[" + accounts.size() + "]", value, accounts.size()));
        }
        try {
            return new AccountsConfig(accounts, rules);
        } catch (ConfigException e) {
            throw new ConfigException(Origins.place(list.origin()) + ": " + e.getMessage(), e);
        }
    }

    private static AccountConfig account(String path, ConfigValue value, int index) {
        SettingsSection section = SettingsSection.of(path, value, NAMES);
        String name = section.text("name", NAME_RULE);
        if (!name.matches(NAME)) {
            throw section.complaint("name", NAME_RULE, name);
        }
        List<KeyConfig> keys = new ArrayList<>();
        String rule = "must be a list of 1 to " + KEYS_MAX + " keys";
        for (ConfigValue each : section.list("keys", rule)) {
            keys.add(key(section.path("keys") + "[" + keys.size() + "]", each));
        }
        if (keys.isEmpty() || keys.size() > KEYS_MAX) {
            throw section.complaint("keys", rule, "one of " + keys.size());
        }
        return new AccountConfig(
                name, userId(section, index), keys, wallets(section), fees(section));
    }

    private static long userId(SettingsSection section, int index) {
        if (!section.has("user-id")) {
            return AccountsConfig.FIRST_USER_ID + index;
        }
        String rule = "must be a whole number from 1 to 1000000000000";
        String text = section.text("user-id", rule);
        if (!text.matches("[1-9]\\d{0,12}")) {
            throw section.complaint("user-id", rule, text);
        }
        return Long.parseLong(text);
    }

    private static KeyConfig key(String path, ConfigValue value) {
        SettingsSection section = SettingsSection.of(path, value, KEY_NAMES);
        String key = section.text("key", "must be a text");
        SecretText.check(section.place("key"), key);
        String secret = secret(section);
        if (secret.equals(key)) {
            throw section.complaint("secret", "must differ from the key", "the same");
        }
        PermissionsConfig usual = PermissionsConfig.TRADING;
        return new KeyConfig(
                key,
                secret,
                new PermissionsConfig(
                        areas(section, "read", usual.read()),
                        areas(section, "write", usual.write())));
    }

    /** What stands in its place is not shown, whatever it is. */
    private static String secret(SettingsSection section) {
        ConfigValue value = section.value("secret");
        if (value == null || !ConfigReader.isPlain(value)) {
            String was = value == null ? "missing" : "something else";
            throw section.complaint("secret", "must be a text", was);
        }
        String secret = ConfigReader.written(value);
        SecretText.check(section.place("secret"), secret);
        return secret;
    }

    private static Set<PermissionArea> areas(
            SettingsSection section, String name, Set<PermissionArea> otherwise) {
        if (!section.has(name)) {
            return otherwise;
        }
        String words =
                Arrays.stream(PermissionArea.values())
                        .map(PermissionArea::word)
                        .collect(Collectors.joining(", "));
        String rule = "must be a list of " + words;
        Set<PermissionArea> areas = EnumSet.noneOf(PermissionArea.class);
        for (ConfigValue value : section.list(name, rule)) {
            String word =
                    ConfigReader.isPlain(value)
                            ? ConfigReader.written(value)
                            : ConfigReader.shown(value);
            PermissionArea area = PermissionArea.find(word);
            if (area == null) {
                throw section.complaint(name, rule, word);
            }
            areas.add(area);
        }
        return areas;
    }

    private static List<WalletConfig> wallets(SettingsSection account) {
        List<WalletConfig> wallets = new ArrayList<>();
        if (account.has("wallets")) {
            List<String> types = Arrays.stream(WalletType.values()).map(WalletType::word).toList();
            String path = account.path("wallets");
            SettingsSection section = SettingsSection.of(path, account.value("wallets"), types);
            for (String type : types) {
                if (section.has(type)) {
                    ConfigValue value = section.value(type);
                    addWallets(
                            wallets,
                            WalletType.find(type),
                            SettingsSection.of(section.path(type), value, null));
                }
            }
        }
        return wallets;
    }

    private static void addWallets(
            List<WalletConfig> wallets, WalletType type, SettingsSection section) {
        for (String currency : section.names()) {
            if (!currency.matches(CURRENCY)) {
                throw section.complaint(
                        currency, "must be named as a currency, such as BTC", currency);
            }
            BigDecimal balance = section.decimal(currency, BALANCE_RULE);
            boolean sane =
                    balance.signum() >= 0
                            && balance.compareTo(BALANCE_END) <= 0
                            && balance.stripTrailingZeros().scale() <= SCALE_MAX;
            if (!sane) {
                throw section.complaint(currency, BALANCE_RULE, balance.toString());
            }
            wallets.add(new WalletConfig(type, currency, balance));
        }
    }

    /** One section for all, or a list of tiers by volume. */
    private static FeeConfig fees(SettingsSection account) {
        ConfigValue value = account.value("fees");
        if (value == null) {
            return FeeConfig.DEFAULTS;
        }
        String path = account.path("fees");
        List<FeeRates> tiers = new ArrayList<>();
        if (value instanceof ConfigObject) {
            tiers.add(rates(SettingsSection.of(path, value, FEE_NAMES)));
        } else {
            for (ConfigValue tier : account.list("fees", "must be a section or a list of them")) {
                String each = path + "[" + tiers.size() + "]";
                tiers.add(rates(SettingsSection.of(each, tier, FEE_NAMES)));
            }
        }
        try {
            return new FeeConfig(tiers);
        } catch (ConfigException e) { // its message begins with "fees"
            String words = e.getMessage().substring("fees".length());
            throw new ConfigException(account.place("fees") + words, e);
        }
    }

    private static FeeRates rates(SettingsSection section) {
        BigDecimal from =
                section.has("from")
                        ? section.decimal("from", "must be a volume in dollars")
                        : BigDecimal.ZERO;
        return new FeeRates(
                from, section.decimal("maker", RATE_RULE), section.decimal("taker", RATE_RULE));
    }
}
