package io.hayate.codec;

import com.fasterxml.jackson.core.JsonParser;
import io.hayate.event.Event;
import io.hayate.event.EventType;
import io.hayate.event.ExecutionReport;
import io.hayate.event.ReportKind;
import io.hayate.model.Instrument;
import io.hayate.model.Instruments;
import io.hayate.model.Side;
import java.io.IOException;

/**
 * Decodes a row of {@code te} or {@code tu}.
 *
 * <pre>
 * [ID, SYMBOL, MTS_CREATE, ORDER_ID, EXEC_AMOUNT, EXEC_PRICE, ORDER_TYPE, ORDER_PRICE, MAKER, FEE,
 *  FEE_CURRENCY, CID, ...]
 * </pre>
 *
 * <p>ORDER_PRICE is left out: it has been seen to be the price of the fill, not that of the order.
 * A fill without id, amount or price cannot be added up, and is malformed.
 */
final class FillRowDecoder implements RowDecoder {
    private final ReportKind kind;
    private final Instruments instruments;
    private final ExecutionReport report = new ExecutionReport();
    private String unclear;

    FillRowDecoder(ReportKind kind, Instruments instruments) {
        this.kind = kind;
        this.instruments = instruments;
    }

    @Override
    public String unclear() {
        return unclear;
    }

    @Override
    public EventType decode(JsonParser json, Event event) throws IOException {
        OrderRowReader.blank(event, report.wrap(event), kind);
        report.tradeId(nextTradeId(json));
        boolean isNamed = nextSymbol(json, event);
        long timeMs = Json.nextTimeMs(json);
        report.createTimeMs(timeMs)
                .updateTimeMs(timeMs)
                .orderId(Json.nextId(json, "the order of a fill"));
        double amount = Json.nextDecimalDue(json, "the amount of a fill");
        report.fillAmount(Math.abs(amount)).side(Side.of(amount));
        report.fillPrice(Json.nextDecimalDue(json, "the price of a fill"));
        report.orderType(OrderRowReader.nextOrderType(json));
        Json.skip(json, 1);
        report.isMaker(Json.nextLong(json) == 1).fee(Json.nextDecimal(json));
        decodeFeeCurrency(json);
        report.clientOrderId(Json.nextLong(json));
        Json.skipToEndOfArray(json);
        unclear = unclear(isNamed);
        return EventType.EXECUTION_REPORT;
    }

    private boolean nextSymbol(JsonParser json, Event event) throws IOException {
        boolean isNamed = Json.nextText(json) && json.getTextLength() > 0;
        event.instrumentId(
                isNamed
                        ? instruments.register(
                                json.getTextCharacters(),
                                json.getTextOffset(),
                                json.getTextLength())
                        : Instrument.NONE);
        return isNamed;
    }

    private String unclear(boolean isNamed) {
        if (!isNamed) {
            return "the symbol of a fill is missing";
        }
        if (report.orderId() <= 0 || report.tradeId() < 0 || report.clientOrderId() < 0) {
            return "a number of a fill is missing or negative";
        }
        boolean isAmount = report.fillAmount() > 0 && OrderRowReader.isAmount(report.fillAmount());
        boolean isPrice = report.fillPrice() > 0 && OrderRowReader.isAmount(report.fillPrice());
        return isAmount && isPrice ? null : "the amount or price of a fill is beyond all bounds";
    }

    private static long nextTradeId(JsonParser json) throws IOException {
        long id = Json.nextIdDue(json, "the id of a fill");
        if (id > Bounds.FILL_ID_MAX) {
            throw new MalformedFrameException("the id of a fill is beyond 50 bits");
        }
        return id;
    }

    private void decodeFeeCurrency(JsonParser json) throws IOException {
        if (Json.nextText(json)) {
            report.feeCurrency(
                    json.getTextCharacters(), json.getTextOffset(), json.getTextLength());
        }
    }
}
