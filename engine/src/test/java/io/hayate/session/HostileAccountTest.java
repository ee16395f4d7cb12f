package io.hayate.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.CommandType;
import io.hayate.event.Event;
import io.hayate.event.EventType;
import io.hayate.event.ExecutionReport;
import io.hayate.event.SessionStatus;
import io.hayate.event.WalletUpdate;
import io.hayate.metrics.Counter;
import io.hayate.model.SessionState;
import io.hayate.model.Side;
import io.hayate.order.Balances;
import io.hayate.order.Intents;
import io.hayate.order.Order;
import io.hayate.order.OrderEvents;
import io.hayate.order.OrderFrames;
import io.hayate.order.OrderManager;
import io.hayate.order.OrderOrigin;
import io.hayate.order.Positions;
import io.hayate.risk.RiskVerdict;
import io.hayate.transport.DisconnectCause;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.agrona.DirectBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random walks of an account whose venue says anything: numbers near the bounds of a long, empty lists
 * and nested rows at every place, in any order, over several connections. Nothing ends the session or
 * the orders, no order leaves while there is a doubt, and no position is more than was ordered.
 */
class HostileAccountTest {
    private static final int FRAMES = 400;

    /** What stands in the place of any value, or around it as {@code %s}. */
    private static final String[] VALUES = {
        "null",
        "0",
        "-0",
        "-1",
        "1",
        "1e-8",
        "1e-9",
        "0.005",
        "-0.005",
        "0.01",
        "0.02",
        "89999999999.99999999",
        "9e10",
        "-9e10",
        "90000000000.1",
        "92233720368.54775807",
        "92233720368.54775808",
        "1e300",
        "-1e300",
        "1e400",
        "4611686018427387904",
        "1125899906842623",
        "1125899906842624",
        "9223372036854775806",
        "9223372036854775807",
        "-9223372036854775807",
        "-9223372036854775808",
        "9223372036854775808",
        "18446744073709551616",
        "253402300799999",
        "253402300800000",
        "[]",
        "[[]]",
        "[[],[]]",
        "[null]",
        "{}",
        "\"\"",
        "\"x\"",
        "true",
        "%s",
        "[%s]",
        "[[%s]]",
        "[%s,%s]",
        "[[],%s]",
        "{\"a\":%s}",
        "%s,%s",
        "\"%s\""
    };

    private final SessionRig rig = new SessionRig(SessionRig.KEY, true, "tBTCUSD");
    private final Positions positions = new Positions();
    private final Balances balances = new Balances();
    private final OrderManager orders = rig.orders(this::send, 64, positions, new NoEvents());
    private final ExecutionReport report = new ExecutionReport();
    private final List<String> heard = new ArrayList<>();
    private Random random;
    private int sent;

    private static final class NoEvents implements OrderEvents {
        @Override
        public void onOutcomeUnknown(Order order) {}

        @Override
        public void onFillAdopted(Order order, long units) {}
    }

    private boolean send(
            long connection, long clientOrderId, DirectBuffer text, int offset, int length) {
        boolean leaves = rig.session.mayLeave(connection, clientOrderId);
        assertTrue(!leaves || clientOrderId == 0 || !rig.session.doubt().exists(), "left in doubt");
        sent += leaves ? 1 : 0;
        return leaves;
    }

    private void onEvent(Event event) {
        if (event.type() == EventType.SESSION_STATUS) {
            orders.onSessionStatus(new SessionStatus().wrap(event));
        } else if (event.type() == EventType.EXECUTION_REPORT) {
            orders.onEvent(event.receiveTimeNs());
            orders.onExecutionReport(report.wrap(event), event.instrumentId(), event.isLast());
        } else if (event.type() == EventType.WALLET_UPDATE) {
            balances.onWallet(event, new WalletUpdate().wrap(event));
        }
    }

    private void receive(String frame) {
        heard.add(frame);
        rig.receive(frame);
        consume();
    }

    private void consume() {
        while (rig.ring.size() > 0) {
            rig.ring.poll(this::onEvent, SessionRig.RING_SIZE);
        }
    }

    private void pass(long ms) {
        rig.pass(ms);
        consume();
        orders.onTime(rig.nowNs(), 1_795_435_200_000L, rig.nowNs());
    }

    /** Comes back, with lists that are whole or not. */
    private void connect() {
        comeLive();
        receive(random.nextInt(4) > 0 ? "[0,\"ws\",[]]" : spoilt("[0,\"ws\",[]]"));
        String list = OrderFrames.listed(OrderFrames.of(9, 77, "tBTCUSD", 1).open(1, 0));
        receive(random.nextInt(4) > 0 ? "[0,\"os\",[]]" : spoilt(list));
    }

