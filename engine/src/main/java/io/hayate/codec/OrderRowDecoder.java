package io.hayate.codec;

import com.fasterxml.jackson.core.JsonParser;
import io.hayate.event.Event;
import io.hayate.event.EventType;
import io.hayate.event.ExecutionReport;
import io.hayate.event.ReportKind;
import io.hayate.model.Instruments;
import io.hayate.model.OrderStatus;
import io.hayate.model.Texts;
import java.io.IOException;

/**
 * Decodes a row of {@code os}, {@code on}, {@code ou} or {@code oc}.
 *
 * <pre>[0,"on",[111172419114,null,1755757983971,"tBTCUSD",...,"ACTIVE",null,null,10000,...]]</pre>
 */
final class OrderRowDecoder implements RowDecoder {
    private final ReportKind kind;
    private final OrderRowReader row;
    private final ExecutionReport report = new ExecutionReport();
    private boolean isStatusClear;
    private String unclear;

    OrderRowDecoder(ReportKind kind, Instruments instruments) {
        this.kind = kind;
        this.row = new OrderRowReader(instruments);
    }

    @Override
    public String unclear() {
        return unclear;
    }

    @Override
    public EventType decode(JsonParser json, Event event) throws IOException {
        OrderRowReader.blank(event, report.wrap(event), kind);
        row.readToStatus(json, event, report);
        decodeStatus(json);
        row.readFromStatus(json, report);
        unclear = row.unclear() == null ? missing() : row.unclear();
        return EventType.EXECUTION_REPORT;
    }

    /** What an order row must tell and this one does not; null when it tells all. */
    private String missing() {
        if (report.orderId() == 0) {
            return "the id of an order is missing";
        }
        if (!row.isNamed()) {
            return "the symbol of an order is missing";
        }
        boolean told = report.remainingAmount() >= 0 && report.originalAmount() > 0;
        if (!told) {
            return "an amount of an order is missing";
        }
        return isStatusClear ? null : "the status of an order is not clear";
    }

    private void decodeStatus(JsonParser json) throws IOException {
        boolean told = Json.nextText(json);
        char[] text = json.getTextCharacters();
        int offset = json.getTextOffset();
        int length = told ? json.getTextLength() : 0;
        isStatusClear = told && !contradicts(text, offset, length);
        report.status(statusOf(text, offset, length)).text(text, offset, length);
    }

    /** True when the word of an order that is gone is none of that, or not that of its amounts. */
    private boolean contradicts(char[] text, int offset, int length) {
        boolean isExecuted = Texts.startsWith("EXECUTED", text, offset, length);
        return kind == ReportKind.CLOSED
                && (Texts.startsWith("ACTIVE", text, offset, length)
                        || (isExecuted && report.remainingAmount() > 0));
    }

    private OrderStatus statusOf(char[] text, int offset, int length) {
        double remaining = report.remainingAmount();
        double original = report.originalAmount();
        return kind == ReportKind.CLOSED
                ? StatusText.ofClosed(text, offset, length, remaining, original)
                : StatusText.ofOpen(text, offset, length, remaining, original);
    }
}
