package io.hayate.codec;

import com.fasterxml.jackson.core.JsonParser;
import io.hayate.event.Candle;
import io.hayate.event.Event;
import io.hayate.event.EventType;
import java.io.IOException;

/**
 * Decodes a candle, in which the close comes before high and low. One without its time or a
 * price is malformed.
 *
 * <pre>
 * [MTS, OPEN, CLOSE, HIGH, LOW, VOLUME, ...]
 * [111,[1609668540000,828.01,827.67,828.42,827.67,2.32080241]]
 * </pre>
 *
 * <p>Loop. Allocates nothing.
 */
final class CandleDecoder {
    private final Candle candle = new Candle();

    EventType decode(JsonParser json, Event event) throws IOException {
        long timeMs = Json.nextTimeMs(json);
        if (timeMs == 0) {
            throw new MalformedFrameException("the time of a candle is missing");
        }
        candle.wrap(event).timeMs(timeMs);
        candle.open(Json.nextDecimalDue(json, "the open of a candle"));
        candle.close(Json.nextDecimalDue(json, "the close of a candle"));
        candle.high(Json.nextDecimalDue(json, "the high of a candle"));
        candle.low(Json.nextDecimalDue(json, "the low of a candle"));
        candle.volume(Json.nextDecimal(json));
        Json.skipToEndOfArray(json);
        return EventType.CANDLE;
    }
}
