package io.hayate.simulation;

import io.hayate.event.ExecutionReport;
import io.hayate.event.Ticker;
import io.hayate.model.Instrument;
import io.hayate.model.OrderFlag;
import io.hayate.order.Order;
import io.hayate.order.OrderBatch;
import io.hayate.order.OrderChange;
import io.hayate.order.OrderTicket;
import io.hayate.risk.RiskVerdict;
import io.hayate.strategy.Strategy;
import io.hayate.strategy.StrategyContext;
import io.hayate.venue.base.Random64;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Does by a seed all that can be done with orders, at prices around the market. */
final class OperationsTrader implements Strategy {
    private static final int EVERY_MS = 150;
    private static final int GROUPS = 3;

    final Map<RiskVerdict, Integer> verdicts = new TreeMap<>();
    final List<String> combinations = new ArrayList<>();
    private final Random64 random;
    private final List<Order> known = new ArrayList<>();
    private StrategyContext context;
    private boolean resting;

    OperationsTrader(long seed) {
        random = Random64.of(seed, "operations");
    }

    @Override
    public void onStart(StrategyContext given) {
        context = given;
        context.scheduleEvery(0, EVERY_MS);
    }

    /** Does nothing any more. */
    void rest() {
        resting = true;
    }

    @Override
    public void onTimer(int timerId) {
        Instrument instrument = context.instrument(0);
        Ticker ticker = context.latestTicker(instrument);
        if (resting || ticker == null) {
            return;
        }
        known.removeIf(order -> !order.isOpen());
        double price = ticker.bidPrice();
        switch (random.below(10)) {
            case 0 -> count(cancelOne());
            case 1, 2 -> update(price);
            case 3 -> context.cancelGroup(1 + random.below(GROUPS));
            case 4 -> batch(instrument, price);
            default -> send(ticket(instrument, price));
        }
    }

    private void send(OrderTicket ticket) {
        RiskVerdict verdict = ticket.send();
        count(verdict);
        if (verdict.isAccepted()) {
            keep(context.lastOrder());
        }
    }

    private void keep(Order order) {
        known.add(order);
        if (order.partner() != null) {
            known.add(order.partner());
        }
    }

    private void count(RiskVerdict verdict) {
        verdicts.merge(verdict, 1, Integer::sum);
        if (verdict == RiskVerdict.COMBINATION) {
            combinations.add(context.combination());
        }
    }

    private double near(double price) {
        return price * (1 + (random.below(41) - 20) / 10_000.0);
    }

    private OrderTicket ticket(Instrument instrument, double price) {
        OrderTicket ticket = context.order(instrument).roundPrice();
        double amount = (1 + random.below(40)) / 100.0;
        boolean buys = random.below(2) == 0;
        ticket = buys ? ticket.buy(amount) : ticket.sell(amount);
        switch (random.below(8)) {
            case 0 -> ticket.market();
            case 1 -> ticket.ioc(near(price));
            case 2 -> ticket.fok(near(price));
            case 3 -> ticket.stop(near(price));
            case 4 -> ticket.stopLimit(near(price), near(price));
            case 5 -> ticket.trailingStop(price / 1_000);
            default -> limit(ticket, price, buys);
        }
        if (random.below(3) == 0) {
            ticket.group(1 + random.below(GROUPS));
        }
        return random.below(8) == 0 ? ticket.expires(context.timeMs() + 3_000) : ticket;
    }

    private void limit(OrderTicket ticket, double price, boolean buys) {
        ticket.limit(near(price));
        switch (random.below(5)) {
            case 0 -> ticket.postOnly();
            case 1 -> ticket.hidden();
            case 2 -> ticket.oco(buys ? price * 1.004 : price * 0.996);
            default -> {}
        }
    }

    private Order any() {
        return known.isEmpty() ? null : known.get(random.below(known.size()));
    }

    private RiskVerdict cancelOne() {
        Order order = any();
        return order != null && context.cancel(order) ? RiskVerdict.ACCEPTED : RiskVerdict.NOT_SENT;
    }

    private void update(double price) {
        Order order = any();
        if (order != null) {
            count(change(order, price).send());
        }
    }

    private OrderChange change(Order order, double price) {
        OrderChange change = context.update(order).roundPrice();
        return switch (random.below(6)) {
            case 0, 1 -> change.price(near(price));
            case 2 -> change.amount((1 + random.below(40)) / 100.0);
            case 3 -> change.amountBy((random.below(20) - 10) / 100.0);
            case 4 -> change.group(1 + random.below(GROUPS));
            default ->
                    random.below(2) == 0
                            ? change.expires(context.timeMs() + 5_000)
                            : change.flags(order.flags() ^ OrderFlag.HIDDEN.bit());
        };
    }

    private void batch(Instrument instrument, double price) {
        OrderBatch batch = context.batch();
        int size = 1 + random.below(OrderBatch.SIZE_MAX);
        for (int i = 0; i < size; i++) {
            Order order = any();
            int what = order == null ? 0 : random.below(4);
            switch (what) {
                case 2 -> batch.addCancel(order);
                case 3 -> batch.add(change(order, price));
                default -> batch.add(ticket(instrument, price));
            }
        }
        context.sendBatch();
        for (int i = 0; i < batch.size(); i++) {
            verdicts.merge(batch.verdict(i), 1, Integer::sum);
            if (batch.verdict(i).isAccepted() && !known.contains(batch.order(i))) {
                keep(batch.order(i));
            }
        }
    }

    @Override
    public void onExecutionReport(ExecutionReport report, Order order) {
        if (order != null && random.below(20) == 0) {
            context.cancel(order);
        }
    }
}
