package io.hayate.codec;

import com.fasterxml.jackson.core.JsonParser;
import io.hayate.event.Event;
import io.hayate.event.EventType;
import io.hayate.event.Trade;
import io.hayate.model.Side;
import java.io.IOException;

/**
 * Decodes a public print.
 *
 * <pre>
 * [ID, MTS, AMOUNT, PRICE, ...]   [89,"te",[382489563,1564617600709,0.00705845,10087.98969503]]
 * [ID, MTS, AMOUNT, RATE, PERIOD, ...] of funding
 * </pre>
 *
 * <p>The sign of AMOUNT is the taker's side. A print without id, amount or price is malformed.
 *
 * <p>Loop. Allocates nothing.
 */
final class TradeDecoder {
    private final Trade trade = new Trade();

    EventType decode(JsonParser json, boolean funding, boolean update, Event event)
            throws IOException {
        trade.wrap(event).isUpdate(update).id(Json.nextIdDue(json, "the id of a trade"));
        trade.timeMs(Json.nextTimeMs(json));
        double amount = Json.nextDecimalDue(json, "the amount of a trade");
        trade.amount(Math.abs(amount)).side(Side.of(amount));
        trade.price(Json.nextDecimalDue(json, "the price of a trade"));
        trade.period(funding ? Json.nextPeriod(json, "the period of a trade") : 0);
        Json.skipToEndOfArray(json);
        return EventType.TRADE;
    }
}
