package io.hayate.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.Event;
import io.hayate.event.EventType;
import io.hayate.event.ExecutionReport;
import io.hayate.event.SessionStatus;
import io.hayate.event.WalletUpdate;
import io.hayate.metrics.Counter;
import io.hayate.model.OrderStatus;
import io.hayate.model.SessionState;
import io.hayate.model.Side;
import io.hayate.order.Balances;
import io.hayate.order.ClientOrderIds;
import io.hayate.order.Intents;
import io.hayate.order.Order;
import io.hayate.order.OrderEvents;
import io.hayate.order.OrderManager;
import io.hayate.order.OrderOrigin;
import io.hayate.order.Positions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Real frames of the account, each spoilt at every element, through a whole session and its orders. Each
 * element is spoilt in two to four of nine ways here, in all of them by {@code -Plong}.
 */
class AccountFuzzTest {
    private static final long CLIENT_ORDER_ID = 1_755_757_983_693L; // of the sample's order
    private static final double AMOUNT = 0.00008865;
    private static final int STRIDE = Integer.getInteger("hayate.test.stride", 3);

    private final SessionRig rig = new SessionRig(SessionRig.KEY, true, "tBTCUSD");
    private final Balances balances = new Balances();
    private final OrderManager orders =
            rig.orders(
                    (number, id, text, offset, length) -> true,
                    new ClientOrderIds(atLeast -> CLIENT_ORDER_ID, 0),
                    4,
                    new Positions(),
                    new NoEvents());
    private final ExecutionReport report = new ExecutionReport();
    private Order order;

    private static final class NoEvents implements OrderEvents {
        @Override
        public void onOutcomeUnknown(Order order) {}

        @Override
        public void onFillAdopted(Order order, long units) {}
    }

    private static List<String> sample() {
        try (InputStream file =
                AccountFuzzTest.class.getResourceAsStream("/frames/real-sample.jsonl")) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().filter(line -> line.startsWith("[0,")).toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An account whose only order is the sample's. */
    private void sell() {
        rig.greet();
        rig.receive(SessionRig.AUTH_OK);
        rig.tellAccount();
        rig.receive(SessionRig.subscribed(7, "tBTCUSD"));
        consume();
        orders.submit(Intents.market(0, Side.SELL, AMOUNT, OrderOrigin.CONSOLE));
        order = orders.lastOrder();
        assertEquals(CLIENT_ORDER_ID, order.clientOrderId());
    }

    private void consume() {
        rig.ring.poll(this::onEvent, SessionRig.RING_SIZE);
    }

    private void onEvent(Event event) {
        if (event.type() == EventType.SESSION_STATUS) {
            orders.onSessionStatus(new SessionStatus().wrap(event));
        } else if (event.type() == EventType.EXECUTION_REPORT) {
            orders.onExecutionReport(report.wrap(event), event.instrumentId(), event.isLast());
        } else if (event.type() == EventType.WALLET_UPDATE) {
            balances.onWallet(event, new WalletUpdate().wrap(event));
        }
    }

    private boolean isInDoubt() {
        return rig.session.doubt().exists();
    }

    @Test
    void shouldUnderstandEveryRealFrame() {
        sell();
        for (String frame : sample()) {
            if (!frame.contains("null,{")) { // what clients sent
                rig.receive(frame);
                consume();
                assertTrue(!isInDoubt(), frame);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "[]", "{}", "[[1]]", "1e300", "-1", "\"x\"", "7"})
    void shouldNeverSayMoreThanASpoiltFrameTells(String by) {
        int place = by.hashCode(); // another one for each
        for (String frame : sample()) {
            for (String spoilt : Elements.replaced(frame, by)) {
                if (place++ % STRIDE == 0) {
                    AccountFuzzTest test = new AccountFuzzTest();
                    test.sell();
                    test.receive(spoilt);
                    test.rig.pass(6_000); // fills that rows alone told are taken then
                }
            }
        }
    }

    private void receive(String spoilt) {
        long malformed = rig.count(Counter.FRAMES_MALFORMED);
        rig.receive(spoilt);
        consume();
        boolean isOfAccount = spoilt.startsWith("[0,");
        if (rig.count(Counter.FRAMES_MALFORMED) > malformed && isOfAccount) {
            assertTrue(isInDoubt(), "skipped and trusted: " + spoilt);
        }
        if (isInDoubt()) {
            assertTrue(!rig.session.mayLeave(rig.session.connection(), 1), spoilt);
        }
        if (rig.state() == SessionState.LIVE) {
            Set<OrderStatus> possible =
                    Set.of(OrderStatus.SUBMITTED, OrderStatus.FILLED, OrderStatus.PARTIALLY_FILLED);
            assertTrue(possible.contains(order.status()), order.status() + " by " + spoilt);
            boolean isFill = spoilt.contains("\"te\"") || spoilt.contains("\"tu\"");
            assertTrue(
                    isFill || order.filledAmount() <= AMOUNT,
                    order.filledAmount() + " by " + spoilt);
        }
    }
}
