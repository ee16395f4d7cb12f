package io.hayate.simulation;

import static io.hayate.simulation.SimulationRig.MS;
import static io.hayate.simulation.SimulationRig.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.CommandType;
import io.hayate.model.GroupNumber;
import io.hayate.model.Instrument;
import io.hayate.model.Side;
import io.hayate.number.ExactSum;
import io.hayate.order.Order;
import io.hayate.portfolio.Holding;
import io.hayate.risk.RiskVerdict;
import io.hayate.strategy.Strategies;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Several strategies in one engine: each has what is its own, and what one does leaves the others be. */
class SeveralStrategiesTest {
    private static final double FAR = 0.6; // of the price: rests

    private final StrategiesRig rig = new StrategiesRig();
    private final OwnTrader buyer = new OwnTrader();
    private final OwnTrader seller = new OwnTrader();

    private void start() {
        rig.start(StrategiesRig.member("buyer"), StrategiesRig.member("seller"), buyer, seller);
    }

    private Instrument instrument() {
        return buyer.context.instrument(0);
    }

    @Test
    void shouldCountWhatEachTradesApartAndInSum() {
        start();
        rig.act(buyer, () -> buyer.buy(0.3));
        rig.act(seller, () -> seller.sell(0.1));
        rig.act(seller, () -> seller.sell(0.05));

        assertEquals(0.3, buyer.context.position(instrument()));
        assertEquals(-0.15, seller.context.position(instrument()), 1e-12);
        assertEquals(15_000_000, rig.path().positions().units(0));
        assertEquals(30_000_000, rig.path().positions().of(1).units(0));
        assertEquals(-15_000_000, rig.path().positions().of(2).units(0));
        assertEquals(rig.path().positions().amount(0), rig.venuePosition(), 1e-12);
    }

    @Test
    void shouldGiveEachTheProfitOfItsOwnFills() {
        start();
        rig.act(buyer, () -> buyer.buy(0.3));
        rig.act(seller, () -> seller.sell(0.1));
        rig.act(buyer, () -> buyer.sell(0.3));
        rig.act(seller, () -> seller.buy(0.1));
        rig.run(SECOND);

        Holding all = rig.path().positions().portfolio().read(0, new Holding());
        ExactSum sum = new ExactSum();
        for (int i = 1; i <= 2; i++) {
            Holding own = rig.path().positions().of(i).portfolio().read(0, new Holding());
            assertEquals(0, own.units());
            assertTrue(sum.add(own.realised()));
        }
        assertEquals(all.realised().toBigDecimal(), sum.toBigDecimal());
        double fees =
                buyer.context.portfolio().fees("USD") + seller.context.portfolio().fees("USD");
        assertEquals(rig.fees("USD"), fees, 1e-9);
        assertTrue(fees < 0, "" + fees);
    }

    @Test
    void shouldTellEachOfItsOwnOrdersAlone() {
        start();
        rig.act(buyer, () -> buyer.buy(0.3));
        rig.act(seller, () -> seller.sell(0.1));

        assertFalse(buyer.reported.isEmpty());
        assertFalse(seller.reported.isEmpty());
        assertTrue(buyer.reported.stream().allMatch(order -> order.side() == Side.BUY));
        assertTrue(seller.reported.stream().allMatch(order -> order.side() == Side.SELL));
        assertTrue(buyer.wallets > 0 && seller.wallets > 0);
        assertTrue(buyer.tickers > 0 && seller.tickers > 0);
    }

    @Test
    void shouldTellNoStrategyOfTheConsolesOrders() {
        start();
        rig.path().commands().offer(CommandType.BUY, 0, 0.2);
        rig.run(SECOND);

        assertEquals(20_000_000, rig.path().positions().units(0));
        assertEquals(List.of(), buyer.reported);
        assertEquals(List.of(), seller.reported);
        assertEquals(0, buyer.context.position(instrument()));
    }

    @Test
    void shouldLetEachSeeCountAndCancelItsOwnOrdersAlone() {
        start();
        rig.act(buyer, () -> buyer.limit(0.01, FAR, 7));
        rig.act(buyer, () -> buyer.limit(0.02, FAR, 0));
        rig.act(seller, () -> seller.limit(0.03, FAR, 7));
        Order first = seller.context.lastOrder();

        assertEquals(2, buyer.context.openOrders());
        assertEquals(1, seller.context.openOrders());
        assertEquals(0.03, seller.context.openAmount(instrument(), Side.BUY));
        assertEquals(0.03, buyer.context.openAmount(instrument(), Side.BUY), 1e-12);
        assertNull(buyer.context.find(first.clientOrderId()));
        assertEquals(first, seller.context.find(first.orderId()));
        assertEquals(7, first.groupId());
        rig.act(buyer, () -> assertFalse(buyer.context.cancel(first)));
        rig.act(buyer, () -> assertEquals(1, buyer.context.cancelGroup(7)));
        assertEquals(1, buyer.context.openOrders());
        assertEquals(1, seller.context.openOrders());
        rig.act(buyer, () -> assertEquals(1, buyer.context.cancelAll()));
        assertEquals(0, buyer.context.openOrders());
        assertEquals(1, seller.context.openOrders());
        assertEquals(1, rig.openAtVenue());
    }

