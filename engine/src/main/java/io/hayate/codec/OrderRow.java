package io.hayate.codec;

import com.fasterxml.jackson.core.JsonParser;
import io.hayate.event.Event;
import io.hayate.event.ExecutionReport;
import io.hayate.event.ReportKind;
import io.hayate.model.Instrument;
import io.hayate.model.Instruments;
import io.hayate.model.OrderType;
import io.hayate.model.Side;
import java.io.IOException;

/**
 * Reads the venue's order row, in frames of its own and within notifications.
 *
 * <pre>
 * [ID, GID, CID, SYMBOL, MTS_CREATE, MTS_UPDATE, AMOUNT, AMOUNT_ORIG, ORDER_TYPE, TYPE_PREV,
 *  MTS_TIF, _, FLAGS, STATUS, _, _, PRICE, PRICE_AVG, ...]
 * </pre>
 */
final class OrderRow {
    private static final int TYPE_PREV_TO_FLAGS = 4;
    private static final int BEHIND_STATUS = 2;

    private final Instruments instruments;

    OrderRow(Instruments instruments) {
        this.instruments = instruments;
    }

    /** Writes a report of which nothing is known but its kind. */
    static void blank(Event event, ExecutionReport report, ReportKind kind) {
        event.instrumentId(Instrument.NONE);
        report.kind(kind).orderId(0).clientOrderId(0).groupId(0).tradeId(0);
        report.createTimeMs(0).updateTimeMs(0);
        report.remainingAmount(Double.NaN).originalAmount(Double.NaN);
        report.price(Double.NaN).averagePrice(0);
        report.fillAmount(0).fillPrice(0).fee(Double.NaN).isMaker(false);
        report.side(Side.BUY).orderType(OrderType.OTHER).status(null);
        report.request(null).isAccepted(false).text("").feeCurrency("");
    }

    /** Reads all that comes before the status, which is then next. */
    void readToStatus(JsonParser json, Event event, ExecutionReport report) throws IOException {
        report.orderId(Json.nextLong(json)).groupId(Json.nextLong(json));
        report.clientOrderId(Json.nextLong(json));
        event.instrumentId(Json.nextInstrument(json, instruments));
        report.createTimeMs(Json.nextTimeMs(json)).updateTimeMs(Json.nextTimeMs(json));
        double remaining = Json.nextDecimal(json);
        double original = Json.nextDecimal(json);
        report.remainingAmount(Math.abs(remaining)).originalAmount(Math.abs(original));
        report.side(Side.of(original > 0 || original < 0 ? original : remaining));
        report.orderType(nextOrderType(json));
        Json.skip(json, TYPE_PREV_TO_FLAGS);
    }

    /** Reads what comes behind the status, to the end of the row. */
    void readFromStatus(JsonParser json, ExecutionReport report) throws IOException {
        Json.skip(json, BEHIND_STATUS);
        report.price(Json.nextDecimal(json));
        double average = Json.nextDecimal(json);
        report.averagePrice(Double.isNaN(average) ? 0 : average);
        Json.skipToEndOfArray(json);
    }

    static OrderType nextOrderType(JsonParser json) throws IOException {
        return Json.nextText(json)
                ? OrderType.ofWire(
                        json.getTextCharacters(), json.getTextOffset(), json.getTextLength())
                : OrderType.OTHER;
    }
}
