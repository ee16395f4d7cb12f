package io.hayate.order;

import io.hayate.books.Books;
import io.hayate.event.ExecutionReport;
import io.hayate.journal.HoldingRecord;
import io.hayate.metrics.Counter;
import io.hayate.metrics.Counters;
import io.hayate.model.OrderStatus;
import io.hayate.model.Side;
import io.hayate.number.Decimals;
import io.hayate.number.ExactSum;
import io.hayate.portfolio.Portfolio;
import java.util.function.Consumer;

/**
 * Counts fills: each once, whether {@code te}, {@code tu} or only an order row told it. What cannot be
 * true, a fill of more than is left of its order or a position beyond all bounds, is left out and
 * makes the account doubtful. Strategy thread; allocates nothing but for such a fill.
 */
final class Fills {
    private final TradeIds tradeIds = new TradeIds();
    private final Fees fees;
    private final Positions positions;
    private final Portfolio portfolio;
    private final Counters counters;
    private final Consumer<String> doubter;
    private final Books books;

    /**
     * Without a fill.
     *
     * @param doubter told why what is known of the account may be wrong
     * @param books where what is counted is written down
     */
    Fills(Positions positions, Counters counters, Consumer<String> doubter, Books books) {
        portfolio = positions.portfolio();
        this.positions = positions;
        this.books = books;
        fees = new Fees(positions, books);
        this.counters = counters;
        this.doubter = doubter;
    }

    /** Takes fills up to this number as told: a run before has counted them. */
    void recall(int instrumentId, long tradeId) {
        tradeIds.recall(instrumentId, tradeId);
        fees.recall(instrumentId, tradeId);
    }

    /** Takes fills up to this number as told, but not their fees. */
    void recallFills(int instrumentId, long tradeId) {
        tradeIds.recall(instrumentId, tradeId);
    }

    /** Takes the fees of fills up to this number as told. */
    void recallFees(int instrumentId, long tradeId) {
        fees.recall(instrumentId, tradeId);
    }

    /** Takes one fill as told. */
    void recallFill(int instrumentId, long tradeId, Side side) {
        tradeIds.recall(instrumentId, tradeId, side);
    }

    /** Takes the fee of one fill as told. */
    void recallFee(int instrumentId, long tradeId, Side side) {
        fees.recall(instrumentId, tradeId, side);
    }

    /** The largest number of a fill that was told of an instrument; 0 for none. */
    long largest(int instrumentId) {
        return tradeIds.largest(instrumentId);
    }

    /** Takes a fill of an order of ours; false when it was counted before, or cannot be true. */
    boolean onFill(Order order, ExecutionReport report) {
        if (!Double.isNaN(report.fee())) {
            fees.onFee(order, report);
        }
        if (!tradeIds.add(report.tradeId(), order.instrument().id(), order.side())) {
            return false;
        }
        long units = units(report.fillAmount(), order.untoldUnits());
        if (units > order.untoldUnits()) {
            refuse(FillWords.ofOverfill(order, report));
            return false;
        }
        long news = order.newsOf(units);
        double price = price(order, report.fillPrice());
        if (!count(order, news, price, report.createTimeMs())) {
            refuse(FillWords.of(order, report) + FillWords.BEYOND);
            return false;
        }
        reprice(order, units - news, price);
        order.addFill(units, report.fillPrice());
        write(HoldingRecord.FILL, order, report.tradeId());
        return news > 0; // else an order row had told it, and it was adopted
    }

    /** The price at which it is counted; where none is told, that of the order. */
    private double price(Order order, double told) {
        boolean isPrice = told > 0 && told <= Double.MAX_VALUE;
        if (!isPrice || !ExactSum.isExactPrice(told)) {
            counters.increment(Counter.FILLS_INEXACT);
        }
        if (isPrice) {
            return told;
        }
        return order.price() > 0 ? order.price() : 0;
    }

