package io.hayate.venue;

import io.hayate.model.ConfigException;
import java.math.BigDecimal;
import java.util.List;

/**
 * What an account pays for trades, by its volume so far.
 *
 * @param tiers by rising volume; the first from 0
 */
public record FeeConfig(List<FeeRates> tiers) {
    private static final int TIERS_MAX = 32;
    private static final BigDecimal RATE_MAX = new BigDecimal("0.1");

    /** The rates of the exchange for a small account: 0.1 % as maker, 0.2 % as taker. */
    public static final FeeConfig DEFAULTS = of("0.001", "0.002");

    public FeeConfig {
        tiers = List.copyOf(tiers);
        if (tiers.isEmpty() || tiers.size() > TIERS_MAX) {
            throw new ConfigException(
                    "fees must be from 1 to " + TIERS_MAX + " tiers: was " + tiers.size());
        }
        BigDecimal before = null;
        for (FeeRates tier : tiers) {
            boolean first = before == null && tier.fromUsd().signum() == 0;
            if (!first && (before == null || tier.fromUsd().compareTo(before) <= 0)) {
                throw new ConfigException(
                        "fees must have tiers by rising volume, the first from 0: was "
                                + tier.fromUsd().toPlainString());
            }
            requireRate(tier.maker());
            requireRate(tier.taker());
            before = tier.fromUsd();
        }
    }

    private static void requireRate(BigDecimal rate) {
        if (rate.abs().compareTo(RATE_MAX) > 0) {
            throw new ConfigException(
                    "fees must be rates from -0.1 to 0.1: was " + rate.toPlainString());
        }
    }

    /** The same rates whatever the volume. */
    public static FeeConfig of(String maker, String taker) {
        return new FeeConfig(
                List.of(
                        new FeeRates(
                                BigDecimal.ZERO, new BigDecimal(maker), new BigDecimal(taker))));
    }

    /** The rates of an account that has traded for so many dollars. */
    public FeeRates at(BigDecimal usd) {
        FeeRates found = tiers.get(0);
        for (FeeRates tier : tiers) {
            found = usd.compareTo(tier.fromUsd()) >= 0 ? tier : found;
        }
        return found;
    }
}
