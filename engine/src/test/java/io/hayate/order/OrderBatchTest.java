package io.hayate.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.journal.JournalReader;
import io.hayate.journal.RecordType;
import io.hayate.model.OrderStatus;
import io.hayate.risk.RiskLimits;
import io.hayate.risk.RiskVerdict;
import org.junit.jupiter.api.Test;

/** Batches as a whole: their limits, and what becomes of them that do not leave. */
class OrderBatchTest {
    private OrderRig rig = OrderRig.live();
    private final OrderTicket ticket = new OrderTicket(rig::send);
    private final OrderBatch batch = new OrderBatch();

    private OrderTicket order() {
        OrderTicket begun = ticket.of(rig.instruments.get(OrderRig.BTCUSD));
        begun.intent().origin(OrderOrigin.STRATEGY.code());
        return begun;
    }

    private void fill() {
        batch.clear();
        for (int i = 0; i < OrderBatch.SIZE_MAX; i++) {
            assertTrue(batch.add(order().buy(1).limit(9 + i)));
        }
    }

    private long accepted() {
        long accepted = 0;
        for (int i = 0; i < batch.size(); i++) {
            accepted += batch.verdict(i).isAccepted() ? 1 : 0;
        }
        return accepted;
    }

    @Test
    void shouldNameEachInstrumentInTheJournal() {
        batch.clear();
        batch.add(order().buy(1).limit(9));
        batch.intent(0).instrumentId(OrderRig.ETHUSD);
        batch.add(order().buy(1).limit(8));
        batch.intent(1).instrumentId(OrderRig.BTCUSD);
        rig.send(batch);

        JournalReader reader = new JournalReader(rig.journal.memory);
        while (reader.next() && reader.record().type() != RecordType.BATCH) {
            // to the message
        }
        assertEquals("tETHUSD", reader.symbol(OrderRig.ETHUSD));
        assertEquals("tBTCUSD", reader.symbol(OrderRig.BTCUSD));
    }

    @Test
    void shouldSendNoMoreThanTheLimitOfOpenOrdersAllows() {
        rig = new OrderRig(new RiskLimits(true, 1_000_000_000L, 100, 4), 64);
        rig.comeLive();
        fill();

        assertEquals(4, rig.send(batch));
        assertEquals(4, accepted());
        assertEquals(RiskVerdict.OPEN_ORDERS, batch.verdict(4));
        assertEquals(4, rig.orders.openOrders());
    }

    @Test
    void shouldNotRejectWhatLeftInAnEarlierMessageWhenAChangeNeverLeft() {
        batch.clear();
        batch.add(order().buy(1).limit(90_000));
        batch.add(order().buy(1).limit(90_001));
        assertEquals(2, rig.send(batch));
        Order first = batch.order(0);
        Order second = batch.order(1);
        OrderFrames frames = OrderFrames.of(first.clientOrderId(), 501, "tBTCUSD", first.amount());
        rig.receive(frames.restsAsLimit());
        rig.pass(10);
        OrderChange change = new OrderChange(rig::send);
        assertEquals(RiskVerdict.ACCEPTED, change.of(first).price(90_005).send());

        rig.notSent(first.clientOrderId());

        assertEquals(PendingRequest.NONE, first.pending());
        assertEquals(OrderStatus.SUBMITTED, second.status());
    }

    @Test
    void shouldSendNoMoreThanTheRateAllows() {
        rig = new OrderRig(new RiskLimits(true, 1_000_000_000L, 6, 100), 64);
        rig.comeLive();
        fill();

        assertEquals(6, rig.send(batch));
        assertEquals(RiskVerdict.ORDER_RATE, batch.verdict(6));
    }

    @Test
    void shouldSendNoMoreThanCanBeKept() {
        rig = new OrderRig(OrderRig.NO_LIMITS, 8);
        rig.comeLive();
        fill();

        assertEquals(8, rig.send(batch));
        assertEquals(RiskVerdict.ORDER_POOL, batch.verdict(8));
        assertFalse(rig.doubt.exists());
    }

    @Test
    void shouldRejectAllOrdersOfABatchThatNeverLeft() {
        batch.clear();
        for (int i = 0; i < OrderBatch.SIZE_MAX; i++) {
            assertTrue(batch.add(order().buy(1).limit(9 + i)));
        }
        assertFalse(batch.add(order().buy(1).limit(9)));
        assertEquals(OrderBatch.SIZE_MAX, rig.send(batch));
        assertEquals(OrderBatch.SIZE_MAX, rig.orders.openOrders());

        rig.notSent(batch.order(0).clientOrderId());

        assertEquals(0, rig.orders.openOrders());
        assertEquals(OrderStatus.REJECTED, batch.order(14).status());
    }

    @Test
    void shouldKeepNothingOfABatchThatTheSocketDidNotTake() {
        rig.socketFull = true;
        batch.clear().add(order().buy(1).limit(9));

        assertEquals(0, rig.send(batch));
        assertEquals(RiskVerdict.OUTBOUND_FULL, batch.verdict(0));
        assertEquals(0, rig.orders.openOrders());
    }

    @Test
    void shouldRejectNewOrdersOfAMessageThatBeganWithAnUpdate() {
        order().buy(2).limit(97_010).send();
        Order order = rig.orders.lastOrder();
        rig.receive(rig.venue(500).rests().replace("EXCHANGE MARKET", "EXCHANGE LIMIT"));
        OrderChange change = new OrderChange(rig::send);
        batch.clear().add(change.of(order).price(97_000));
        batch.add(order().buy(1).limit(9));
        assertEquals(2, rig.send(batch));

        rig.notSent(order.clientOrderId());

        assertEquals(PendingRequest.NONE, order.pending());
        assertEquals(OrderStatus.ACTIVE, order.status());
        assertEquals(OrderStatus.REJECTED, batch.order(1).status());
    }

    @Test
    void shouldAskForOneOfAPairWhenAllAreToEnd() {
        rig.bid = 99;
        order().sell(1).limit(100).oco(90).send();
        rig.sent.clear();

        assertEquals(2, rig.orders.cancelAll(true));
        assertEquals(1, rig.sent.size());
    }
}
