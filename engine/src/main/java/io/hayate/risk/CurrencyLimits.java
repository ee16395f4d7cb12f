package io.hayate.risk;

import io.hayate.model.ConfigException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A limit in each currency that pays, such as {@code 100000 USD}. Each currency has a limit of its own, as a
 * rate between two that a person states grows old. What is paid with a currency that has none is refused.
 *
 * @param byCurrency limits over 0; null for no limit at all
 */
public record CurrencyLimits(Map<String, Double> byCurrency) {
    /** No limit in any currency. For venues on this machine alone. */
    public static final CurrencyLimits OFF = new CurrencyLimits(null);

    private static final String RULE =
            "must be a list of limits over 0 with their currencies, such as [100000 USD, 1 BTC], or off";
    private static final Pattern ENTRY =
            Pattern.compile("([0-9]{1,15}(?:\\.[0-9]{1,8})?) ([A-Z0-9]{2,16})");
    private static final double NONE = -1;

    public CurrencyLimits {
        byCurrency = byCurrency == null ? null : Map.copyOf(byCurrency);
    }

    /**
     * The limits that these texts tell.
     *
     * @throws ConfigException when one tells none, or two tell the same currency
     */
    public static CurrencyLimits of(String key, List<String> texts) {
        Map<String, Double> limits = new LinkedHashMap<>();
        for (String text : texts) {
            var entry = ENTRY.matcher(text);
            boolean isLimit = entry.matches() && Double.parseDouble(entry.group(1)) > 0;
            if (!isLimit || limits.put(entry.group(2), Double.valueOf(entry.group(1))) != null) {
                throw new ConfigException(key + " " + RULE + ": was " + text);
            }
        }
        if (limits.isEmpty()) {
            throw new ConfigException(key + " " + RULE + ": was empty");
        }
        return new CurrencyLimits(limits);
    }

    /** True when nothing is limited. */
    public boolean isOff() {
        return byCurrency == null;
    }

    /** The limit in a currency: over 0, infinite where nothing is limited, below 0 where there is none. */
    double of(String currency) {
        return isOff() ? Double.POSITIVE_INFINITY : byCurrency.getOrDefault(currency, NONE);
    }
}
