package io.hayate.venue.market;

import io.hayate.model.Instrument;
import io.hayate.number.Decimals;
import io.hayate.venue.TradedConfig;
import io.hayate.venue.base.Random64;
import io.hayate.venue.base.VenueIds;
import io.hayate.venue.book.LimitBook;
import io.hayate.venue.wire.Amounts;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.agrona.concurrent.EpochClock;

/** Makes markets, and currencies that are lent, whose prices and orders come from a seed. */
public final class SeededMarkets implements MarketMaker {
    private static final MathContext PRICE_DIGITS = new MathContext(5);
    private static final double LEVEL_USD_MAX = 100_000;
    private static final double TRADE_USD_MAX = 5_000;
    private static final double MINIMUM_USD = 5;
    private static final double LEVEL_AMOUNT_MAX = 1e7;
    private static final int AMOUNT_SCALE = 8;
    private static final int DEPTH = 300;
    private static final int FAR_ORDERS = 200;
    private static final int DEPTH_THIN = 95;

    private final long seed;
    private final TradedConfig traded;
    private final VenueIds ids;
    private final EpochClock clock;

    /** A maker of markets by this seed. */
    public SeededMarkets(long seed, TradedConfig traded, VenueIds ids, EpochClock clock) {
        this.seed = seed;
        this.traded = traded;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public TickerSource funding(Instrument instrument) {
        return new FundingMarket(instrument, seed, traded, ids, clock);
    }

    @Override
    public Market market(Instrument instrument) {
        double baseUsd = ReferencePrices.usd(instrument.base());
        double quoteUsd = ReferencePrices.usd(instrument.quote());
        BigDecimal start = decimal(baseUsd / quoteUsd).round(PRICE_DIGITS);
        int scale = start.scale() - start.precision() + PRICE_DIGITS.getPrecision();
        int ticks = start.movePointRight(scale).intValueExact();
        PriceProcess price = new PriceProcess(random(instrument, "price"), ticks);
        long tradeUnits = units(TRADE_USD_MAX / baseUsd);
        PrintTape tape = tape(instrument, scale, price.last(), tradeUnits);
        BigDecimal minimum = minimum(MINIMUM_USD / baseUsd);
        MarketSource.Maker source =
                traded.quiet()
                        ? (book, prints) -> new QuietSource(tape, clock)
                        : seeded(instrument, price, Amounts.toUnits(minimum), baseUsd);
        return new Market(instrument, scale, minimum, tape, ids, source);
    }

    private MarketSource.Maker seeded(
            Instrument instrument, PriceProcess price, long minimum, double baseUsd) {
        long levelUnits = units(LEVEL_USD_MAX / baseUsd);
        long least = traded.dust() ? 1 : minimum;
        return (book, prints) ->
                new SeededSource(
                        price,
                        makers(instrument, book, least, levelUnits),
                        takers(instrument, book, least, units(TRADE_USD_MAX / baseUsd)));
    }

    private PrintTape tape(Instrument instrument, int scale, int last, long tradeUnits) {
        DayFigures day =
                new DayFigures(random(instrument, "day"), last, LimitBook.TICK, tradeUnits);
        List<Print> before =
                PastTrades.of(random(instrument, "past"), clock.time(), last, tradeUnits, 0);
        return new PrintTape(scale + LimitBook.TICK_SCALE, day, before);
    }

    /** Few orders lie in what is not quoted in dollars. */
    private SyntheticMakers makers(
            Instrument instrument, LimitBook book, long least, long levelUnits) {
        QuoteSource quotes =
                new QuoteSource(random(instrument, "book"), least, levelUnits, traded.dust(), 0);
        boolean thin = !instrument.quote().startsWith("US");
        return thin
                ? new SyntheticMakers(book, quotes, DEPTH_THIN, 0)
                : new SyntheticMakers(book, quotes, DEPTH, FAR_ORDERS);
    }

    private SyntheticTakers takers(
            Instrument instrument, LimitBook book, long least, long tradeUnits) {
        Random64 taken = random(instrument, "takers");
        Random64 late = random(instrument, "late");
        return new SyntheticTakers(book, clock, taken, late, least, tradeUnits);
    }

    private Random64 random(Instrument instrument, String what) {
        return Random64.of(seed, instrument.symbol() + " " + what);
    }

    private static long units(double amount) {
        return (long) (Math.min(amount, LEVEL_AMOUNT_MAX) * Decimals.UNITS_PER_ONE);
    }

    /** Four at the place of the amount's first digit. */
    private static BigDecimal minimum(double amount) {
        BigDecimal rounded = decimal(amount);
        int place = rounded.precision() - rounded.scale() - 1;
        return BigDecimal.valueOf(4, Math.min(-place, AMOUNT_SCALE));
    }

    /** Sixteen digits of a double: its text would not be the same on every JDK. */
    private static BigDecimal decimal(double value) {
        return new BigDecimal(value, MathContext.DECIMAL64);
    }
}
