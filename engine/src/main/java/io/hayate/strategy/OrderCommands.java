package io.hayate.strategy;

import io.hayate.event.Event;
import io.hayate.event.EventType;
import io.hayate.event.ExecutionReport;
import io.hayate.event.NoticeType;
import io.hayate.event.Notices;
import io.hayate.event.OrderIntent;
import io.hayate.event.ReportKind;
import io.hayate.model.Counts;
import io.hayate.model.OrderOperation;
import io.hayate.model.OrderType;
import io.hayate.model.Price;
import io.hayate.model.RequestKind;
import io.hayate.model.Side;
import io.hayate.number.Decimals;
import io.hayate.order.Order;
import io.hayate.order.OrderManager;
import io.hayate.order.OrderOrigin;
import io.hayate.risk.RiskVerdict;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.NanoClock;

/** Carries out what a person at the console wants of orders. Strategy thread. */
final class OrderCommands {
    private static final long AGE_MAX_NS = TimeUnit.SECONDS.toNanos(10);

    private final OrderManager orders;
    private final InstrumentQuotes quotes;
    private final NanoClock clock;
    private final Notices notices;
    private final Answers answers;
    private final OrderIntent intent = OrderIntent.allocate();
    private final Event refusalEvent = Event.allocate();
    private final ExecutionReport refusal = new ExecutionReport();

    /**
     * Has carried nothing out yet.
     *
     * @param clock that of the commands
     */
    OrderCommands(
            OrderManager orders,
            InstrumentQuotes quotes,
            NanoClock clock,
            Notices notices,
            Answers answers) {
        this.quotes = quotes;
        this.orders = orders;
        this.clock = clock;
        this.notices = notices;
        this.answers = answers;
    }

    /** What is to be carried out is put in here. */
    OrderIntent intent() {
        return intent;
    }

    /** An order at the market, made at this time. */
    void market(int instrumentId, Side side, double amount, long timeNs) {
        intent.begin(OrderOperation.NEW, instrumentId).type(OrderType.EXCHANGE_MARKET);
        intent.side(side).amount(amount);
        newOrder(timeNs);
    }

    /** What was put in, made at this time. */
    void carryOut(long timeNs) {
        if (intent.expiryMs() < 0) {
            intent.expiryMs(orders.timeMs() - intent.expiryMs());
        }
        switch (intent.operation()) {
            case NEW -> newOrder(timeNs);
            case UPDATE -> update(timeNs);
            case CANCEL -> cancel();
            case CANCEL_GROUP -> cancelGroup();
            case CANCEL_ALL ->
                    answers.say("cancel all: asked for " + count(orders.cancelAll(true)));
        }
    }

    private void newOrder(long timeNs) {
        intent.origin(OrderOrigin.CONSOLE.code());
        RiskVerdict verdict = RiskVerdict.TYPED_LONG_AGO;
        if (isOld(timeNs)) { // at the price of another time
            orders.onRefused(OrderOrigin.CONSOLE, verdict);
        } else {
            quotes.describe(intent, intent.instrumentId());
            verdict = orders.submit(intent);
        }
        if (!verdict.isAccepted()) {
            refuse(verdict);
        }
    }

    private boolean isOld(long timeNs) {
        return clock.nanoTime() - timeNs > AGE_MAX_NS;
    }

    private void refuse(RiskVerdict verdict) {
        refusalEvent.begin(intent.instrumentId(), 0).type(EventType.EXECUTION_REPORT);
        refusal.wrap(refusalEvent).clear().kind(ReportKind.REFUSED_HERE);
        refusal.request(RequestKind.NEW_ORDER).orderType(intent.type()).flags(intent.flags());
        refusal.side(intent.side()).originalAmount(Decimals.toDouble(intent.units()));
        refusal.price(Price.toDouble(intent.price())).text(inWords(verdict));
        notices.offer(NoticeType.EVENT, refusalEvent);
    }

    private String inWords(RiskVerdict verdict) {
        return switch (verdict) {
            case HALTED -> verdict.reason() + ": " + orders.haltReason();
            case ACCOUNT_DOUBT, ACCOUNT_DOUBT_HELD ->
                    verdict.reason() + ": " + orders.doubtReason();
            case COMBINATION -> orders.combination();
            case AMOUNT_MIN -> verdict.reason() + ": " + orders.leastAmount(intent.instrumentId());
            default -> verdict.reason();
        };
    }

    private void update(long timeNs) {
        long number = intent.orderId();
        Order order = orders.find(number);
        if (order == null) {
            answers.say("update " + number + ": no order of ours has this number");
            return;
        }
        RiskVerdict verdict = RiskVerdict.TYPED_LONG_AGO;
        if (!isOld(timeNs)) {
            quotes.describe(intent, order.instrument().id());
            verdict = orders.update(order, intent, OrderOrigin.CONSOLE);
        }
        if (!verdict.isAccepted()) {
            answers.say("update " + number + " refused here: " + inWords(verdict));
        }
    }

    private void cancel() {
        long number = intent.orderId();
        Order order = orders.find(number);
        if (order == null) {
            answers.say("cancel " + number + ": no order of ours has this number");
        } else if (!order.isOpen()) {
            answers.say("cancel " + number + ": it is not open any more");
        } else if (!orders.cancel(order)) {
            answers.say("cancel " + number + ": nothing can be sent just now");
        }
    }

    private void cancelGroup() {
        int asked = orders.cancelGroup(intent.groupId());
        answers.say("cancel group " + intent.groupId() + ": asked for " + count(asked));
    }

    private static String count(int asked) {
        return Counts.of(asked, "open order");
    }
}
