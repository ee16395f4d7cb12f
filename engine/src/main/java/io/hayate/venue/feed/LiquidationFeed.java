package io.hayate.venue.feed;

import io.hayate.model.ChannelSpec;
import io.hayate.venue.base.Random64;
import io.hayate.venue.base.Timeline;
import io.hayate.venue.market.Market;
import io.hayate.venue.wire.JsonText;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.agrona.concurrent.EpochClock;

/**
 * Liquidations of all derivatives: now and then one is triggered, told again, then executed.
 *
 * <pre>[["pos", POS_ID, MTS, null, SYMBOL, AMOUNT, BASE_PRICE, null, IS_MATCH, IS_MARKET_SOLD, null,
 * LIQUIDATION_PRICE]]   the last is null while IS_MATCH is 0</pre>
 */
final class LiquidationFeed extends TimedFeed {
    private static final int PERIOD_MS = 500;
    private static final int TRIGGERED_ONE_IN = 8;
    private static final int OPEN_MAX = 64;
    private static final long POSITION_BASE = 143_000_000;
    private static final int POSITION_SPREAD = 1_000_000;
    private static final int UNITS_MAX = 500_000_000;
    private static final int AMOUNT_SCALE = 8;

    /** A position that is being sold; told {@code untold} times before it is executed. */
    private record Position(long id, Market market, long units, long price, int untold) {}

    private final EpochClock clock;
    private final List<Market> markets;
    private final Random64 random;
    private final boolean moving;
    private final Deque<Position> open = new ArrayDeque<>();
    private long lastId;

    LiquidationFeed(Timeline timeline, List<Market> markets, Random64 random, boolean moving) {
        super(ChannelSpec.LIQUIDATIONS, timeline, PERIOD_MS);
        clock = timeline;
        this.markets = markets;
        this.random = random;
        this.moving = moving;
        lastId = POSITION_BASE + random.below(POSITION_SPREAD);
    }

    /** There is none: what has happened is not told. */
    @Override
    public void sendSnapshot(Subscriber subscriber) {}

    @Override
    void onTime() {
        tellOn();
        if (moving && !markets.isEmpty() && random.below(TRIGGERED_ONE_IN) == 0) {
            trigger(markets.get(random.below(markets.size())));
        }
    }

    /** A position in this market is liquidated from now on. */
    void trigger(Market market) {
        if (open.size() == OPEN_MAX) {
            return;
        }
        lastId += 1 + random.below(1_000);
        long units = (random.next() < 0 ? 1 : -1) * (1L + random.below(UNITS_MAX));
        long price = market.tape().day().last();
        Position position = new Position(lastId, market, units, price, random.below(2));
        tell(position, false);
        open.addLast(position);
    }

    /** Tells each open one again: the next time it is triggered, at last executed. */
    void tellOn() {
        for (int count = open.size(); count > 0; count--) {
            Position position = open.removeFirst();
            tell(position, position.untold() == 0);
            if (position.untold() > 0) {
                open.addLast(
                        new Position(
                                position.id(),
                                position.market(),
                                position.units(),
                                position.price(),
                                position.untold() - 1));
            }
        }
    }

    private void tell(Position position, boolean executed) {
        JsonText rows = new JsonText().openArray().openArray();
        int scale = position.market().tape().scale();
        rows.text("pos").whole(position.id()).whole(clock.time()).nul();
        rows.text(position.market().instrument().symbol());
        rows.decimal(position.units(), AMOUNT_SCALE).decimal(position.price(), scale).nul();
        rows.whole(executed ? 1 : 0).whole(position.id() & 1).nul();
        if (executed) {
            rows.decimal(position.market().tape().day().last(), scale);
        } else {
            rows.nul();
        }
        send(rows.closeArray().closeArray());
    }
}
