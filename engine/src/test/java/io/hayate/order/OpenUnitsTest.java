package io.hayate.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.OrderIntent;
import io.hayate.model.OrderFlag;
import io.hayate.model.OrderType;
import io.hayate.model.Price;
import io.hayate.model.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The running sums of what is open are those of all orders, whatever happens to them. */
class OpenUnitsTest {
    private static final int STEPS = 400;

    private final List<Order> placed = new ArrayList<>();
    private OrderRig rig = OrderRig.live();
    private Random random;
    private long nextOrderId;
    private long nextTradeId;

    @Test
    void shouldBeTheSumsOverRandomOperations() {
        long largest = 0;
        for (int seed = 0; seed < 60; seed++) {
            random = new Random(seed);
            rig = OrderRig.live();
            placed.clear();
            for (int i = 0; i < STEPS; i++) {
                step();
                check(seed + " " + i);
                largest = Math.max(largest, rig.orders.openUnits(0, Side.BUY));
            }
        }
        assertTrue(largest > 0);
    }

    private void check(String where) {
        for (int id = 0; id < 2; id++) {
            for (Side side : Side.values()) {
                long running = rig.orders.openUnits(id, side);
                assertEquals(sum(id, side), running, where + " " + id + " " + side);
            }
        }
        assertEquals(
                sum(0, Side.SELL), rig.positions.open().taken(base()), where + " taken of BTC");
    }

    private int base() {
        return rig.positions.portfolio().currencies().find("BTC");
    }

    private long sum(int id, Side side) {
        long[] sum = {0};
        rig.orders.forEach(
                order -> {
                    boolean isMeant = order.instrument().id() == id && order.side() == side;
                    Order partner = order.partner();
                    boolean isSecond =
                            partner != null
                                    && partner.isOpen()
                                    && partner.clientOrderId() < order.clientOrderId();
                    sum[0] += isMeant && !isSecond ? order.openUnits() : 0;
                });
        return sum[0];
    }

    private void step() {
        switch (random.nextInt(12)) {
            case 0, 1, 2 -> place(false);
            case 3 -> place(true);
            case 4 -> batch();
            case 5 -> update();
            case 6, 7, 8 -> tell();
            case 9 -> cancel();
            case 10 -> rig.pass(random.nextInt(4_000));
            default -> reconnect();
        }
    }

    private OrderIntent intent(boolean isPair) {
        Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
        double amount = (1 + random.nextInt(100)) / 100.0;
        OrderIntent intent = Intents.of(OrderType.EXCHANGE_LIMIT, random.nextInt(2), side, amount);
        intent.price(Price.of(100));
        if (isPair) {
            double stop = side == Side.BUY ? 101 : 99;
            intent.flags(OrderFlag.OCO.bit()).ocoStopPrice(Price.of(stop));
        }
        return intent;
    }

    private void place(boolean isPair) {
        rig.socketFull = random.nextInt(10) == 0;
        if (rig.orders.submit(intent(isPair)).isAccepted()) {
            Order order = rig.orders.lastOrder();
            placed.add(order);
            if (order.partner() != null) {
                placed.add(order.partner());
            }
        }
        rig.socketFull = false;
    }

    private void batch() {
        OrderBatch batch = new OrderBatch();
        for (int i = 0; i < 3; i++) {
            OrderTicket ticket = new OrderTicket(unused -> null);
            batch.add(ticket.of(rig.instruments.get(0)).buy(0.1 * (i + 1)).limit(100));
        }
        rig.bid = 100;
        rig.socketFull = random.nextInt(3) == 0;
        rig.send(batch);
        rig.socketFull = false;
    }

    private Order some() {
        return placed.isEmpty() ? null : placed.get(random.nextInt(placed.size()));
    }

    private void update() {
        Order order = some();
        if (order != null) {
            rig.bid = 100;
            rig.send(new OrderChange(unused -> null).of(order).amount(0.5 + random.nextInt(3)));
        }
    }

    private void cancel() {
        Order order = some();
        if (order != null) {
            rig.orders.cancel(order);
        }
    }

    private void tell() {
        Order order = some();
        if (order == null || order.instrument() == null) {
            return;
        }
        double signed = order.side().sign() * order.amount();
        long id = order.orderId() == 0 ? ++nextOrderId : order.orderId();
        OrderFrames frames =
                OrderFrames.of(order.clientOrderId(), id, order.instrument().symbol(), signed);
        double part = order.side().sign() * 0.01;
        rig.receive(
                switch (random.nextInt(8)) {
                    case 0 -> frames.accepted();
                    case 1, 2 -> frames.rests();
                    case 3, 4 -> frames.fill(++nextTradeId, part, 100);
                    case 5 -> frames.partlyFilled(signed - part, 100);
                    case 6 -> frames.executed(100);
                    default -> frames.closed("CANCELED", signed, 0);
                });
    }

    private void reconnect() {
        if (random.nextInt(3) == 0) {
            rig.lose();
            rig.comeLive();
            rig.receive(OrderFrames.listed());
        } else {
            Order order = some();
            if (order != null) {
                rig.notSent(order.clientOrderId());
            }
        }
    }
}
