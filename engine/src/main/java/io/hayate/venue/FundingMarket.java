package io.hayate.venue;

import io.hayate.model.Instrument;

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
    private static final int DEPTH = 120;
    private static final int FAR_OFFERS = 60;
    private static final long TRADE_UNITS_MAX = 100_000_000_000L;

    private final Instrument instrument;
    private final PriceProcess rate;
    private final LimitBook book;
    private final SyntheticMakers makers;
    private final DayFigures day;
    private final Random64 random;
    private long bidUnits;
    private long askUnits;

    FundingMarket(Instrument instrument, long seed, VenueIds ids) {
        this.instrument = instrument;
        String name = instrument.symbol();
        random = Random64.of(seed, name + " size");
        int start = RATE_START + random.below(RATE_SPREAD);
        rate = new PriceProcess(Random64.of(seed, name + " rate"), start);
        day = new DayFigures(Random64.of(seed, name + " day"), start, TRADE_UNITS_MAX);
        refill();
        Random64 quoted = Random64.of(seed, name + " book");
        QuoteSource quotes = new QuoteSource(quoted, OFFER_UNITS_MAX, PERIODS);
        book = new LimitBook((taker, price, units) -> ids.nextTradeId());
        makers = new SyntheticMakers(book, quotes, DEPTH, FAR_OFFERS);
        makers.start(rate.bid(), rate.ask());
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
        makers.act(count);
    }

    @Override
    public Instrument instrument() {
        return instrument;
    }

    @Override
    public void step() {
        rate.step();
        makers.follow(rate.bid(), rate.ask());
        day.onTrade(rate.last());
        refill();
    }

    private void refill() {
        bidUnits = SIZE_UNITS_MAX / 1_000 * (1 + random.below(1_000));
        askUnits = SIZE_UNITS_MAX / 1_000 * (1 + random.below(1_000)) + random.below(1_000_000);
    }

    @Override
    public void writeTicker(JsonText out) {
        int digits = new Random64(rate.last()).below(100_000_000);
        long flashReturn = 100_000_000L * rate.last() + digits;
        out.openArray().decimal(flashReturn, FLASH_RETURN_SCALE);
        out.decimal(rate.bid(), SCALE).whole(PERIOD_MAX).decimal(bidUnits, SCALE);
        out.decimal(rate.ask(), SCALE).whole(PERIOD_MIN).decimal(askUnits, SCALE);
        out.decimal(day.change(), SCALE).decimal(day.relativeChangeUnits(), SCALE);
        out.decimal(rate.last(), SCALE).decimal(day.volumeUnits(), SCALE);
        out.decimal(day.high(), SCALE).decimal(day.low(), SCALE);
        out.nulls(2).decimal(askUnits / 2, SCALE).closeArray();
    }
}
