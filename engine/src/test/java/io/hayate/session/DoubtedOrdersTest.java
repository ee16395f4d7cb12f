package io.hayate.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.EventType;
import io.hayate.event.SessionStatus;
import io.hayate.model.SessionState;
import io.hayate.model.Side;
import io.hayate.order.Intents;
import io.hayate.order.Order;
import io.hayate.order.OrderEvents;
import io.hayate.order.OrderManager;
import io.hayate.order.OrderOrigin;
import io.hayate.order.Positions;
import io.hayate.outbound.DirectOrderSender;
import io.hayate.risk.RiskVerdict;
import io.hayate.transport.DisconnectCause;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orders of a strategy and of the console while the account is in doubt. */
class DoubtedOrdersTest {
    private static final String BAD = "[0,\"wu\",[\"exchange\",\"USD\",\"1\"]]";

    private final SessionRig rig = new SessionRig(SessionRig.KEY, true, "tBTCUSD");
    private final OrderManager orders =
            rig.orders(
                    new DirectOrderSender(rig.path.orderConnection()),
                    4,
                    new Positions(),
                    new NoEvents());

    private static final class NoEvents implements OrderEvents {
        @Override
        public void onOutcomeUnknown(Order order) {}

        @Override
        public void onFillAdopted(Order order, long units) {}
    }

    @BeforeEach
    void comeLive() {
        rig.greet();
        rig.receive(SessionRig.AUTH_OK);
        rig.tellAccount();
        rig.receive(SessionRig.subscribed(7, "tBTCUSD"));
        consume();
        assertTrue(orders.isLive());
        rig.transport.clearSent();
    }

    private void consume() {
        rig.ring.poll(
                event -> {
                    if (event.type() == EventType.SESSION_STATUS) {
                        orders.onSessionStatus(new SessionStatus().wrap(event));
                    }
                },
                SessionRig.RING_SIZE);
    }

    private RiskVerdict buy() {
        orders.onTime(rig.nowNs(), 0, rig.nowNs());
        return orders.submit(Intents.market(0, Side.BUY, 0.01, OrderOrigin.CONSOLE));
    }

    @Test
    void shouldRefuseAnOrderBeforeTheEventThatTellsTheDoubtIsTaken() {
        assertEquals(RiskVerdict.ACCEPTED, buy());
        rig.transport.clearSent();

        rig.receive(BAD);

        assertEquals(RiskVerdict.ACCOUNT_DOUBT_HELD, buy());
        assertFalse(orders.isLive());
        assertTrue(orders.isAccountInDoubt());
        assertEquals(rig.session.doubt().reason(), orders.doubtReason());
        assertEquals(0, rig.requests().size());
        assertEquals(SessionState.LIVE, rig.state(), "the order may rest");
        assertTrue(orders.cancel(orders.lastOrder()));
        assertEquals(1, rig.requests().size());
    }

    @Test
    void shouldTakeOrdersAgainOnceTheEventsThatEndTheDoubtAreTaken() {
        rig.receive(BAD);
        assertEquals(RiskVerdict.ACCOUNT_DOUBT, buy());
        consume();
        rig.lose(DisconnectCause.CLOSED_BY_US, "closed");
        rig.pass(3_000);
        rig.transport.acceptConnect();
        rig.receive(SessionRig.INFO);
        rig.receive(SessionRig.AUTH_OK);
        rig.receive(SessionRig.subscribed(7, "tBTCUSD"));
        consume();
        assertEquals(RiskVerdict.ACCOUNT_DOUBT, buy());

        rig.tellAccount();
        assertEquals(RiskVerdict.ACCOUNT_DOUBT, buy(), "the lists have not been taken");
        consume();

        assertEquals(RiskVerdict.ACCEPTED, buy());
    }

    @Test
    void shouldConnectAnewOnceTheLastOrderIsGone() {
        buy();
        rig.receive(BAD);
        rig.pass(50);
        assertEquals(SessionState.LIVE, rig.state());
        consume();

        rig.session.doubt().restingOrders(0); // as the orders' thread says at its end
        rig.pass(10);

        assertEquals(SessionState.DISCONNECTED, rig.state());
    }
}
