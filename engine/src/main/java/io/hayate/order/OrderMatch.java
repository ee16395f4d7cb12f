package io.hayate.order;

import io.hayate.event.ExecutionReport;
import io.hayate.event.ReportKind;
import io.hayate.model.Instrument;
import io.hayate.model.OrderStatus;
import io.hayate.number.Decimals;

/**
 * Whether what the venue says belongs to the order that its numbers name: others who trade on the
 * account may use our numbers. Strategy thread; allocates nothing.
 */
final class OrderMatch {
    private OrderMatch() {}

    /** True when symbol, side and amount are the order's, as far as the report tells them. */
    static boolean agrees(Order order, ExecutionReport report, int instrumentId) {
        boolean isSymbol =
                instrumentId == Instrument.NONE || instrumentId == order.instrument().id();
        boolean isFill = report.kind() == ReportKind.FILL || report.kind() == ReportKind.FILL_FEE;
        double amount = isFill ? report.fillAmount() : report.originalAmount();
        if (!isSymbol) {
            return false;
        }
        boolean byItsId = report.orderId() != 0 && report.orderId() == order.orderId();
        if (!(amount > 0) || (byItsId && !isFill)) {
            return true; // under the venue's number an order may have come to another amount
        }
        return report.side() == order.side()
                && (isFill || Decimals.toUnits(amount) == order.units());
    }

    /** True while the venue has said nothing of the order, so that a refusal is its end. */
    static boolean isUntouched(Order order) {
        boolean isOpen =
                order.status() == OrderStatus.SUBMITTED || order.status() == OrderStatus.UNKNOWN;
        return isOpen && order.orderId() == 0 && order.filledUnits() == 0;
    }
}
