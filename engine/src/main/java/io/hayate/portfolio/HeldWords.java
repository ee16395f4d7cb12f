package io.hayate.portfolio;

import io.hayate.model.Instrument;
import io.hayate.model.Instruments;
import java.math.BigDecimal;
import java.util.StringJoiner;

/** What is held, in words for a person. Any thread; allocates. */
public final class HeldWords {
    private static final int DECIMALS = 8;

    private HeldWords() {}

    /** All that is held, such as {@code 0.02 BTC of BTCUSD, -1 ETH of ETHUSD}; empty where nothing is. */
    public static String of(Portfolio portfolio, Instruments instruments) {
        StringJoiner words = new StringJoiner(", ");
        for (int i = 0; i < portfolio.tradedCount(); i++) {
            Instrument instrument = instruments.get(portfolio.traded(i));
            long units = portfolio.units(instrument.id());
            if (units != 0) {
                words.add(
                        amount(units)
                                + " "
                                + instrument.base()
                                + " of "
                                + instrument.displayName());
            }
        }
        return words.toString();
    }

    /** An amount in units of 1e-8, as it is shown and typed. */
    public static String amount(long units) {
        BigDecimal amount = BigDecimal.valueOf(units, DECIMALS);
        return units == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }
}
