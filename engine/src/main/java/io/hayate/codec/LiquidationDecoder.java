package io.hayate.codec;

import com.fasterxml.jackson.core.JsonParser;
import io.hayate.event.Event;
import io.hayate.event.EventType;
import io.hayate.event.Liquidation;
import io.hayate.model.Instruments;
import java.io.IOException;

/**
 * Decodes a liquidation. Its symbol goes into the header of the event as an instrument, registered
 * now if it is a new one.
 *
 * <pre>
 * ["pos", POS_ID, MTS, _, SYMBOL, AMOUNT, BASE_PRICE, _, IS_MATCH, IS_MARKET_SOLD, _,
 *  LIQUIDATION_PRICE, ...]
 * [386841,[["pos",143683674,1593522802742,null,"tBTCF0:USTF0",0.00268657,9135.97,null,0,1,null,9080]]]
 * </pre>
 *
 * <p>A row without position, symbol or amount tells nothing, and is malformed.
 *
 * <p>Loop. Allocates nothing but a new instrument.
 */
final class LiquidationDecoder {
    private final Instruments instruments;
    private final Liquidation liquidation = new Liquidation();

    LiquidationDecoder(Instruments instruments) {
        this.instruments = instruments;
    }

    EventType decode(JsonParser json, Event event) throws IOException {
        liquidation.wrap(event);
        Json.skip(json, 1);
        liquidation
                .positionId(Json.nextIdDue(json, "the position of a liquidation"))
                .timeMs(Json.nextTimeMs(json));
        Json.skip(json, 1);
        event.instrumentId(
                Json.nextInstrumentDue(json, instruments, "the symbol of a liquidation"));
        liquidation
                .amount(Json.nextDecimalDue(json, "the amount of a liquidation"))
                .basePrice(Json.nextDecimal(json));
        Json.skip(json, 1);
        liquidation.isMatch(Json.nextLong(json) == 1).isMarketSold(Json.nextLong(json) == 1);
        Json.skip(json, 1);
        liquidation.price(Json.nextDecimal(json));
        Json.skipToEndOfArray(json);
        return EventType.LIQUIDATION;
    }
}
