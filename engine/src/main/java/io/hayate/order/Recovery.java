package io.hayate.order;

import io.hayate.books.BookSums;
import io.hayate.books.Books;
import io.hayate.books.DayLosses;
import io.hayate.event.ExecutionReport;
import io.hayate.event.OrderIntent;
import io.hayate.journal.past.PastBooks;
import io.hayate.journal.past.PastFills;
import io.hayate.journal.past.PastOrder;
import io.hayate.journal.past.PastOrders;
import io.hayate.model.Instrument;
import io.hayate.model.Instruments;
import io.hayate.model.OrderStatus;
import io.hayate.model.Side;
import io.hayate.outbound.OrderEntry;
import io.hayate.risk.RiskChecks;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.function.IntToLongFunction;

/**
 * Takes up the orders that runs before have left without an end, and keeps the journal short: each segment
 * begins with all that is known of what is open, so that none before it need be read again. Before the start
 * it allocates; then it is the strategy thread's, and allocates nothing.
 */
final class Recovery {
    private static final int CHECKPOINTS_MAX =
            2_000; // more open orders keep the segments before, too

    private final Instruments instruments;
    private final OrderPool pool;
    private final OrderStates states;
    private final Fills fills;
    private final OrderLog log;
    private final Books books;
    private final UnwrittenOrders unwritten;
    private final IntToLongFunction largestFill;
    private final OrderIntent intent = OrderIntent.allocate();
    private boolean isTold = true;
    private long segment; // the one that begins with what is open

    Recovery(
            Instruments instruments,
            OrderPool pool,
            OrderStates states,
            Fills fills,
            OrderLog log,
            Books books) {
        this.instruments = instruments;
        this.pool = pool;
        this.states = states;
        this.fills = fills;
        this.log = log;
        this.books = books;
        unwritten = new UnwrittenOrders(instruments, pool, states, log);
        largestFill = fills::largest;
    }

    /**
     * The books of an account.
     *
     * @param risks what checks the account, then each strategy by its number
     */
    static Books books(
            OrderEntry entry, Positions positions, List<RiskChecks> risks, ClientOrderIds ids) {
        List<BookSums> sums = new ArrayList<>();
        for (int i = 0; i < risks.size(); i++) {
            Positions each = positions.of(i);
            sums.add(new BookSums(each.portfolio(), each.day(), new Losses(risks.get(i))));
        }
        return new Books(entry.requests().journal(), sums, positions.wallets(), ids::endOfReserved);
    }

    /** In which currencies the day has lost what it may. */
    private record Losses(RiskChecks risks) implements DayLosses {
        @Override
        public boolean isReached(int currency) {
            return risks.isLossReached(currency);
        }

        @Override
        public int count() {
            return risks.lossesReached();
        }

        @Override
        public void onReachedBefore(int currency, long timeMs) {
            risks.onLossReachedBefore(currency, timeMs);
        }
    }

    /**
     * Takes up the orders of the runs before, and their books. What there is no place for halts trading until
     * a person has looked.
     *
     * @param nowMs by the clock of the wall, at {@code nowNs}
     */
    void take(PastOrders past, long nowNs, long nowMs, OrderEntry entry) {
        int left = past.isIncomplete() ? 1 : 0;
        for (PastOrder order : past.all()) {
            left += isTaken(order, nowNs, nowMs) ? 0 : 1;
        }
        left += books.take(past.books(), instruments, nowMs);
        recall(past);
        unwritten.expect(past.books());
        for (int id = 0; id < instruments.count(); id++) {
            entry.prepare(instruments.get(id));
        }
        if (left > 0) {
            entry.halt().begin("orders of the run before have no place here: look at the exchange");
        }
    }

    /** Takes a report before it is applied: it may make known an order that the journal had lost. */
    void onReport(ExecutionReport report, int instrumentId, long nowNs, long nowMs) {
        unwritten.onReport(report, instrumentId, nowNs, nowMs);
    }

    /** Such an order, once; else null. */
    Order takeNews() {
        return unwritten.takeNews();
    }

    private void recall(PastOrders past) {
        PastBooks kept = past.books();
        past.largestFills().forEach((symbol, id) -> at(symbol, number -> fills.recall(number, id)));
        kept.fills()
                .forgotten()
                .forEach((symbol, id) -> at(symbol, at -> fills.recallFills(at, id)));
        PastFills fees = kept.feesOfFills();
        fees.forgotten()
                .forEach((symbol, id) -> at(symbol, number -> fills.recallFees(number, id)));
        for (PastFills.Fill each : kept.fills().latest()) {
            at(each.symbol(), id -> fills.recallFill(id, each.tradeId(), side(each)));
        }
        for (PastFills.Fill each : fees.latest()) {
            at(each.symbol(), id -> fills.recallFee(id, each.tradeId(), side(each)));
        }
    }

    private void at(String symbol, IntConsumer taker) {
        int instrumentId = instruments.register(symbol);
        if (instrumentId != Instrument.NONE) {
            taker.accept(instrumentId);
        }
    }

    private static Side side(PastFills.Fill fill) {
        return fill.side() < 0 ? Side.SELL : Side.BUY;
    }

    private boolean isTaken(PastOrder past, long nowNs, long nowMs) {
        String symbol = past.symbol();
        int instrumentId = symbol == null ? Instrument.NONE : instruments.register(symbol);
        Order order = instrumentId == Instrument.NONE ? null : pool.free();
        if (order == null) {
            return false;
        }
        pool.take();
        intent.copyFrom(past.intent()).instrumentId(instrumentId);
        if (intent.strategy() > states.strategies()) {
            intent.strategy(0); // that one runs no more
        }
        order.begin(intent, instruments.get(instrumentId));
        order.connection(0);
        pool.onBegun(order);
        pool.onOrderId(order, past.orderId());
        order.restore(past.filledUnits(), past.toldUnits(), past.toldValue(), past.adoptedPrice());
        long agoMs = Math.max(0, nowMs - past.sentMs());
        order.inDoubt().sentNs(nowNs - TimeUnit.MILLISECONDS.toNanos(agoMs));
        states.onRecovered(order, OrderStatus.ofCode(past.status()));
        isTold = false;
        return true;
    }

    /** Tells of those that were taken up, once, and writes down what is open where a segment has begun. */
    void onTime(long nowNs, long nowMs) {
        if (!isTold) {
            isTold = true;
            for (int i = 0; i < states.doubtful().count(); i++) {
                Order order = states.doubtful().get(i);
                log.onOutcomeUnknown(order, order.doubt());
            }
        }
        books.onTime(nowNs, largestFill, isSettled());
        long now = log.segment();
        if (now != segment) {
            segment = now;
            writeOpen(nowNs, nowMs);
        }
    }

    private boolean isSettled() {
        return states.isListed() && !states.isAccountInDoubt() && states.doubtful().count() == 0;
    }

    private void writeOpen(long nowNs, long nowMs) {
        if (states.openOrders() > CHECKPOINTS_MAX) {
            return;
        }
        for (int i = 0; i < pool.size(); i++) {
            Order order = pool.get(i);
            if (order.isOpen()) {
                long agoNs = nowNs - order.inDoubt().sentNs();
                long sentMs = nowMs - TimeUnit.NANOSECONDS.toMillis(agoNs);
                log.onCheckpoint(order, sentMs, fills.largest(order.instrument().id()));
                if (order.adoptedUnits() > 0) {
                    fills.write(order);
                }
            }
        }
    }
}