    private void comeLive() {
        if (rig.transport.isConnected()) {
            rig.lose(DisconnectCause.LOST, "gone");
        }
        for (int i = 0; i < 600 && rig.state() == SessionState.DISCONNECTED; i++) {
            pass(100);
        }
        rig.transport.acceptConnect();
        receive(SessionRig.INFO);
        receive(SessionRig.AUTH_OK);
        receive("[0,\"ps\",[]]");
        receive(SessionRig.subscribed(7, "tBTCUSD"));
    }

    private void submit() {
        double amount = random.nextInt(4) > 0 ? 0.01 : 4.5e10;
        Side side = random.nextInt(4) > 0 ? Side.BUY : Side.SELL;
        boolean isInDoubt = rig.session.doubt().exists();
        int before = sent;
        RiskVerdict verdict = orders.submit(Intents.market(0, side, amount, OrderOrigin.STRATEGY));
        assertTrue(!isInDoubt || (sent == before && !verdict.isAccepted()), () -> "" + verdict);
    }

    private String frame() {
        Order order = orders.lastOrder();
        if (order == null) {
            return "[0,\"wu\",[\"exchange\",\"USD\",5,0,5]]";
        }
        long id = 500 + order.clientOrderId() % 1_000;
        double amount = order.side().sign() * order.amount();
        OrderFrames frames = OrderFrames.of(order.clientOrderId(), id, "tBTCUSD", amount);
        return switch (random.nextInt(10)) {
            case 0 -> frames.accepted();
            case 1 -> frames.rests();
            case 2 -> frames.partlyFilled(amount / 2, 100);
            case 3 -> frames.executed(100);
            case 4 -> frames.closed("CANCELED", amount, 0);
            case 5 -> OrderFrames.listed(frames.open(amount, 0));
            case 6 -> frames.cancelAnswered("ERROR");
            case 7 -> frames.fee(1 + random.nextInt(50), amount, 100);
            case 8 -> "[0,\"ws\",[[\"exchange\",\"USD\",5,0,5],[\"margin\",\"BTC\",1,0,1]]]";
            default -> frames.fill(1 + random.nextInt(50), amount, 100);
        };
    }

    private String spoilt(String frame) {
        List<String> places = Elements.replaced(frame, "@");
        String place = places.get(random.nextInt(places.size()));
        int at = place.indexOf('@');
        String was = frame.substring(at, frame.length() - (place.length() - at - 1));
        String by = VALUES[random.nextInt(VALUES.length)].replace("%s", was);
        String numbers = random.nextInt(3) > 0 ? "" : "," + random.nextInt(9);
        String spoilt = place.replace("@", by);
        int last = spoilt.lastIndexOf(']');
        return last < 0 ? spoilt : spoilt.substring(0, last) + numbers + spoilt.substring(last);
    }

    private void walk(long seed) {
        random = new Random(seed);
        rig.turn();
        connect();
        for (int i = 0; i < FRAMES; i++) {
            step();
        }
    }

    private void step() {
        switch (random.nextInt(12)) {
            case 0, 1, 2 -> submit();
            case 3 -> pass(6_000);
            case 4 -> orders.cancelAll(true);
            case 5, 6 -> receive(frame());
            default -> receive(spoilt(frame()));
        }
        if (random.nextInt(20) == 0) {
            rig.commands.offer(CommandType.RECONNECT);
        }
        pass(20);
        if (rig.state() == SessionState.DISCONNECTED) {
            connect();
        }
        checkOrders();
    }

    private void checkOrders() {
        boolean[] wrong = new boolean[1];
        orders.forEach(
                order ->
                        wrong[0] |=
                                order.filledAmount() < 0 || order.filledAmount() > order.amount());
        assertTrue(!wrong[0], "filled beyond its amount");
        assertEquals(List.of(), rig.outcomes);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void shouldLiveOnAndSendNothingInDoubt(long seed) {
        try {
            walk(seed);
        } catch (RuntimeException | AssertionError e) {
            int from = Math.max(0, heard.size() - 5);
            throw new AssertionError("" + heard.subList(from, heard.size()), e);
        }
        long fills = rig.count(Counter.FILLS) + rig.count(Counter.FILLS_REFUSED);
        assertTrue(sent > 5 && fills > 0, sent + " sent, fills " + fills);
        assertTrue(rig.count(Counter.ACCOUNT_DOUBTS) > 2);
    }

    /** Doubts do not last once the venue tells all that there is, and all of it is understood. */
    @Test
    void shouldTakeOrdersAgainAfterWhateverWasSaid() {
        for (long seed = 100; seed < 108; seed++) {
            HostileAccountTest test = new HostileAccountTest();
            test.walk(seed);
            test.rig.commands.offer(CommandType.RECONNECT);
            test.pass(20);
            test.comeLive();
            test.receive("[0,\"ws\",[]]");
            test.receive("[0,\"os\",[]]");
            test.pass(20);
            assertEquals(SessionState.LIVE, test.rig.state(), "seed " + seed);
            assertEquals("", test.rig.session.doubt().reason(), "seed " + seed);
            assertTrue(test.orders.isLive(), "seed " + seed);
        }
    }
}
