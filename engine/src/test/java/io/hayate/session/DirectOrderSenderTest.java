package io.hayate.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.outbound.DirectOrderSender;
import io.hayate.transport.DisconnectCause;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DirectOrderSenderTest {
    private static final UnsafeBuffer TEXT =
            new UnsafeBuffer("__[0,\"on\",null,{}]".getBytes(StandardCharsets.US_ASCII));

    private final SessionRig rig = new SessionRig(SessionRig.KEY, true, "tBTCUSD");
    private final DirectOrderSender sender = new DirectOrderSender(rig.path.orderConnection());

    @BeforeEach
    void comeLive() {
        rig.comeLive(7);
        rig.transport.clearSent();
    }

    private boolean order(long connection) {
        return sender.send(connection, 10_000_000, TEXT, 2, 16);
    }

    private boolean cancel(long connection) {
        return sender.send(connection, 0, TEXT, 2, 16);
    }

    @Test
    void shouldWriteToTheSocketWhenLive() {
        assertTrue(order(1));
        assertTrue(cancel(1));

        assertEquals(List.of("[0,\"on\",null,{}]", "[0,\"on\",null,{}]"), rig.transport.sent());
    }

    @Test
    void shouldWriteNothingForAnotherConnection() {
        assertFalse(order(0));
        assertFalse(order(2));
        assertFalse(cancel(2));

        assertEquals(List.of(), rig.transport.sent());
    }

    @Test
    void shouldWriteNothingWhenTheSocketIsFull() {
        rig.transport.writable(false);

        assertFalse(order(1));
        assertEquals(List.of(), rig.transport.sent());
    }

    @Test
    void shouldWriteNothingOnceTheSessionGaveTheConnectionUp() {
        rig.receive("{\"event\":\"info\",\"code\":20051,\"msg\":\"stop\"}");

        assertFalse(order(1));
        assertFalse(cancel(1));
        rig.lose(DisconnectCause.LOST, "gone");
        assertFalse(order(1));
    }

    @Test
    void shouldWriteCancelsButNoOrderDuringMaintenance() {
        rig.receive("{\"event\":\"info\",\"code\":20060,\"msg\":\"resync\"}");

        assertFalse(order(1));
        assertTrue(cancel(1));
    }
}
