package io.hayate.venue;

import io.hayate.model.Decimals;
import io.hayate.model.Instrument;
import io.hayate.model.Side;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.agrona.concurrent.EpochClock;

/**
 * A pair that is traded: its price, book and day. Prices are ticks of five digits.
 *
 * <pre>[BID, BID_SIZE, ASK, ASK_SIZE, DAILY_CHANGE, DAILY_CHANGE_RELATIVE, LAST_PRICE, VOLUME,
 * HIGH, LOW, null]   sizes are sums over 25 levels</pre>
 */
final class Market implements TickerSource, BookSource {
    private static final MathContext PRICE_DIGITS = new MathContext(5);
    private static final double LEVEL_USD_MAX = 100_000;
    private static final double TRADE_USD_MAX = 5_000;
    private static final double MINIMUM_USD = 5;
    private static final double LEVEL_AMOUNT_MAX = 1e7;
    private static final int AMOUNT_SCALE = 8;
    private static final int TICKER_LEVELS = 25;
    private static final int DEPTH = 300;
    private static final int FAR_ORDERS = 200;
    private static final int DEPTH_THIN = 95;
    private static final BigDecimal PRICE_UNITS_MAX =
            BigDecimal.valueOf(1_000_000_000_000_000_000L);

    private final Instrument instrument;
    private final PriceProcess price;
    private final VenueIds ids;
    private final LimitBook book = new LimitBook(this::onTrade);
    private final SyntheticMakers makers;
    private final SyntheticTakers takers;
    private final TradeTape tape;
    private final int scale; // decimals of a tick; negative when a tick is ten or more
    private final BigDecimal minimumAmount;

    Market(Instrument instrument, long seed, VenueIds ids, EpochClock clock) {
        this.instrument = instrument;
        this.ids = ids;
        double baseUsd = ReferencePrices.usd(instrument.base());
        BigDecimal start =
                BigDecimal.valueOf(baseUsd / ReferencePrices.usd(instrument.quote()))
                        .round(PRICE_DIGITS);
        scale = start.scale() - start.precision() + PRICE_DIGITS.getPrecision();
        int ticks = start.movePointRight(scale).intValueExact();
        String name = instrument.symbol();
        price = new PriceProcess(Random64.of(seed, name + " price"), ticks);
        Random64 quoted = Random64.of(seed, name + " book");
        QuoteSource quotes = new QuoteSource(quoted, units(LEVEL_USD_MAX / baseUsd), 0);
        makers =
                isThin()
                        ? new SyntheticMakers(book, quotes, DEPTH_THIN, 0)
                        : new SyntheticMakers(book, quotes, DEPTH, FAR_ORDERS);
        long tradeUnits = units(TRADE_USD_MAX / baseUsd);
        Random64 dayRandom = Random64.of(seed, name + " day");
        int last = price.last();
        DayFigures day = new DayFigures(dayRandom, last, LimitBook.TICK, tradeUnits);
        Random64 past = Random64.of(seed, name + " past");
        List<Print> before = PastTrades.of(past, clock.time(), last, tradeUnits, 0);
        tape = new TradeTape(scale + LimitBook.TICK_SCALE, day, before);
        Random64 taken = Random64.of(seed, name + " takers");
        Random64 late = Random64.of(seed, name + " late");
        takers = new SyntheticTakers(book, clock, taken, late, tradeUnits);
        minimumAmount = minimum(MINIMUM_USD / baseUsd);
        makers.start(price.bid(), price.ask());
    }

    /** True for what is not quoted in dollars, where few orders lie. */
    private boolean isThin() {
        return !instrument.quote().startsWith("US");
    }

    private long onTrade(Side taker, long unitsOfPrice, long units) {
        long id = ids.nextTradeId();
        tape.print(new Print(id, takers.timeMs(), units * taker.sign(), unitsOfPrice, 0));
        return id;
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

    @Override
    public LimitBook book() {
        return book;
    }

    @Override
    public BookSource books() {
        return this;
    }

    @Override
    public int tickScale() {
        return scale;
    }

    @Override
    public void act(int count) {
        makers.act(count);
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

    /** The price of these units of the book. */
    BigDecimal priceOfUnits(long units) {
        return units % LimitBook.TICK == 0
                ? BigDecimal.valueOf(units / LimitBook.TICK, scale)
                : BigDecimal.valueOf(units, scale + LimitBook.TICK_SCALE);
    }

    /** A price in the units of the book; what is beyond all measure is cut. */
    long unitsOf(BigDecimal exact) {
        BigDecimal units = exact.movePointRight(scale + LimitBook.TICK_SCALE);
        return Math.max(1, units.min(PRICE_UNITS_MAX).longValue());
    }

    BigDecimal lastPrice() {
        return BigDecimal.valueOf(tape.day().last(), tape.scale());
    }

    /** The price that a taker of this side meets first. */
    BigDecimal bestPrice(Side taker) {
        BookOrder best = book.bestFor(taker);
        return best == null
                ? price(taker == Side.BUY ? price.ask() : price.bid())
                : priceOfUnits(best.price);
    }

    @Override
    public void step() {
        price.step();
        makers.follow(price.bid(), price.ask());
        takers.take(price.last() == price.ask() ? Side.BUY : Side.SELL);
    }

    @Override
    public void writeTicker(JsonText out) {
        DayFigures day = tape.day();
        out.openArray();
        writeTop(out, Side.BUY);
        writeTop(out, Side.SELL);
        out.decimal(day.change(), tape.scale());
        out.decimal(day.relativeChangeUnits(), AMOUNT_SCALE).decimal(day.last(), tape.scale());
        out.decimal(day.volumeUnits(), AMOUNT_SCALE).decimal(day.high(), tape.scale());
        out.decimal(day.low(), tape.scale()).nul().closeArray();
    }

    private void writeTop(JsonText out, Side side) {
        BookOrder best = book.side(side).best();
        long level =
                best == null
                        ? (side == Side.BUY ? price.bid() : price.ask()) * LimitBook.TICK
                        : new SignificantDigits(5, side == Side.SELL).round(best.price);
        out.decimal(level, scale + LimitBook.TICK_SCALE);
        out.decimal(book.depthUnits(side, TICKER_LEVELS), AMOUNT_SCALE);
    }
}
