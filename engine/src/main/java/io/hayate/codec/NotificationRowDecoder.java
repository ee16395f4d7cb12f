package io.hayate.codec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.hayate.event.Event;
import io.hayate.event.EventType;
import io.hayate.event.ExecutionReport;
import io.hayate.event.ReportKind;
import io.hayate.model.Instruments;
import io.hayate.model.RequestKind;
import io.hayate.model.Texts;
import java.io.IOException;

/**
 * Decodes a notification that answers an order request; any other becomes nothing.
 *
 * <pre>
 * [MTS, TYPE, MESSAGE_ID, _, INFO, CODE, STATUS, TEXT, ...]
 * [0,"n",[null,"on-req",null,null,[null,null,1513970684865000,...],null,"ERROR","Invalid price."]]
 * </pre>
 */
final class NotificationRowDecoder implements RowDecoder {
    private static final String REQUEST_SUFFIX = "-req";

    private final OrderRowReader row;
    private final ExecutionReport report = new ExecutionReport();
    private boolean requestAnswer;
    private String unclear;

    NotificationRowDecoder(Instruments instruments) {
        this.row = new OrderRowReader(instruments);
    }

    /** Forgets the notification before. */
    void clear() {
        requestAnswer = false;
    }

    /** True when the notification answers a request, of whatever kind: {@code fon-req}, too. */
    boolean isRequestAnswer() {
        return requestAnswer;
    }

    @Override
    public String unclear() {
        return unclear;
    }

    @Override
    public EventType decode(JsonParser json, Event event) throws IOException {
        Json.skip(json, 1); // the time is null, whole or a fraction
        unclear = null;
        RequestKind request = nextRequestKind(json);
        if (request == null) {
            Json.skipToEndOfArray(json);
            return EventType.NONE;
        }
        OrderRowReader.blank(event, report.wrap(event), ReportKind.REQUEST_ANSWER);
        report.request(request);
        Json.skip(json, 2);
        decodeInfo(json, event);
        Json.skip(json, 1);
        decodeOutcome(json);
        Json.skipToEndOfArray(json);
        if (unclear == null && report.orderId() == 0 && report.clientOrderId() == 0) {
            unclear = "an answer names no order";
        }
        return EventType.EXECUTION_REPORT;
    }

    private RequestKind nextRequestKind(JsonParser json) throws IOException {
        if (!Json.nextText(json)) {
            unclear = "a notification has no type";
            return null;
        }
        char[] text = json.getTextCharacters();
        int offset = json.getTextOffset();
        int length = json.getTextLength();
        requestAnswer = Texts.endsWith(REQUEST_SUFFIX, text, offset, length);
        return RequestKind.ofWire(text, offset, length);
    }

    private void decodeInfo(JsonParser json, Event event) throws IOException {
        JsonToken info = Json.nextValue(json);
        if (info == JsonToken.START_ARRAY) {
            row.readToStatus(json, event, report);
            Json.skip(json, 1);
            row.readFromStatus(json, report);
            unclear = row.unclear();
            json.clearCurrentToken(); // the order row has ended, the notification goes on
        } else if (info != JsonToken.END_ARRAY) {
            Json.leaveValue(json);
        }
    }

    /** What is neither of the known words is neither: the venue may have new ones. */
    private void decodeOutcome(JsonParser json) throws IOException {
        boolean isRefused = false;
        if (Json.nextText(json)) {
            char[] text = json.getTextCharacters();
            int offset = json.getTextOffset();
            int length = json.getTextLength();
            report.isAccepted(Texts.equals("SUCCESS", text, offset, length));
            isRefused =
                    Texts.equals("ERROR", text, offset, length)
                            || Texts.equals("FAILURE", text, offset, length);
        }
        report.isOutcomeOpen(!report.isAccepted() && !isRefused);
        if (report.isOutcomeOpen()) {
            unclear = "an answer says neither SUCCESS nor ERROR";
        }
        if (Json.nextText(json)) {
            report.text(json.getTextCharacters(), json.getTextOffset(), json.getTextLength());
        }
    }
}
