package io.hayate.venue.mirror;

import io.hayate.model.Instrument;
import io.hayate.venue.market.ReferencePrices;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A pair that is listed where markets follow texts.
 *
 * @param symbol such as {@code tBTCUSD}
 * @param price about what it costs: a tick is the fifth of its digits
 * @param minimumAmount the least that an order may be of
 */
public record MirrorListing(String symbol, BigDecimal price, BigDecimal minimumAmount) {
    private static final int DIGITS = 5;
    private static final int AMOUNT_SCALE = 8;
    private static final double MINIMUM_USD = 5;

    public MirrorListing {
        if (price.signum() <= 0) {
            throw new IllegalArgumentException(symbol + " must have a price over 0: was " + price);
        }
    }

    /** A pair whose least amount is worth about five dollars, as at the exchange. */
    public static MirrorListing of(String symbol, BigDecimal price) {
        Instrument instrument = new Instrument(0, symbol);
        double usd = ReferencePrices.usd(instrument.quote()) * price.doubleValue();
        BigDecimal least = new BigDecimal(MINIMUM_USD / usd, new MathContext(1, RoundingMode.UP));
        BigDecimal smallest = BigDecimal.valueOf(1, AMOUNT_SCALE);
        return new MirrorListing(symbol, price, least.max(smallest));
    }

    /** Decimals of a tick; negative when a tick is ten or more. */
    int tickScale() {
        return price.scale() - price.precision() + DIGITS;
    }
}