    /** What was counted at the price of a row has become known by its own. */
    private void reprice(Order order, long units, double price) {
        if (units > 0) {
            reprice(portfolio, order, units, price);
            if (order.strategy() > 0) {
                reprice(own(order), order, units, price);
            }
        }
    }

    private static void reprice(Portfolio counted, Order order, long units, double price) {
        long signed = order.side().sign() * units;
        counted.onCorrection(order.instrument().id(), signed, order.adoptedPrice(), price);
    }

    /** What its strategy's fills have come to. */
    private Portfolio own(Order order) {
        return positions.of(order.strategy()).portfolio();
    }

    /** Takes what an order row says was filled: what it leaves out is known, and filled is filled. */
    void onRow(Order order, ExecutionReport report, OrderStatus status, long nowNs) {
        long original = Decimals.toUnits(report.originalAmount());
        long remaining = Decimals.toUnits(report.remainingAmount());
        if (status == OrderStatus.FILLED) {
            remaining = 0;
        }
        if (remaining != Decimals.INEXACT) {
            long ordered = original == Decimals.INEXACT ? order.units() : original;
            long filled = ordered - remaining;
            if (filled > order.units()) {
                doubter.accept(FillWords.ofRow(order, filled));
            }
            order.rowFilled(Math.min(filled, order.units()), report.averagePrice(), nowNs);
        }
    }

    /** Counts what an order row told and no fill did; returns those units. */
    long adopt(Order order) {
        long units = order.missingUnits();
        long before = order.adoptedUnits();
        double price = price(order, order.missingPrice());
        if (!count(order, units, price, 0)) {
            refuse(FillWords.of(order) + FillWords.BEYOND);
            order.forgetMissing();
            return 0;
        }
        reprice(order, before, price);
        portfolio.onEstimate(order.instrument().id(), units + before);
        if (order.strategy() > 0) {
            own(order).onEstimate(order.instrument().id(), units + before);
        }
        order.adoptMissing(price);
        write(HoldingRecord.ADOPTED, order, 0);
        counters.increment(Counter.FILLS_ADOPTED);
        return units;
    }

    /** Writes down all that was filled of an open order, and what its instrument holds. */
    void write(Order order) {
        write(HoldingRecord.ORDER, order, 0);
    }

    private void write(int cause, Order order, long tradeId) {
        int id = order.instrument().id();
        HoldingRecord record = books.begin(cause, id, order.strategy());
        if (record != null) {
            order.put(record);
            record.fill(tradeId, order.side().sign());
            books.commit(order.clientOrderId(), order.orderId());
        }
    }

    private boolean count(Order order, long units, double price, long timeMs) {
        if (units == 0) {
            return true;
        }
        long signed = order.side().sign() * units;
        boolean counted = portfolio.onFill(order.instrument(), signed, price);
        if (counted) {
            counters.increment(Counter.FILLS);
            int id = order.instrument().id();
            portfolio.history().add(timeMs, id, signed, price, order.clientOrderId());
        }
        if (counted && order.strategy() > 0) {
            countOwn(order, signed, price);
        }
        return counted;
    }

    /** A strategy's sum may go beyond all bounds where the account's does not. */
    private void countOwn(Order order, long signed, double price) {
        if (!own(order).onFill(order.instrument(), signed, price)) {
            refuse(FillWords.of(order) + FillWords.BEYOND);
        }
    }

    private void refuse(String why) {
        counters.increment(Counter.FILLS_REFUSED);
        doubter.accept(why);
    }

    /** In whole units; what rounding adds to the last part of an order is no fill beyond it. */
    private long units(double amount, long left) {
        long units = Decimals.toUnits(amount);
        if (units != Decimals.INEXACT) {
            return units;
        }
        counters.increment(Counter.FILLS_INEXACT);
        long nearest = Math.round(amount * Decimals.UNITS_PER_ONE);
        return nearest == left + 1 ? left : nearest;
    }
}
