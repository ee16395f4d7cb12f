package io.hayate.story;

import io.hayate.event.Event;
import io.hayate.event.ExecutionReport;
import io.hayate.event.ReportKind;
import io.hayate.model.OrderType;
import io.hayate.model.Side;

/** Reports with nothing but texts in them. */
final class Reports {
    private Reports() {}

    static ExecutionReport of(String text, String feeCurrency) {
        ExecutionReport report = new ExecutionReport().wrap(Event.allocate()).clear();
        report.kind(ReportKind.NEW).side(Side.BUY).orderType(OrderType.EXCHANGE_LIMIT).text(text);
        return report.feeCurrency(feeCurrency.toCharArray(), 0, feeCurrency.length());
    }
}