    @Test
    void shouldSendTheNumberOfTheStrategyInTheGroup() {
        start();
        rig.act(seller, () -> seller.limit(0.03, FAR, 7));
        rig.act(seller, () -> seller.limit(0.04, FAR, 0));

        assertTrue(rig.sent().contains("\"gid\":" + GroupNumber.of(2, 7)), rig.sent());
        assertTrue(rig.sent().contains("\"gid\":" + GroupNumber.of(2, 0)), rig.sent());
        assertEquals((2 << 23) + 7, GroupNumber.of(2, 7));
    }

    @Test
    void shouldRefuseAGroupThatHasNoPlaceBesideTheNumber() {
        start();
        rig.act(seller, () -> seller.limit(0.03, FAR, GroupNumber.GROUP_MAX + 1));

        assertEquals(RiskVerdict.GROUP, seller.verdict);
        assertEquals(1, rig.path().orders().refusals().get(2, RiskVerdict.GROUP));
        assertEquals(0, rig.path().orders().refusals().get(1, RiskVerdict.GROUP));
    }

    @Test
    void shouldLeaveTheOthersAtWorkWhenOneThrows() {
        start();
        rig.act(buyer, () -> buyer.limit(0.01, FAR, 0));
        rig.act(seller, () -> seller.limit(0.01, FAR, 0));
        buyer.fault = new IllegalStateException("a fault of its own");
        rig.run(SECOND);
        int tickers = seller.tickers;
        rig.act(seller, () -> seller.sell(0.1));

        Strategies strategies = rig.path().runner().strategies();
        assertEquals("failed", strategies.state(0));
        assertEquals("running", strategies.state(1));
        assertEquals(0, strategies.openOrders(0));
        assertEquals(1, strategies.openOrders(1));
        assertTrue(seller.tickers > tickers);
        assertEquals(-0.1, seller.context.position(instrument()));
        rig.assertTold("strategy buyer failed in onTicker");
        assertEquals(RiskVerdict.STRATEGY_STOPPED, buyer.buy(0.1));
    }

    @Test
    void shouldStopAndStartOneWhileTheOtherGoesOn() {
        start();
        rig.act(buyer, () -> buyer.limit(0.01, FAR, 0));
        rig.act(seller, () -> seller.limit(0.01, FAR, 0));
        rig.path().commands().offer(CommandType.STOP_ONE, 0, 0);
        rig.run(SECOND);

        Strategies strategies = rig.path().runner().strategies();
        assertEquals("stopped", strategies.state(0));
        assertEquals(1, buyer.stops);
        assertEquals(0, strategies.openOrders(0));
        assertEquals(1, strategies.openOrders(1));
        assertEquals(RiskVerdict.STRATEGY_STOPPED, buyer.buy(0.1));

        OwnTrader other = new OwnTrader();
        assertTrue(strategies.start(0, other, Map.of(), rig.path().commands()));
        rig.run(SECOND);
        rig.act(other, () -> other.buy(0.1));

        assertEquals("running", strategies.state(0));
        assertEquals(0.1, other.context.position(instrument()));
        assertEquals(RiskVerdict.ACCEPTED, other.verdict);
        assertEquals(0, seller.stops);
    }

    @Test
    void shouldPutOneThatRunsInThePlaceOfAnother() {
        start();
        rig.act(buyer, () -> buyer.buy(0.1));
        OwnTrader other = new OwnTrader();
        Strategies strategies = rig.path().runner().strategies();
        assertTrue(strategies.start(0, other, Map.of(), rig.path().commands()));
        rig.run(SECOND);

        assertEquals(1, buyer.stops);
        assertEquals(0.1, other.context.position(instrument())); // the name's, not the object's
        assertEquals("running", rig.path().runner().strategies().state(0));
    }

    @Test
    void shouldHaveTimersApart() {
        start();
        rig.act(buyer, () -> buyer.context.schedule(3, 50));
        rig.act(seller, () -> seller.context.schedule(4, 50));
        rig.run(200 * MS);

        assertEquals(List.of(3), buyer.timers);
        assertEquals(List.of(4), seller.timers);
    }
}
