package io.hayate.settings;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import io.hayate.model.ConfigException;
import io.hayate.model.GroupNumber;
import io.hayate.risk.CurrencyLimits;
import io.hayate.risk.ExposureLimits;
import io.hayate.risk.RejectLimits;
import io.hayate.risk.RiskLimits;
import io.hayate.strategy.StrategyMember;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the strategies that run at once.
 *
 * <pre>
 * strategies = [{
 *   name = fast
 *   strategy = sma-cross
 *   parameters { fast = 5, slow = 20 }
 *   limits { order-amount-max = 0.1, position-notional-max = [20000 USD] }
 * }]
 * </pre>
 */
final class StrategyListSettings {
    static final String KEY = "strategies";
    static final String RULE =
            "must be a list of 1 to " + GroupNumber.STRATEGY_MAX + " strategies, each { ... }";

    private static final List<String> NAMES = List.of("name", "strategy", "parameters", "limits");
    private static final List<String> LIMITS =
            List.of(
                    "order-amount-max",
                    "order-notional-max",
                    "position-notional-max",
                    "daily-loss-max",
                    "orders-per-second-max",
                    "open-orders-max");
    private static final int COUNT_MAX = 1_000_000;
    private static final int DECIMALS = 8;

    private StrategyListSettings() {}

    static List<StrategyMember> read(ConfigList list, Origins origins) {
        List<StrategyMember> members = new ArrayList<>();
        for (ConfigValue value : list) {
            StrategyMember member = member(KEY + "[" + members.size() + "]", value, origins);
            for (StrategyMember before : members) {
                if (before.name().equals(member.name())) {
                    throw new ConfigException(
                            Origins.place(value.origin())
                                    + ": "
                                    + KEY
                                    + "["
                                    + members.size()
                                    + "].name must be another than those before: was "
                                    + member.name());
                }
            }
            members.add(member);
        }
        if (members.isEmpty() || members.size() > GroupNumber.STRATEGY_MAX) {
            String was = members.isEmpty() ? "" : "one of " + members.size();
            throw SettingsSection.complaint(list, KEY, RULE, was);
        }
        return members;
    }

    private static StrategyMember member(String path, ConfigValue value, Origins origins) {
        SettingsSection section = SettingsSection.of(path, value, NAMES);
        String name = section.text("name", StrategyMember.NAME_RULE);
        if (!StrategyMember.isName(name)) {
            throw section.complaint("name", StrategyMember.NAME_RULE, name);
        }
        String rule = "must name a strategy, such as sma-cross, or its class";
        String type = section.text("strategy", rule);
        if (type.isBlank()) {
            throw section.complaint("strategy", rule, type);
        }
        return new StrategyMember(name, type, parameters(section, origins), limits(section));
    }

    private static Map<String, String> parameters(SettingsSection section, Origins origins) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (section.has("parameters")) {
            if (!(section.value("parameters") instanceof ConfigObject entries)) {
                String was = ConfigReader.shown(section.value("parameters"));
                throw section.complaint("parameters", "must be a section { ... }", was);
            }
            String path = section.path("parameters");
            try {
                ParameterSettings.add(path, "", entries, parameters, origins);
            } catch (ConfigException e) {
                throw origins.locate(e);
            }
        }
        return parameters;
    }

    private static RiskLimits limits(SettingsSection member) {
        if (!member.has("limits")) {
            return limits(SettingsSection.empty(member.path("limits")), Long.MAX_VALUE);
        }
        SettingsSection section =
                SettingsSection.of(member.path("limits"), member.value("limits"), LIMITS);
        return limits(section, amount(section));
    }

    private static RiskLimits limits(SettingsSection section, long amount) {
        return new RiskLimits(
                true,
                amount,
                count(section, "orders-per-second-max"),
                count(section, "open-orders-max"),
                new ExposureLimits(
                        money(section, "order-notional-max"),
                        money(section, "position-notional-max"),
                        money(section, "daily-loss-max"),
                        0,
                        RejectLimits.NONE,
                        false));
    }

    private static long amount(SettingsSection section) {
        String name = "order-amount-max";
        if (!section.has(name)) {
            return Long.MAX_VALUE;
        }
        String rule = "must be a number over 0 with at most 8 decimals, such as 0.05";
        BigDecimal amount = section.decimal(name, rule);
        try {
            long units = amount.movePointRight(DECIMALS).longValueExact();
            if (units > 0) {
                return units;
            }
        } catch (ArithmeticException e) {
            throw section.complaint(name, rule, amount.toString());
        }
        throw section.complaint(name, rule, amount.toString());
    }

    private static int count(SettingsSection section, String name) {
        if (!section.has(name)) {
            return RiskLimits.UNLIMITED;
        }
        String rule = "must be a whole number from 1 to " + COUNT_MAX + ", or off";
        String text = section.text(name, rule);
        if (text.equals("off")) {
            return RiskLimits.UNLIMITED;
        }
        if (!text.matches("[1-9][0-9]{0,6}") || Integer.parseInt(text) > COUNT_MAX) {
            throw section.complaint(name, rule, text);
        }
        return Integer.parseInt(text);
    }

    private static CurrencyLimits money(SettingsSection section, String name) {
        ConfigValue value = section.value(name);
        if (value == null) {
            return CurrencyLimits.OFF;
        }
        return ExposureSettings.limits(section.place(name), value);
    }
}
