package io.hayate.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.metrics.Counter;
import io.hayate.model.OrderStatus;
import io.hayate.model.Side;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Fills are counted once, exactly, and none is lost. */
class FillsTest {
    private static final long ORDER_ID = 501;
    private static final String ADOPTED = "adopted %d of " + OrderRig.FIRST_ID;

    private final OrderRig rig = OrderRig.live();

    private OrderFrames buy(double amount) {
        rig.buy(amount);
        return rig.venue(ORDER_ID);
    }

    @Test
    void shouldAddUpBuysAndSellsOfEachInstrument() {
        rig.buy(0.3);
        rig.receive(rig.venue(1).fill(1, 0.3, 100));
        rig.sell(0.1);
        rig.receive(rig.venue(2).fill(2, -0.1, 100));
        rig.submit(OrderRig.ETHUSD, Side.SELL, 2);
        rig.receive(rig.venue(3).fill(3, -2, 10));

        assertEquals(20_000_000L, rig.positions.units(OrderRig.BTCUSD));
        assertEquals(0.2, rig.position());
        assertEquals(-2, rig.positions.amount(OrderRig.ETHUSD));
    }

    @Test
    void shouldAddUpExactlyWhatTheVenueWritesWithNoise() {
        OrderFrames frames = buy(0.3);
        rig.receive(frames.fill(1, "0.10000000000000003", 100));
        rig.receive(frames.fill(2, "0.006000000000000001", 100));
        rig.receive(frames.fill(3, "0.09399999999999999", 100));
        rig.receive(frames.fill(4, "1e-8", 100));
        Order order = rig.receive(frames.fill(5, "0.09999999", 100));

        assertEquals(30_000_000L, rig.positions.units(OrderRig.BTCUSD));
        assertEquals(0.3, order.filledAmount());
        assertEquals(0, order.remainingAmount());
        assertEquals(0, rig.count(Counter.FILLS_INEXACT));
        assertEquals(5, rig.count(Counter.FILLS));
    }

    @Test
    void shouldStayExactOverAMillionFills() {
        Positions positions = new Positions();
        Fills fills = new Fills(positions, rig.counters, why -> {}, rig.books());
        rig.buy(1_000_000);
        Order order = rig.orders.lastOrder();
        for (int i = 1; i <= 1_000_000; i++) {
            fills.onFill(order, FillReports.fill(i, 0.00000001 * (i % 7 + 1)));
        }

        long expected = 0;
        for (int i = 1; i <= 1_000_000; i++) {
            expected += i % 7 + 1;
        }
        assertEquals(expected, positions.units(OrderRig.BTCUSD));
        assertEquals(0, rig.count(Counter.FILLS_INEXACT));
    }

    @Test
    void shouldCountNoFillTwiceWhateverItsAge() {
        OrderFrames frames = buy(1);
        for (int round = 0; round < 2; round++) {
            for (int i = 1; i <= 20_000; i++) {
                rig.receive(frames.fill(i, "0.00001", 100));
            }
        }

        assertEquals(20_000_000L, rig.positions.units(OrderRig.BTCUSD));
        assertEquals(20_000, rig.count(Counter.FILLS));
    }

    @Test
    void shouldCountAndTakeTheNearestWhenAFillIsNoMultiple() {
        OrderFrames frames = buy(0.3);
        Order order = rig.receive(frames.fill(1, "0.123456789", 100));

        assertEquals(1, rig.count(Counter.FILLS_INEXACT));
        assertEquals(12_345_679L, rig.positions.units(OrderRig.BTCUSD));
        assertEquals(OrderStatus.PARTIALLY_FILLED, order.status());
    }

    @Test
    void shouldTellTheAveragePriceOfWhatWasFilled() {
        OrderFrames frames = buy(1);
        rig.receive(frames.fill(1, 0.4, 100));
        Order order = rig.receive(frames.fill(2, 0.6, 110));

        assertEquals(106, order.averagePrice(), 1e-9);
    }

    @Test
    void shouldCountBothSidesWhenOurOrdersMeetOneAnother() {
        rig.buy(1);
        OrderFrames bought = rig.venue(1);
        rig.sell(1);
        OrderFrames sold = rig.venue(2);

        rig.receive(bought.fill(9, 1, 100));
        rig.receive(sold.fill(9, -1, 100));

        assertEquals(2, rig.count(Counter.FILLS));
        assertEquals(0, rig.position());
    }

    @Test
    void shouldCountFillsOfTwoInstrumentsThatBearTheSameNumber() {
        rig.buy(1);
        rig.receive(rig.venue(1).fill(9, 1, 100));
        rig.submit(OrderRig.ETHUSD, Side.BUY, 3);
        rig.receive(rig.venue(2).fill(9, 3, 10));

        assertEquals(1, rig.position());
        assertEquals(3, rig.positions.amount(OrderRig.ETHUSD));
    }

