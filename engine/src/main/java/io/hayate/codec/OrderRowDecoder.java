package io.hayate.codec;

import com.fasterxml.jackson.core.JsonParser;
import io.hayate.event.Event;
import io.hayate.event.EventType;
import io.hayate.event.ExecutionReport;
import io.hayate.event.ReportKind;
import io.hayate.model.Instruments;
import io.hayate.model.OrderStatus;
import java.io.IOException;

/**
 * Decodes a row of {@code os}, {@code on}, {@code ou} or {@code oc}.
 *
 * <pre>[0,"on",[111172419114,null,1755757983971,"tBTCUSD",...,"ACTIVE",null,null,10000,...]]</pre>
 */
final class OrderRowDecoder implements RowDecoder {
    private final ReportKind kind;
    private final OrderRow row;
    private final ExecutionReport report = new ExecutionReport();

    OrderRowDecoder(ReportKind kind, Instruments instruments) {
        this.kind = kind;
        this.row = new OrderRow(instruments);
    }

    @Override
    public EventType decode(JsonParser json, Event event) throws IOException {
        OrderRow.blank(event, report.wrap(event), kind);
        row.readToStatus(json, event, report);
        decodeStatus(json);
        row.readFromStatus(json, report);
        return EventType.EXECUTION_REPORT;
    }

    private void decodeStatus(JsonParser json) throws IOException {
        boolean told = Json.nextText(json);
        char[] text = json.getTextCharacters();
        int offset = json.getTextOffset();
        int length = told ? json.getTextLength() : 0;
        report.status(statusOf(text, offset, length)).text(text, offset, length);
    }

    private OrderStatus statusOf(char[] text, int offset, int length) {
        double remaining = report.remainingAmount();
        double original = report.originalAmount();
        return kind == ReportKind.CLOSED
                ? StatusText.ofClosed(text, offset, length, remaining, original)
                : StatusText.ofOpen(text, offset, length, remaining, original);
    }
}
