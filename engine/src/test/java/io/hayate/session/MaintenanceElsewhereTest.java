package io.hayate.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.model.Side;
import io.hayate.order.Intents;
import io.hayate.order.OrderManager;
import io.hayate.order.OrderOrigin;
import io.hayate.risk.RiskVerdict;
import io.hayate.transport.CapturingTransport;
import io.hayate.transport.DisconnectCause;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Maintenance of which the account's own connection has not heard. */
class MaintenanceElsewhereTest {
    private static final String BEGINS =
            "{\"event\":\"info\",\"code\":20060,\"msg\":\"Entering in Maintenance mode\"}";
    private static final String ENDS =
            "{\"event\":\"info\",\"code\":20061,\"msg\":\"Maintenance ended\"}";

    private final SessionRig rig =
            new SessionRig(SessionConfig.DEFAULTS, SessionRig.KEY, true, "tBTCUSD");
    private final OrderManager orders = rig.path.orders();
    private CapturingTransport market;

    @BeforeEach
    void comeLive() {
        rig.greet();
        rig.receive(SessionRig.AUTH_OK);
        rig.tellAccount();
        market = rig.transports.get(1);
        market.acceptConnect();
        market.receive(SessionRig.INFO, rig.nowNs());
        market.receive(SessionRig.subscribed(7, "tBTCUSD"), rig.nowNs());
        take();
        rig.transport.clearSent();
    }

    /** The strategy's side takes what it was told. */
    private void take() {
        while (rig.path.runner().doWork() > 0) {
            rig.turn();
        }
    }

    private void hear(String news) {
        market.receive(news, rig.nowNs());
    }

    private RiskVerdict buy() {
        return orders.submit(Intents.market(0, Side.BUY, 0.01, OrderOrigin.CONSOLE));
    }

    @Test
    void shouldLetNoNewOrderLeaveFromTheMomentThatAnyConnectionHearsOfIt() {
        assertEquals(RiskVerdict.ACCEPTED, buy());
        hear(BEGINS);

        assertEquals(RiskVerdict.MAINTENANCE, buy());
        take();
        assertEquals(RiskVerdict.MAINTENANCE, buy());

        assertEquals(1, rig.transport.sent().size());
        assertTrue(orders.cancel(orders.lastOrder()), "a cancel may leave");
    }

    @Test
    void shouldLetOrdersLeaveOnceItsEndIsTold() {
        hear(BEGINS);
        hear(ENDS);
        take();

        assertEquals(RiskVerdict.ACCEPTED, buy());
    }

    @Test
    void shouldLetOrdersLeaveOnceTheConnectionIsGoneThatHeardOfIt() {
        hear(BEGINS);
        hear(BEGINS);
        market.disconnect(DisconnectCause.LOST, "reset");
        take();

        assertEquals(RiskVerdict.ACCEPTED, buy());
    }

    @Test
    void shouldWaitForAConnectionThatFindsTheVenueInMaintenance() {
        market.disconnect(DisconnectCause.LOST, "reset");
        rig.pass(2_000);
        market.acceptConnect();
        hear(SessionRig.INFO.replace("\"status\":1", "\"status\":0"));
        hear(SessionRig.subscribed(8, "tBTCUSD"));
        take();

        assertEquals(RiskVerdict.MAINTENANCE, buy());
        hear(ENDS);
        take();
        assertEquals(RiskVerdict.ACCEPTED, buy());
    }
}
