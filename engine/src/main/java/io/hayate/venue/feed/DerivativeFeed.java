package io.hayate.venue.feed;

import io.hayate.model.ChannelSpec;
import io.hayate.venue.base.Random64;
import io.hayate.venue.base.Timeline;
import io.hayate.venue.book.LimitBook;
import io.hayate.venue.market.Market;
import io.hayate.venue.wire.JsonText;
import org.agrona.concurrent.EpochClock;

/**
 * The state of one derivative, about once a second; its content changes every third time.
 *
 * <pre>[MTS, null, DERIV_PRICE, SPOT_PRICE, null, INSURANCE_FUND_BALANCE, null, NEXT_FUNDING_EVT_MTS,
 * NEXT_FUNDING_ACCRUED, NEXT_FUNDING_STEP, null, CURRENT_FUNDING, null, null, MARK_PRICE, null, null,
 * OPEN_INTEREST, null, null, null, CLAMP_MIN, CLAMP_MAX]</pre>
 */
final class DerivativeFeed extends TimedFeed {
    private static final int PERIOD_MS = 1_000;
    private static final int SAME_FOR = 3;
    private static final int SCALE = 8;
    private static final long FUNDING_MS = 8 * 3_600_000L;
    private static final long FUND_UNITS = 6_221_038_495_685_668L;
    private static final int FUND_SPREAD = 1_000_000_000;
    private static final long INTEREST_UNITS = 885_189_352_831L;
    private static final int INTEREST_SPREAD = 100_000_000;
    private static final int ACCRUED_SPREAD = 20_000;
    private static final int PRICE_NOISE = 200; // ticks between the prices of a row at most
    private static final long CLAMP_MIN_UNITS = 50_000;
    private static final long CLAMP_MAX_UNITS = 250_000;

    private final Market market;
    private final EpochClock clock;
    private final Random64 random;
    private final JsonText row = new JsonText();
    private long fund = FUND_UNITS;
    private long interest = INTEREST_UNITS;
    private int step;
    private int times;

    DerivativeFeed(ChannelSpec spec, Market market, Timeline timeline, Random64 random) {
        super(spec, timeline, PERIOD_MS);
        this.market = market;
        clock = timeline;
        this.random = random;
        write();
    }

    @Override
    public void sendSnapshot(Subscriber subscriber) {
        subscriber.snapshot(row);
    }

    @Override
    void onTime() {
        if (++times % SAME_FOR == 0) {
            write();
        }
        send(row);
    }

    /** The row as it is told, or, while nobody listens, of now. */
    JsonText current() {
        if (!isWatched()) {
            write();
        }
        return row;
    }

    private void write() {
        long nowMs = clock.time();
        fund += random.below(FUND_SPREAD) - FUND_SPREAD / 2;
        interest += random.below(INTEREST_SPREAD) - INTEREST_SPREAD / 2;
        row.clear().openArray().whole(nowMs).nul();
        writePrice();
        writePrice();
        row.nul().decimal(fund, SCALE).nul().whole(nowMs - nowMs % FUNDING_MS + FUNDING_MS);
        row.decimal(random.below(ACCRUED_SPREAD) - ACCRUED_SPREAD / 4, SCALE).whole(step++).nul();
        row.whole(0).nulls(2);
        writePrice();
        row.nulls(2).decimal(interest, SCALE).nulls(3);
        row.decimal(CLAMP_MIN_UNITS, SCALE).decimal(CLAMP_MAX_UNITS, SCALE).closeArray();
    }

    /** A price near that of the latest trade, with more digits than an order's. */
    private void writePrice() {
        long noise = random.next() % (PRICE_NOISE / 2 * LimitBook.TICK);
        row.decimal(market.tape().day().last() + noise, market.tape().scale());
    }
}
