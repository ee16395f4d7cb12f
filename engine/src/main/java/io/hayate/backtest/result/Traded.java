package io.hayate.backtest.result;

import io.hayate.venue.VenueFill;
import java.math.BigDecimal;

/** What was traded of one pair. */
final class Traded {
    private final String quote;
    private BigDecimal cash = BigDecimal.ZERO;
    private BigDecimal position = BigDecimal.ZERO;
    private BigDecimal spread = BigDecimal.ZERO;
    private BigDecimal fees = BigDecimal.ZERO; // in the quote currency; below 0 when paid

    Traded(String quote) {
        this.quote = quote;
    }

    /**
     * Adds a fill.
     *
     * @param middle of the book then
     */
    void onFill(VenueFill fill, BigDecimal middle) {
        BigDecimal fee = fill.fee().amount();
        cash = cash.subtract(fill.amount().multiply(fill.price()));
        position = position.add(fill.amount());
        spread = spread.add(fill.amount().multiply(middle.subtract(fill.price())));
        if (fill.fee().currency().equals(quote)) {
            cash = cash.subtract(fee);
            fees = fees.subtract(fee);
        } else {
            position = position.subtract(fee);
            fees = fees.subtract(fee.multiply(middle));
        }
    }

    String quote() {
        return quote;
    }

    /** What was received less what was paid, in the quote currency. */
    BigDecimal cash() {
        return cash;
    }

    /** What is held of the base currency. */
    BigDecimal position() {
        return position;
    }

    /** What fills were better than the middle. */
    BigDecimal spread() {
        return spread;
    }

    /** All fees in the quote currency; below 0 when paid. */
    BigDecimal fees() {
        return fees;
    }
}
