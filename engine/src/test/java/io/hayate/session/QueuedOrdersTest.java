package io.hayate.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.outbound.QueuedOrders;
import io.hayate.transport.DisconnectCause;
import io.hayate.transport.OutboundQueue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QueuedOrdersTest {
    private static final String RESYNC = "{\"event\":\"info\",\"code\":20060,\"msg\":\"resync\"}";

    private static final String LOST =
            "says 1 cancel queued for a connection that is gone never left";

    private final SessionRig rig = new SessionRig(SessionRig.KEY, true, "tBTCUSD");
    private final OutboundQueue queue = new OutboundQueue(1 << 14, () -> {});
    private final QueuedOrders orders = new QueuedOrders(queue, rig.path.orderConnection());

    @BeforeEach
    void comeLive() {
        rig.comeLive(7);
        rig.transport.clearSent();
    }

    private void offer(long connection, long clientOrderId, String text) {
        UnsafeBuffer buffer = new UnsafeBuffer(text.getBytes(StandardCharsets.US_ASCII));
        assertTrue(queue.offer(connection, clientOrderId, buffer, 0, text.length()));
    }

    private void offerBoth(long connection) {
        offer(connection, 10_000_000, "an order");
        offer(connection, 0, "a cancel");
    }

    @Test
    void shouldWriteInOrderWhatWasQueuedForThisConnection() {
        offerBoth(1);

        assertEquals(2, orders.doWork());
        assertEquals(List.of("an order", "a cancel"), rig.transport.sent());
        assertEquals(0, orders.doWork());
    }

    @Test
    void shouldKeepWhatTheSocketDoesNotTakeNow() {
        offerBoth(1);
        rig.transport.writable(false);
        assertEquals(0, orders.doWork());

        rig.transport.writable(true);
        orders.doWork();

        assertEquals(List.of("an order", "a cancel"), rig.transport.sent());
    }

    @Test
    void shouldTellOfAnOrderThatItsConnectionIsGone() {
        offerBoth(1);
        rig.lose(DisconnectCause.LOST, "gone");

        assertEquals(2, orders.doWork());

        assertEquals(List.of(), rig.transport.sent());
        assertEquals(List.of("DISCONNECTED: gone", "report NOT_SENT", LOST), rig.drain());
    }

    @Test
    void shouldTellOfAnOrderThatWasMeantForAnotherConnection() {
        offerBoth(0);
        orders.doWork();

        assertEquals(List.of(), rig.transport.sent());
        assertEquals(List.of("report NOT_SENT", LOST), rig.drain());
    }

    @Test
    void shouldNotSendOnTheNextConnectionWhatWasMeantForTheLast() {
        rig.lose(DisconnectCause.LOST, "gone");
        offerBoth(1);
        rig.pass(20_000);
        rig.transport.acceptConnect();
        rig.drain();
        rig.comeLive(8);
        rig.transport.clearSent();

        orders.doWork();

        assertEquals(List.of(), rig.transport.sent());
        assertEquals(List.of("report NOT_SENT", LOST), rig.drain());
    }

    @Test
    void shouldTellOfAllCancelsThatNeverLeftInOneLine() {
        rig.lose(DisconnectCause.LOST, "gone");
        rig.drain();
        for (int i = 0; i < 50; i++) {
            offer(1, 0, "a cancel");
        }

        orders.doWork();
        orders.doWork();

        assertEquals(
                List.of("says 50 cancels queued for a connection that is gone never left"),
                rig.drain());
    }

    @Test
    void shouldWriteCancelsButNoOrderDuringMaintenance() {
        offerBoth(1);
        rig.receive(RESYNC);
        rig.drain();
        orders.doWork();

        assertEquals(List.of("a cancel"), rig.transport.sent());
        assertEquals(List.of("report NOT_SENT"), rig.drain());
    }

    @Test
    void shouldKeepAnOrderUntilThereIsRoomToTellThatItNeverLeft() {
        rig.lose(DisconnectCause.LOST, "gone");
        while (rig.ring.hasRoom(1)) {
            long sequence = rig.ring.claim(1);
            rig.ring.slot(sequence).begin(0, 0);
            rig.ring.publish(sequence, sequence);
        }
        offerBoth(1);

        assertEquals(0, orders.doWork());
        rig.drain();
        rig.turn();
        orders.doWork();

        assertTrue(rig.drain().contains("report NOT_SENT"));
    }
}
