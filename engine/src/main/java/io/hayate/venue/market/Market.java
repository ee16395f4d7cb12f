package io.hayate.venue.market;

import io.hayate.model.Instrument;
import io.hayate.model.Side;
import io.hayate.venue.base.VenueIds;
import io.hayate.venue.book.BookOrder;
import io.hayate.venue.book.LimitBook;
import io.hayate.venue.wire.Amounts;
import io.hayate.venue.wire.JsonText;
import java.math.BigDecimal;
import java.util.List;

/**
 * A pair that is traded: its price, book and day. Prices are ticks of five digits.
 *
 * <pre>[BID, BID_SIZE, ASK, ASK_SIZE, DAILY_CHANGE, DAILY_CHANGE_RELATIVE, LAST_PRICE, VOLUME,
 * HIGH, LOW, null]   sizes are sums over 25 levels</pre>
 */
public final class Market implements TickerSource, BookSource {
    /** What an order is answered with while nothing is known of the market. */
    public static final String HALTED = "Order not accepted: the market is halted";

    private static final int AMOUNT_SCALE = 8;
    private static final List<String> MARGIN_QUOTES = List.of("USD", "UST", "BTC");
    private static final int TICKER_LEVELS = 25;
    private static final BigDecimal PRICE_UNITS_MAX =
            BigDecimal.valueOf(1_000_000_000_000_000_000L);

    private final Instrument instrument;
    private final String base;
    private final String quote;
    private final int scale;
    private final BigDecimal minimumAmount;
    private final long minimumUnits;
    private final PrintTape tape;
    private final VenueIds ids;
    private final LimitBook book;
    private final MarketSource source;
    private final TradedRange traded = new TradedRange();

    /**
     * A market as its source begins it.
     *
     * @param scale decimals of a tick; negative when a tick is ten or more
     * @param minimumAmount of an order
     */
    public Market(
            Instrument instrument,
            int scale,
            BigDecimal minimumAmount,
            PrintTape tape,
            VenueIds ids,
            MarketSource.Maker source) {
        this.instrument = instrument;
        base = instrument.base();
        quote = instrument.quote();
        this.scale = scale;
        this.minimumAmount = minimumAmount;
        minimumUnits = Amounts.toUnits(minimumAmount);
        this.tape = tape;
        this.ids = ids;
        book = new LimitBook(this::onTrade);
        this.source = source.of(book, this::print);
    }

    private long onTrade(Side taker, long unitsOfPrice, long units) {
        long id = ids.nextTradeId();
        print(new Print(id, source.tradeTimeMs(), units * taker.sign(), unitsOfPrice, 0));
        return id;
    }

    private void print(Print print) {
        tape.print(print);
        traded.add(print.price());
    }

    /** True while nothing is known of the market, so that nobody can trade there. */
    public boolean isStale() {
        return source.isStale();
    }

    @Override
    public Instrument instrument() {
        return instrument;
    }

    /** What is traded. */
    public String base() {
        return base;
    }

    /** What it is traded for. */
    public String quote() {
        return quote;
    }

    @Override
    public PrintTape tape() {
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
        source.act(count);
    }

    /** The least that an order may be of. */
    public BigDecimal minimumAmount() {
        return minimumAmount;
    }

    /** The same in units of 1e-8. */
    public long minimumUnits() {
        return minimumUnits;
    }

    /** True for a perpetual, which no spot wallet can buy. */
    public boolean isDerivative() {
        return instrument.base().endsWith("F0");
    }

    /** True for a pair that can be traded on margin. */
    public boolean isMarginable() {
        return !isDerivative()
                && !instrument.base().startsWith("TEST")
                && MARGIN_QUOTES.contains(instrument.quote());
    }

    /** The price of this many ticks. */
    BigDecimal price(int ticks) {
        return BigDecimal.valueOf(ticks, scale);
    }

    /** The price of these units of the book. */
    public BigDecimal priceOfUnits(long units) {
        return units % LimitBook.TICK == 0
                ? BigDecimal.valueOf(units / LimitBook.TICK, scale)
                : BigDecimal.valueOf(units, scale + LimitBook.TICK_SCALE);
    }

    /** A price in the units of the book; what is beyond all measure is cut. */
    public long unitsOf(BigDecimal exact) {
        BigDecimal units = exact.movePointRight(scale + LimitBook.TICK_SCALE);
        return Math.max(1, units.min(PRICE_UNITS_MAX).longValue());
    }

    /** The prices of trades since it was cleared last. */
    public TradedRange traded() {
        return traded;
    }

    /** The price of the latest trade. */
    public BigDecimal lastPrice() {
        return BigDecimal.valueOf(tape.day().last(), tape.scale());
    }

    /** The price that channels show first to a taker of this side. */
    public BigDecimal bestPrice(Side taker) {
        BookOrder best = book.bestShownFor(taker);
        return best == null
                ? price(taker == Side.BUY ? source.ask() : source.bid())
                : priceOfUnits(best.price());
    }

    @Override
    public void step() {
        source.step();
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

    /** What a ticker of elsewhere said, unless an order of a client is better. */
    private long told(Side side, long level, BookOrder best) {
        long told = tape.day().told(side, book.version());
        boolean isBetter = best != null && !best.isMakers() && (level - told) * side.sign() > 0;
        return told == 0 || isBetter ? level : told;
    }

    private void writeTop(JsonText out, Side side) {
        BookOrder best = book.side(side).best();
        long level =
                best == null
                        ? (side == Side.BUY ? source.bid() : source.ask()) * LimitBook.TICK
                        : book.level(side, best.price());
        out.decimal(told(side, level, best), scale + LimitBook.TICK_SCALE);
        out.decimal(book.depthUnits(side, TICKER_LEVELS), AMOUNT_SCALE);
    }
}
