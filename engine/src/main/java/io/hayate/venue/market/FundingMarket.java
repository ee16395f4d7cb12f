package io.hayate.venue.market;

import io.hayate.model.Instrument;
import io.hayate.model.Side;
import io.hayate.venue.TradedConfig;
import io.hayate.venue.base.Random64;
import io.hayate.venue.base.VenueIds;
import io.hayate.venue.book.BookOrder;
import io.hayate.venue.book.LimitBook;
import io.hayate.venue.wire.JsonText;
import java.util.List;
import org.agrona.concurrent.EpochClock;

/**
 * A currency that is lent: rates a day in units of 1e-8.
 *
 * <pre>[FRR, BID, BID_PERIOD, BID_SIZE, ASK, ASK_PERIOD, ASK_SIZE, DAILY_CHANGE,
 * DAILY_CHANGE_RELATIVE, LAST_PRICE, VOLUME, HIGH, LOW, null, null, FRR_AMOUNT_AVAILABLE]</pre>
 */
final class FundingMarket implements TickerSource, BookSource {
    private static final int SCALE = 8;
    private static final int FLASH_RETURN_SCALE = 16; // a mean, with more digits than a rate
    private static final int RATE_START = 20_000;
    private static final int RATE_SPREAD = 20_000;
    private static final int PERIOD_MIN = 2;
    private static final int PERIOD_MAX = 120;
    private static final int[] PERIODS = {PERIOD_MIN, 2, 30, PERIOD_MAX};
    private static final long SIZE_UNITS_MAX = 100_000_000_000_000L;
    private static final long OFFER_UNITS_MAX = 10_000_000_000_000L;
    private static final long OFFER_UNITS_MIN = 10_000_000_000L;
    private static final int DEPTH = 120;
    private static final int FAR_OFFERS = 60;
    private static final long TRADE_UNITS_MAX = 100_000_000_000L;

    private final Instrument instrument;
    private final PriceProcess rate;
    private final LimitBook book;
    private final SyntheticMakers makers;
    private final PrintTape tape;
    private final VenueIds ids;
    private final EpochClock clock;
    private int periodTaken;
    private final Random64 random;
    private final boolean quiet;
    private final long least;
    private long bidUnits;
    private long askUnits;

    FundingMarket(
            Instrument instrument, long seed, TradedConfig traded, VenueIds ids, EpochClock clock) {
        this.instrument = instrument;
        this.ids = ids;
        this.clock = clock;
        String name = instrument.symbol();
        random = Random64.of(seed, name + " size");
        int start = RATE_START + random.below(RATE_SPREAD);
        rate = new PriceProcess(Random64.of(seed, name + " rate"), start);
        Random64 dayRandom = Random64.of(seed, name + " day");
        DayFigures day = new DayFigures(dayRandom, start, LimitBook.TICK, TRADE_UNITS_MAX);
        Random64 past = Random64.of(seed, name + " past");
        List<Print> before = PastTrades.of(past, clock.time(), start, TRADE_UNITS_MAX, PERIODS);
        tape = new PrintTape(SCALE + LimitBook.TICK_SCALE, day, before);
        refill();
        Random64 quoted = Random64.of(seed, name + " book");
        least = traded.dust() ? 1 : OFFER_UNITS_MIN;
        QuoteSource quotes =
                new QuoteSource(quoted, least, OFFER_UNITS_MAX, traded.dust(), PERIODS);
        book = new LimitBook(this::onTrade);
        makers = new SyntheticMakers(book, quotes, DEPTH, FAR_OFFERS);
        if (!traded.quiet()) {
            makers.start(rate.bid(), rate.ask());
        }
        quiet = traded.quiet();
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
        return SCALE;
    }

    @Override
    public void act(int count) {
        if (!quiet) {
            makers.act(count);
        }
    }

    @Override
    public Instrument instrument() {
        return instrument;
    }

    @Override
    public PrintTape tape() {
        return tape;
    }

    @Override
    public void step() {
        if (quiet) {
            return;
        }
        rate.step();
        makers.follow(rate.bid(), rate.ask());
        trade(rate.last() == rate.ask() ? Side.BUY : Side.SELL);
        refill();
    }

    /** Somebody takes the best offer, or lends to the best bid. */
    private void trade(Side taker) {
        BookOrder best = book.bestFor(taker);
        if (best != null) {
            long units = TRADE_UNITS_MAX / 1_000 * (1 + random.below(1_000));
            periodTaken = best.period();
            boolean whole = best.units() - least < units;
            book.take(taker, best, whole ? best.units() : units);
        }
    }

    private long onTrade(Side taker, long price, long units) {
        long id = ids.nextTradeId();
        long provided = -units * taker.sign();
        tape.print(new Print(id, clock.time(), provided, price, periodTaken));
        return id;
    }

    private void refill() {
        bidUnits = SIZE_UNITS_MAX / 1_000 * (1 + random.below(1_000));
        askUnits = SIZE_UNITS_MAX / 1_000 * (1 + random.below(1_000)) + random.below(1_000_000);
    }

    @Override
    public void writeTicker(JsonText out) {
        DayFigures day = tape.day();
        int digits = new Random64(rate.last()).below(100_000_000);
        long flashReturn = 100_000_000L * rate.last() + digits;
        out.openArray().decimal(flashReturn, FLASH_RETURN_SCALE);
        out.decimal(rate.bid(), SCALE).whole(PERIOD_MAX).decimal(bidUnits, SCALE);
        out.decimal(rate.ask(), SCALE).whole(PERIOD_MIN).decimal(askUnits, SCALE);
        out.decimal(day.change(), tape.scale()).decimal(day.relativeChangeUnits(), SCALE);
        out.decimal(day.last(), tape.scale()).decimal(day.volumeUnits(), SCALE);
        out.decimal(day.high(), tape.scale()).decimal(day.low(), tape.scale());
        out.nulls(2).decimal(askUnits / 2, SCALE).closeArray();
    }
}
