package io.hayate.codec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
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
final class OrderRowReader {
    private static final int TYPE_PREV_TO_FLAGS = 3;
    private static final int BEHIND_STATUS = 2;

    private static final double AMOUNT_MAX = 9e10; // what a long holds in units of 1e-8
    private static final long TIME_MS_MAX = 7_258_118_400_000L; // the year 2200

    private final Instruments instruments;
    private String unclear;
    private boolean isNamed;
    private int wraps; // lists that the row is the only one of

    OrderRowReader(Instruments instruments) {
        this.instruments = instruments;
    }

    /** What of the row read last was not understood; null when all of it was. */
    String unclear() {
        return unclear;
    }

    /** True when the row read last told a symbol, one that we can keep or not. */
    boolean isNamed() {
        return isNamed;
    }

    private void note(boolean isWrong, String what) {
        unclear = unclear == null && isWrong ? what : unclear;
    }

    /** Writes a report of which nothing is known but its kind. */
    static void blank(Event event, ExecutionReport report, ReportKind kind) {
        event.instrumentId(Instrument.NONE);
        report.kind(kind).orderId(0).clientOrderId(0).groupId(0).tradeId(0);
        report.createTimeMs(0).updateTimeMs(0);
        report.remainingAmount(Double.NaN).originalAmount(Double.NaN);
        report.price(Double.NaN).averagePrice(0);
        report.fillAmount(0).fillPrice(0).fee(Double.NaN).isMaker(false);
        report.auxPrice(0).trailingDistance(0).flags(0);
        report.side(Side.BUY).orderType(OrderType.OTHER).status(null);
        report.request(null).isAccepted(false).isOutcomeOpen(false).text("").feeCurrency("");
    }

    /**
     * Reads all that comes before the status, which is then next. A row that is the only one of a list, or
     * of lists in lists, is that row.
     */
    void readToStatus(JsonParser json, Event event, ExecutionReport report) throws IOException {
        unclear = null;
        report.orderId(nextId(json)).groupId(Json.nextLong(json));
        report.clientOrderId(Json.nextLong(json));
        note(
                report.orderId() < 0 || report.clientOrderId() < 0,
                "a number of an order is negative");
        event.instrumentId(nextInstrument(json));
        report.createTimeMs(nextTimeMs(json)).updateTimeMs(nextTimeMs(json));
        double remaining = Json.nextDecimal(json);
        double original = Json.nextDecimal(json);
        checkAmounts(remaining, original);
        report.remainingAmount(Math.abs(remaining)).originalAmount(Math.abs(original));
        report.side(Side.of(original > 0 || original < 0 ? original : remaining));
        report.orderType(nextOrderType(json));
        Json.skip(json, TYPE_PREV_TO_FLAGS);
        report.flags((int) nextNumber(json));
    }

    private long nextId(JsonParser json) throws IOException {
        wraps = 0;
        JsonToken token = Json.nextValue(json);
        while (token == JsonToken.START_ARRAY) {
            wraps++;
            token = Json.nextValue(json);
        }
        return Json.longOf(json);
    }

    private int nextInstrument(JsonParser json) throws IOException {
        isNamed = Json.nextText(json) && json.getTextLength() > 0;
        return isNamed
                ? instruments.register(
                        json.getTextCharacters(), json.getTextOffset(), json.getTextLength())
                : Instrument.NONE;
    }

    private long nextTimeMs(JsonParser json) throws IOException {
        long timeMs = Json.nextTimeMs(json);
        note(timeMs < 0 || timeMs > TIME_MS_MAX, "a time is beyond all calendars");
        return timeMs;
    }

    private void checkAmounts(double remaining, double original) {
        boolean isOtherSide = remaining * original < 0;
        boolean isMore = Math.abs(remaining) > Math.abs(original);
        note(isOtherSide || isMore, "more remains of an order than there was");
        note(!isAmount(remaining) || !isAmount(original), "an amount is beyond all bounds");
    }

    /** True for what an amount can be, and where it is not told. */
    static boolean isAmount(double amount) {
        return !(Math.abs(amount) > AMOUNT_MAX);
    }

    /** Reads what comes behind the status, to the end of the row and of what it is wrapped in. */
    void readFromStatus(JsonParser json, ExecutionReport report) throws IOException {
        Json.skip(json, BEHIND_STATUS);
        report.price(Json.nextDecimal(json));
        double average = Json.nextDecimal(json);
        report.averagePrice(Double.isNaN(average) ? 0 : average);
        report.trailingDistance(nextNumber(json));
        report.auxPrice(nextNumber(json));
        Json.skipToEndOfArray(json);
        for (int i = 0; i < wraps; i++) {
            json.clearCurrentToken(); // the row has ended, what it is wrapped in goes on
            note(Json.nextValue(json) != JsonToken.END_ARRAY, "one row is due, found several");
            Json.skipRestOfArray(json);
        }
    }

    /** A number that only adds to what is known; 0 for anything else. */
    private static double nextNumber(JsonParser json) throws IOException {
        JsonToken token = Json.nextValue(json);
        if (token.isNumeric()) {
            return json.getDoubleValue();
        }
        if (token != JsonToken.END_ARRAY) {
            Json.leaveValue(json);
        }
        return 0;
    }

    static OrderType nextOrderType(JsonParser json) throws IOException {
        return Json.nextText(json)
                ? OrderType.ofWire(
                        json.getTextCharacters(), json.getTextOffset(), json.getTextLength())
                : OrderType.OTHER;
    }
}
