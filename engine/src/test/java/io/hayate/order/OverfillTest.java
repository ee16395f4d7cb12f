package io.hayate.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.metrics.Counter;
import io.hayate.model.OrderStatus;
import io.hayate.model.Side;
import io.hayate.risk.RiskVerdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No order is filled beyond its amount, and no sum beyond what a number holds. */
class OverfillTest {
    private static final long ORDER_ID = 501;

    private final OrderRig rig = OrderRig.live();

    private OrderFrames buy(double amount) {
        assertEquals(RiskVerdict.ACCEPTED, rig.buy(amount));
        return rig.venue(ORDER_ID);
    }

    private void assertNoDoubt() {
        assertFalse(rig.doubt.exists(), rig.doubt.reason());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.01000001", "0.02", "1000000", "90000000000", "12345.123456789"})
    void shouldDoubtAFillOfMoreThanTheOrder(String amount) {
        OrderFrames frames = buy(0.01);

        rig.receive(frames.fill(9, amount, 100));

        assertTrue(rig.doubt.exists());
        assertTrue(rig.doubt.reason().startsWith("fill 9 of order 501 is "), rig.doubt.reason());
        assertEquals(0, rig.position());
        assertEquals(0, rig.orders.lastOrder().filledAmount());
        assertEquals(OrderStatus.SUBMITTED, rig.orders.lastOrder().status());
        assertEquals(0, rig.count(Counter.FILLS));
        assertEquals(1, rig.count(Counter.FILLS_REFUSED));
    }

    @Test
    void shouldNameTheFillTheOrderAndWhatWasLeft() {
        OrderFrames frames = buy(0.01);
        rig.receive(frames.fill(8, 0.006, 100));
        assertNoDoubt();

        rig.receive(frames.fill(9, 0.006, 100));

        assertEquals(
                "fill 9 of order 501 is 0.006, more than the 0.004 left of it", rig.doubt.reason());
        assertEquals(0.006, rig.position());
    }

    @Test
    void shouldTellOfAFillOnceThoughItsFeeTellsItAgain() {
        OrderFrames frames = buy(0.01);
        rig.receive(frames.fill(9, 0.02, 100));
        rig.receive(frames.fee(9, 0.02, 100));

        assertEquals(1, rig.count(Counter.FILLS_REFUSED));
    }

    @Test
    void shouldSendNoOrderOnceAFillIsDoubted() {
        OrderFrames frames = buy(0.01);
        rig.receive(frames.fill(9, 0.02, 100));

        assertEquals(RiskVerdict.ACCOUNT_DOUBT, rig.buy(0.01));
        assertEquals(1, rig.sent.size());
    }

    @Test
    void shouldNotDoubtFillsThatComeBeforeTheOrderRestsAndAgainWithTheirFee() {
        OrderFrames frames = buy(0.01);
        rig.receive(frames.fill(1, 0.004, 100));
        rig.receive(frames.rests());
        rig.receive(frames.fee(1, 0.004, 100));
        rig.receive(frames.fee(2, 0.006, 100));
        rig.receive(frames.fill(2, 0.006, 100));
        rig.receive(frames.executed(100));
        rig.receive(frames.fee(2, 0.006, 100));

        assertNoDoubt();
        assertEquals(0.01, rig.position());
    }

    @Test
    void shouldNotDoubtFillsThatComeAfterARowToldThemAndTheyWereAdopted() {
        OrderFrames frames = buy(0.01);
        rig.receive(frames.partlyFilled(0.002, 100));
        rig.pass(5_000);
        rig.receive(frames.fill(1, 0.003, 100));
        rig.receive(frames.fill(2, 0.005, 100));
        rig.receive(frames.fill(3, 0.002, 100));

        assertNoDoubt();
        assertEquals(0.01, rig.position());
    }

    @Test
    void shouldNotDoubtWhatRoundingToAWholeUnitAdds() {
        OrderFrames frames = buy(0.3);
        rig.receive(frames.fill(1, "0.123456785", 100));
        rig.receive(frames.fill(2, "0.176543215", 100));

        assertNoDoubt();
        assertEquals(0.3, rig.position());
        assertEquals(2, rig.count(Counter.FILLS_INEXACT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"BUY", "SELL"})
    void shouldDoubtAPositionThatNoNumberHolds(Side side) {
        double most = 5e10; // twice it is more than 2^63 units of 1e-8
        rig.submit(OrderRig.BTCUSD, side, most);
        OrderFrames first = rig.venue(1);
        rig.submit(OrderRig.BTCUSD, side, most);
        OrderFrames second = rig.venue(2);
        rig.receive(first.fill(1, side.sign() * most, 100));
        assertNoDoubt();

        rig.receive(second.fill(2, side.sign() * most, 100));

        assertEquals("fill 2 of order 2 leads to a position beyond all bounds", rig.doubt.reason());
        assertEquals(side.sign() * most, rig.position());
        assertEquals(0, rig.orders.lastOrder().filledAmount());
    }

    @Test
    void shouldDoubtAPositionThatNoNumberHoldsWhenARowAloneTellsIt() {
        double most = 5e10;
        rig.buy(most);
        rig.receive(rig.venue(1).fill(1, most, 100));
        rig.buy(most);
        rig.receive(rig.venue(2).executed(100));

        rig.pass(5_000);

        assertEquals("order 2 leads to a position beyond all bounds", rig.doubt.reason());
        assertEquals(most, rig.position());
        rig.pass(60_000);
        assertEquals(1, rig.count(Counter.FILLS_REFUSED), "once");
    }

    @Test
    void shouldDoubtARowThatTellsMoreFilledThanWasOrdered() {
        OrderFrames frames = buy(0.01);
        rig.receive(frames.accepted());

        rig.receive(frames.executed(100).replace(",0,0.01,", ",0,7,"));

        assertEquals("order 501 is of 0.01, its row says 7 of it are filled", rig.doubt.reason());
        rig.pass(5_000);
        assertEquals(0.01, rig.position());
    }

    @Test
    void shouldNotDoubtAnOrderThatHasComeToASmallerAmount() {
        OrderFrames frames = buy(0.01);
        rig.receive(frames.rests());
        rig.receive(frames.rests().replace("0.01,0.01", "0.004,0.004"));
        assertNotEquals(OrderStatus.FILLED, rig.orders.lastOrder().status());

        assertNoDoubt();
    }
}
