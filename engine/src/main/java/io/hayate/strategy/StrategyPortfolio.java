package io.hayate.strategy;

import io.hayate.model.Instrument;
import io.hayate.number.Decimals;
import io.hayate.number.ExactSum;
import io.hayate.portfolio.Currencies;
import io.hayate.portfolio.Holding;
import io.hayate.portfolio.Portfolio;
import io.hayate.portfolio.ToldOffer;
import io.hayate.portfolio.ToldPosition;
import io.hayate.portfolio.ToldRows;
import io.hayate.portfolio.Totals;
import java.util.function.Consumer;

/**
 * What the strategy's fills have come to: positions, their average cost, profit and fees. Counted exactly;
 * these doubles are the nearest to what was counted. Prices are those of the last healthy ticker or book.
 *
 * <p>Strategy thread, from within a callback. Allocates nothing.
 */
public final class StrategyPortfolio {
    private final Portfolio portfolio;
    private final Holding held = new Holding();
    private final ExactSum sum = new ExactSum();
    private final Totals totals;
    private final ToldPosition margin = new ToldPosition();
    private final ToldOffer offer = new ToldOffer();

    StrategyPortfolio(Portfolio portfolio) {
        this.portfolio = portfolio;
        totals = new Totals(portfolio);
    }

    /**
     * The margin position of an instrument as the venue told it last, whoever on the account made it; null
     * for none. Valid until the next call.
     */
    public ToldPosition marginPosition(Instrument instrument) {
        boolean isThere = portfolio.atVenue().positionRows().read(instrument.symbol(), margin);
        return isThere ? margin : null;
    }

    /** Gives each margin position of the account to the taker, as the venue told it last. */
    public void forEachMarginPosition(Consumer<ToldPosition> taker) {
        ToldRows rows = portfolio.atVenue().positionRows();
        for (int i = 0; rows.count() > 0 && i < rows.places(); i++) {
            if (rows.read(i, margin)) {
                taker.accept(margin);
            }
        }
    }

    /** Gives each funding offer of the account to the taker, as the venue told it last. */
    public void forEachOffer(Consumer<ToldOffer> taker) {
        ToldRows rows = portfolio.atVenue().offerRows();
        for (int i = 0; rows.count() > 0 && i < rows.places(); i++) {
            if (rows.read(i, offer)) {
                taker.accept(offer);
            }
        }
    }

    private Holding read(Instrument instrument) {
        return portfolio.read(instrument.id(), held);
    }

    /** Bought less sold, by this run and those before that its journal knows, in the base currency; exact. */
    public double position(Instrument instrument) {
        return portfolio.amount(instrument.id());
    }

    /**
     * What of it can be sold, in the base currency: less the fees that were taken off it. Below 0 for a
     * short position.
     */
    public double sellable(Instrument instrument) {
        return Decimals.toDouble(read(instrument).sellableUnits());
    }

    /** What a unit of the position has cost on average, in the quote currency; NaN when nothing is held. */
    public double averagePrice(Instrument instrument) {
        return read(instrument).averagePrice();
    }

    /** Profit of what was closed, in the quote currency, by average cost, fees left out. */
    public double realisedProfit(Instrument instrument) {
        return read(instrument).realisedProfit();
    }

    /** Profit of what is held at the last healthy price; NaN while there was none. */
    public double unrealisedProfit(Instrument instrument) {
        return read(instrument).unrealisedProfit();
    }

    /** The last healthy price that is known of an instrument with fills; NaN while there was none. */
    public double mark(Instrument instrument) {
        return read(instrument).mark();
    }

    /** Fees in a currency, below 0 when paid; 0 for one that none was taken in. */
    public double fees(String currency) {
        int number = portfolio.currencies().find(currency);
        return number == Currencies.NONE ? 0 : portfolio.readFees(number, sum).toDouble();
    }

    /**
     * What all fills of instruments that this currency pays have brought in it: cash, what is held at the
     * last healthy price, and fees. NaN while a price is missing.
     */
    public double equity(String quoteCurrency) {
        int number = portfolio.currencies().find(quoteCurrency);
        if (number == Currencies.NONE) {
            return 0;
        }
        totals.read(number);
        return totals.isWhole() ? totals.equity().toDouble() : Double.NaN;
    }
}
