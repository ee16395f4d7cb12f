package io.hayate.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.model.OrderStatus;
import io.hayate.risk.RiskVerdict;
import org.junit.jupiter.api.Test;

/** An update whose row comes behind that of a fill, or before its answer. */
class UpdateRaceTest {
    private final OrderRig rig = OrderRig.live();
    private final OrderTicket ticket = new OrderTicket(rig::send);
    private final OrderChange change = new OrderChange(rig::send);

    private Order resting() {
        ticket.of(rig.instruments.get(OrderRig.BTCUSD)).buy(2).limit(97_010);
        ticket.intent().origin(OrderOrigin.STRATEGY.code());
        assertEquals(RiskVerdict.ACCEPTED, ticket.send());
        Order order = rig.orders.lastOrder();
        rig.receive("[0,\"on\"," + OrderChangeTest.limitRow(order, 2, 2, "97010") + "]");
        return order;
    }

    private void taken(String row) {
        rig.receive(
                "[0,\"n\",[1,\"ou-req\",null,null,"
                        + row
                        + ",null,\"SUCCESS\",\"Submitting update\"]]");
    }

    @Test
    void shouldWaitForTheRowOfARaiseWhenAFillsRowComesBetween() {
        Order order = resting();
        double units = order.amount();
        assertEquals(RiskVerdict.ACCEPTED, change.of(order).amount(units + 2).send());
        taken(OrderChangeTest.limitRow(order, units, units, "97010"));

        rig.receive(
                "[0,\"ou\"," + OrderChangeTest.limitRow(order, units - 0.4, units, "97010") + "]");
        assertEquals(PendingRequest.UPDATE_TAKEN, order.pending());
        assertEquals(units, order.amount());
        rig.receive(
                "[0,\"ou\","
                        + OrderChangeTest.limitRow(order, units + 2, units + 2.4, "97010")
                        + "]");

        assertEquals(PendingRequest.NONE, order.pending());
        assertEquals(units + 2.4, order.amount(), 1e-9);
        assertTrue(order.isOpen());
    }

    @Test
    void shouldEndAnUpdateWhoseRowComesBeforeItsAnswer() {
        Order order = resting();
        assertEquals(RiskVerdict.ACCEPTED, change.of(order).price(97_020).send());

        double units = order.amount();
        rig.receive("[0,\"ou\"," + OrderChangeTest.limitRow(order, units, units, "97020") + "]");
        assertEquals(PendingRequest.UPDATE_SHOWN, order.pending());
        taken(OrderChangeTest.limitRow(order, units, units, "97020"));

        assertEquals(PendingRequest.NONE, order.pending());
        rig.pass(60_000);
        assertEquals(OrderStatus.ACTIVE, order.status());
    }
}
