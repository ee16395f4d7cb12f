package io.hayate.story;

import io.hayate.journal.JournalRecord;
import io.hayate.journal.RecordType;
import io.hayate.journal.ReportRecord;
import io.hayate.model.OrderStatus;
import io.hayate.number.Decimals;

/** Takes into the sum of an order what the venue told of it. One thread. */
final class ReportTaker {
    private final ReportRecord report = new ReportRecord();
    private final TradeTaker trades;

    /** {@code trades} are told what is news of fills and fees. */
    ReportTaker(TradeTaker trades) {
        this.trades = trades;
    }

    /** Takes a report; false when it cannot be about this order. */
    boolean take(JournalOrder order, JournalRecord record, String symbol) {
        report.wrap(record);
        boolean isFill = record.type() == RecordType.FILL || record.type() == RecordType.FEE;
        long units = Decimals.toUnits(isFill ? report.fillAmount() : report.originalAmount());
        boolean byId = record.orderId() != 0 && record.orderId() == order.orderId;
        if (!order.agrees(symbol, report.side() < 0, isFill, units, byId)) {
            return false;
        }
        order.symbol = order.symbol == null ? symbol : order.symbol;
        if (record.orderId() != 0) {
            order.orderId = record.orderId();
        }
        if (isFill) {
            takeFill(order, units);
        } else if (record.type() == RecordType.ROW) {
            takeRow(order, units);
        }
        return true;
    }

    /** The status that the row which was taken last tells; null for none. */
    OrderStatus status() {
        for (OrderStatus each : OrderStatus.values()) {
            if (each.code() == report.status()) {
                return each;
            }
        }
        return null;
    }

    private void takeFill(JournalOrder order, long units) {
        FilledPart filled = order.filled;
        if (filled.fee(report.tradeId(), Exact.of(report.fee()), report.feeCurrency())) {
            trades.onFee(order, report.fee(), report.feeCurrency());
        }
        if (!filled.isNews(report.tradeId())) {
            return;
        }
        long whole = units == Decimals.INEXACT ? nearest(order) : units;
        double adoptedPrice = filled.adoptedPrice();
        long news = filled.fill(whole, report.fillPrice());
        int sign = order.isSell ? -1 : 1;
        if (news > 0) {
            trades.onTrade(order, sign * news, report.fillPrice(), false);
        }
        if (news < whole) {
            trades.onCorrection(order, sign * (whole - news), adoptedPrice, report.fillPrice());
        }
    }

    /** What rounding adds to the last part of an order is no fill beyond it. */
    private long nearest(JournalOrder order) {
        long nearest = Math.round(report.fillAmount() * Decimals.UNITS_PER_ONE);
        long left = order.amountUnits - order.filled.fillUnits();
        return nearest == left + 1 ? left : nearest;
    }

    private void takeRow(JournalOrder order, long units) {
        if (units > 0) {
            order.amountUnits = units;
        }
        boolean isFilled = report.status() == OrderStatus.FILLED.code();
        long left = isFilled ? 0 : Decimals.toUnits(report.remainingAmount());
        if (left != Decimals.INEXACT) {
            long filled = Math.min(order.amountUnits - left, order.amountUnits);
            order.filled.row(filled, report.averagePrice());
        }
    }
}
