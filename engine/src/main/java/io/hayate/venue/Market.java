package io.hayate.venue;

import io.hayate.model.Decimals;
import io.hayate.model.Instrument;
import io.hayate.model.Side;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * A pair that is traded: its price, book and day. Prices are ticks of five digits.
 *
 * <pre>[BID, BID_SIZE, ASK, ASK_SIZE, DAILY_CHANGE, DAILY_CHANGE_RELATIVE, LAST_PRICE, VOLUME,
 * HIGH, LOW, null]   sizes are sums over 25 levels</pre>
 */
final class Market implements TickerSource {
    private static final MathContext PRICE_DIGITS = new MathContext(5);
    private static final double LEVEL_USD_MAX = 100_000;
    private static final double TRADE_USD_MAX = 5_000;
    private static final double MINIMUM_USD = 5;
    private static final double LEVEL_AMOUNT_MAX = 1e7;
    private static final int AMOUNT_SCALE = 8;

    private final Instrument instrument;
    private final PriceProcess price;
    private final SyntheticBook book;
    private final TradeTape tape;
    private final SyntheticTakers takers;
    private final int scale; // decimals of a tick; negative when a tick is ten or more
    private final BigDecimal minimumAmount;

    Market(Instrument instrument, long seed, VenueIds ids) {
        this.instrument = instrument;
        double baseUsd = ReferencePrices.usd(instrument.base());
        BigDecimal start =
                BigDecimal.valueOf(baseUsd / ReferencePrices.usd(instrument.quote()))
                        .round(PRICE_DIGITS);
        scale = start.scale() - start.precision() + PRICE_DIGITS.getPrecision();
        int ticks = start.movePointRight(scale).intValueExact();
        String name = instrument.symbol();
        price = new PriceProcess(Random64.of(seed, name + " price"), ticks);
        book = new SyntheticBook(Random64.of(seed, name + " book"), units(LEVEL_USD_MAX / baseUsd));
        long tradeUnits = units(TRADE_USD_MAX / baseUsd);
        Random64 dayRandom = Random64.of(seed, name + " day");
        DayFigures day = new DayFigures(dayRandom, price.last(), tradeUnits);
        Random64 past = Random64.of(seed, name + " past");
        tape = new TradeTape(scale, day, PastTrades.of(past, price.last(), tradeUnits, 0));
        Random64 taken = Random64.of(seed, name + " takers");
        takers = new SyntheticTakers(this, ids, taken, tradeUnits);
        minimumAmount = minimum(MINIMUM_USD / baseUsd);
        book.refill(price.bid(), price.ask());
    }

    private static long units(double amount) {
        return (long) (Math.min(amount, LEVEL_AMOUNT_MAX) * Decimals.UNITS_PER_ONE);
    }

    /** Four at the place of the amount's first digit. */
    private static BigDecimal minimum(double amount) {
        BigDecimal rounded = BigDecimal.valueOf(amount);
        int place = rounded.precision() - rounded.scale() - 1;
        return BigDecimal.valueOf(4, Math.min(-place, AMOUNT_SCALE));
    }

    @Override
    public Instrument instrument() {
        return instrument;
    }

    @Override
    public TradeTape tape() {
        return tape;
    }

    SyntheticBook book() {
        return book;
    }

    BigDecimal minimumAmount() {
        return minimumAmount;
    }

    /** True for a perpetual, which no spot wallet can buy. */
    boolean isDerivative() {
        return instrument.base().endsWith("F0");
    }

    /** The price of this many ticks. */
    BigDecimal price(int ticks) {
        return BigDecimal.valueOf(ticks, scale);
    }

    BigDecimal lastPrice() {
        return BigDecimal.valueOf(tape.day().last(), tape.scale());
    }

    /** The price that a taker of this side meets first. */
    BigDecimal bestPrice(Side taker) {
        return price(book.ticks(taker, 0));
    }

    @Override
    public void step() {
        price.step();
        book.refill(price.bid(), price.ask());
        takers.take(price.last() == price.ask() ? Side.BUY : Side.SELL);
    }

    @Override
    public void writeTicker(JsonText out) {
        DayFigures day = tape.day();
        out.openArray().decimal(price.bid(), scale);
        out.decimal(book.depthUnits(Side.SELL), AMOUNT_SCALE).decimal(price.ask(), scale);
        out.decimal(book.depthUnits(Side.BUY), AMOUNT_SCALE);
        out.decimal(day.change(), tape.scale());
        out.decimal(day.relativeChangeUnits(), AMOUNT_SCALE).decimal(day.last(), tape.scale());
        out.decimal(day.volumeUnits(), AMOUNT_SCALE).decimal(day.high(), tape.scale());
        out.decimal(day.low(), tape.scale()).nul().closeArray();
    }
}
