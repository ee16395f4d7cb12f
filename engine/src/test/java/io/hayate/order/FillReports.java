package io.hayate.order;

import io.hayate.event.Event;
import io.hayate.event.ExecutionReport;
import io.hayate.event.ReportKind;

/** Reports of fills as the codec leaves them, where a frame for each would take too long. */
final class FillReports {
    private static final ExecutionReport REPORT = new ExecutionReport().wrap(Event.allocate());

    private FillReports() {}

    /** A fill of a buy; the same flyweight each time. */
    static ExecutionReport fill(long tradeId, double amount) {
        REPORT.clear().kind(ReportKind.FILL).tradeId(tradeId);
        return REPORT.fillAmount(amount).fillPrice(100);
    }
}