    @Test
    void shouldAdoptAFillWhenOnlyTheEndOfTheOrderToldItForFiveSeconds() {
        OrderFrames frames = buy(0.01);
        Order order = rig.receive(frames.executed(86_717));
        rig.pass(4_999);
        assertEquals(List.of(), rig.told);
        assertEquals(0, rig.position());

        rig.pass(1);

        assertEquals(List.of(ADOPTED.formatted(1_000_000)), rig.told);
        assertEquals(0.01, rig.position());
        assertEquals(0.01, order.filledAmount());
        assertEquals(86_717, order.averagePrice());
        assertEquals(1, rig.count(Counter.FILLS_ADOPTED));
        rig.pass(60_000);
        assertEquals(1, rig.told.size(), "once");
    }

    @Test
    void shouldNotCountALateFillThatWasAdopted() {
        OrderFrames frames = buy(0.01);
        rig.receive(frames.executed(86_717));
        rig.pass(5_000);

        Order order = rig.receive(frames.fill(1, 0.004, 86_700));
        rig.receive(frames.fill(2, 0.006, 86_728));
        rig.receive(frames.fee(2, 0.006, 86_728));

        assertEquals(0.01, rig.position());
        assertEquals(0.01, order.filledAmount());
        assertEquals(1, rig.count(Counter.FILLS));
        assertEquals(86_716.8, order.averagePrice(), 1e-6, "now of the fills themselves");
    }

    @Test
    void shouldAdoptTheMissingPartAlone() {
        OrderFrames frames = buy(0.01);
        rig.receive(frames.fill(1, 0.004, 100));
        Order order = rig.receive(frames.executed(106));
        rig.pass(5_000);

        assertEquals(List.of(ADOPTED.formatted(600_000)), rig.told);
        assertEquals(0.01, rig.position());
        assertEquals(106, order.averagePrice(), 1e-9);
    }

    @Test
    void shouldAdoptWhatARowToldOfAnOrderThatIsStillOpen() {
        OrderFrames frames = buy(0.01);
        rig.receive(frames.rests());
        Order order = rig.receive(frames.partlyFilled(0.006, 100));
        rig.pass(5_000);

        assertEquals(List.of(ADOPTED.formatted(400_000)), rig.told);
        assertEquals(0.004, rig.position());
        assertEquals(OrderStatus.PARTIALLY_FILLED, order.status());
        assertEquals(0.006, order.remainingAmount());
    }

    @Test
    void shouldComeToTheRightSumWhenALaterFillOvertakesAnAdoptedOne() {
        OrderFrames frames = buy(0.01);
        rig.receive(frames.partlyFilled(0.005, 100));
        rig.pass(5_000);
        assertEquals(0.005, rig.position());

        rig.receive(frames.fill(2, 0.003, 100));
        assertTrue(rig.position() <= 0.008, "never more than was filled");
        rig.receive(frames.fill(1, 0.005, 100));

        assertEquals(0.008, rig.position());
    }

    @Test
    void shouldAdoptAgainWhenMoreIsToldByRowsAlone() {
        OrderFrames frames = buy(0.01);
        rig.receive(frames.partlyFilled(0.006, 100));
        rig.pass(5_000);
        rig.receive(frames.executed(106));
        rig.pass(5_000);

        assertEquals(List.of(ADOPTED.formatted(400_000), ADOPTED.formatted(600_000)), rig.told);
        assertEquals(0.01, rig.position());
    }

    @Test
    void shouldAdoptTheWholeWhenTheEndTellsNoAmounts() {
        buy(0.01);
        Order order =
                rig.receive(
                        "[0,\"oc\",[501,null,"
                                + OrderRig.FIRST_ID
                                + ",\"tBTCUSD\",null,null,null,null,\"EXCHANGE MARKET\",null,null,"
                                + "null,0,\"EXECUTED @ 100.0(0.01)\"]]");
        rig.pass(5_000);

        assertEquals(OrderStatus.FILLED, order.status());
        assertEquals(0.01, rig.position());
        assertTrue(Double.isNaN(order.averagePrice()), "nobody told a price");
    }

    @Test
    void shouldAdoptAtOnceWhenThePlaceOfTheOrderIsNeeded() {
        OrderRig small = new OrderRig(OrderRig.NO_LIMITS, 1);
        small.comeLive();
        small.buy(0.01);
        OrderFrames first = small.venue(ORDER_ID);
        small.receive(first.executed(100));

        small.buy(0.02);

        assertEquals(List.of(ADOPTED.formatted(1_000_000)), small.told);
        small.receive(first.fill(1, 0.01, 100));
        assertEquals(0.01, small.position());
    }

    @Test
    void shouldNotAdoptWhenFillsCameInTime() {
        OrderFrames frames = buy(0.01);
        Order order = rig.receive(frames.executed(100));
        assertSame(order, rig.receive(frames.fill(1, 0.01, 100)));
        rig.pass(60_000);

        assertEquals(List.of(), rig.told);
        assertEquals(0, rig.count(Counter.FILLS_ADOPTED));
    }
}
