package io.hayate.simulation;

import static io.hayate.simulation.StrategiesRig.member;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.model.GroupNumber;
import io.hayate.order.Order;
import java.util.List;
import org.junit.jupiter.api.Test;

/** After an end of the process each order is again of the strategy that has the name. */
class RestartedStrategiesTest {
    private static final double FAR = 0.6; // of the price: rests

    private final StrategiesRig rig = new StrategiesRig();
    private final OwnTrader buyer = new OwnTrader();
    private final OwnTrader seller = new OwnTrader();
    private final OwnTrader again = new OwnTrader();
    private final OwnTrader other = new OwnTrader();

    private void startAndRest() {
        rig.start(member("buyer"), member("seller"), buyer, seller);
        rig.act(buyer, () -> buyer.limit(0.01, FAR, 7));
        rig.act(seller, () -> seller.limit(0.02, FAR, 7));
        rig.act(seller, () -> seller.limit(0.03, FAR, 0));
    }

    @Test
    void shouldGiveEachItsOrdersBackWhateverTheirPlaces() {
        startAndRest();
        rig.restart(List.of(member("third"), member("seller")), other, again);

        assertEquals(2, again.context.openOrders());
        assertEquals(2, again.recovered.size());
        assertEquals(0, other.context.openOrders());
        assertEquals(List.of(), other.recovered);
        rig.assertTold("1 order of strategy buyer, which runs no more: now the account's");
        assertEquals(3, rig.path().orders().openOrders());
    }

    @Test
    void shouldCancelAGroupOfARunBeforeAndNobodyElses() {
        startAndRest();
        rig.restart(List.of(member("seller"), member("buyer")), again, other);
        rig.act(again, () -> assertEquals(1, again.context.cancelGroup(7)));

        assertEquals(1, again.context.openOrders());
        assertEquals(1, other.context.openOrders());
        assertEquals(2, rig.openAtVenue());
        assertTrue(rig.sent().contains("\"gid\":[" + GroupNumber.of(2, 7) + "]"), rig.sent());
        rig.act(other, () -> assertEquals(1, other.context.cancelAll()));
        assertEquals(1, rig.openAtVenue());
    }

    @Test
    void shouldGiveANewNameANumberThatNoOpenOrderBears() {
        startAndRest();
        rig.restart(List.of(member("new"), member("newer")), other, again);
        rig.act(other, () -> other.limit(0.04, FAR, 7));
        rig.act(other, () -> assertEquals(1, other.context.cancelGroup(7)));

        assertEquals(3, rig.openAtVenue());
        assertEquals(3, rig.path().runner().strategies().number(0));
        assertEquals(4, rig.path().runner().strategies().number(1));
    }

    @Test
    void shouldCountAFillOfAnOrderThatCameBackForItsStrategy() {
        rig.start(member("buyer"), member("seller"), buyer, seller);
        rig.act(seller, () -> seller.limit(0.02, 0.9999, 0));
        assertEquals(1, seller.context.openOrders());
        rig.restart(List.of(member("new"), member("seller")), other, again);
        rig.fillAll();

        assertEquals(0, again.context.openOrders());
        assertEquals(0.02, again.context.position(again.context.instrument(0)));
        assertEquals(0, other.context.position(other.context.instrument(0)));
    }

    private void startAndTrade() {
        rig.start(member("buyer"), member("seller"), buyer, seller);
        rig.act(buyer, () -> buyer.buy(0.02));
        rig.act(seller, () -> seller.sell(0.01));
    }

    private static double position(OwnTrader trader) {
        return trader.context.position(trader.context.instrument(0));
    }

    @Test
    void shouldGoOnWithWhatTheFillsOfEachHaveComeTo() {
        startAndTrade();
        double fees = buyer.context.portfolio().fees("BTC");
        double average = buyer.context.portfolio().averagePrice(buyer.context.instrument(0));
        rig.restart(List.of(member("new"), member("seller"), member("buyer")), other, again, buyer);

        assertEquals(0, position(other));
        assertEquals(-0.01, position(again));
        assertEquals(0.02, position(buyer));
        assertEquals(fees, buyer.context.portfolio().fees("BTC"));
        assertEquals(average, buyer.context.portfolio().averagePrice(buyer.context.instrument(0)));
    }

    @Test
    void shouldTellWhatARemovedOneHoldsAndGiveItBack() {
        startAndTrade();
        rig.restart(List.of(member("seller"), member("new")), again, other);
        rig.assertTold(
                "strategy buyer, which runs no more, holds 0.02 BTC of BTCUSD:"
                        + " that stays with the account");
        assertEquals(-0.01, position(again));
        assertEquals(0.01, rig.path().positions().amount(0));
        rig.act(again, () -> again.sell(0.01));
        OwnTrader back = new OwnTrader();
        rig.restart(List.of(member("buyer"), member("seller")), back, other);

        assertEquals(0.02, position(back));
        assertEquals(-0.02, position(other));
        assertEquals(0, rig.path().positions().amount(0));
    }

    @Test
    void shouldKeepTheNameOverTwoRestarts() {
        startAndRest();
        OwnTrader middle = new OwnTrader();
        rig.restart(List.of(member("new"), member("seller")), other, middle);
        rig.restart(List.of(member("seller"), member("buyer")), again, new OwnTrader());

        assertEquals(2, again.context.openOrders());
        Order last = again.recovered.get(0);
        assertEquals(2, last.strategy());
        assertNull(again.context.lastOrder());
    }
}
