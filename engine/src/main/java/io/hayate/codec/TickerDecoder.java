package io.hayate.codec;

import com.fasterxml.jackson.core.JsonParser;
import io.hayate.event.Ticker;
import java.io.IOException;

/**
 * Decodes the body of a ticker frame.
 *
 * <pre>
 * [BID, BID_SIZE, ASK, ASK_SIZE, DAILY_CHANGE, DAILY_CHANGE_RELATIVE, LAST_PRICE, VOLUME, HIGH,
 *  LOW, ...]                                     [17082,[7616.5,31.8,7617.5,43.3,...]]
 * [FRR, BID, BID_PERIOD, BID_SIZE, ASK, ASK_PERIOD, ASK_SIZE, DAILY_CHANGE,
 *  DAILY_CHANGE_RELATIVE, LAST_PRICE, VOLUME, HIGH, LOW, _, _, FRR_AMOUNT_AVAILABLE, ...]
 * </pre>
 *
 * <p>I/O thread. Allocates nothing. Fields that the venue adds later are skipped.
 */
final class TickerDecoder {
    /** Fills {@code ticker} from a parser on the opening bracket of a pair's row. */
    void decode(JsonParser json, Ticker ticker) throws IOException {
        ticker.bidPrice(Json.nextDecimal(json)).bidAmount(Json.nextDecimal(json));
        ticker.askPrice(Json.nextDecimal(json)).askAmount(Json.nextDecimal(json));
        decodeDay(json, ticker);
        ticker.flashReturnRate(Double.NaN).flashReturnAmount(Double.NaN);
        ticker.bidPeriod(Double.NaN).askPeriod(Double.NaN);
        Json.skipToEndOfArray(json);
    }

    /** Fills {@code ticker} from a parser on the opening bracket of a funding currency's row. */
    void decodeFunding(JsonParser json, Ticker ticker) throws IOException {
        ticker.flashReturnRate(Json.nextDecimal(json));
        ticker.bidPrice(Json.nextDecimal(json)).bidPeriod(Json.nextDecimal(json));
        ticker.bidAmount(Json.nextDecimal(json));
        ticker.askPrice(Json.nextDecimal(json)).askPeriod(Json.nextDecimal(json));
        ticker.askAmount(Json.nextDecimal(json));
        decodeDay(json, ticker);
        Json.skip(json, 2);
        ticker.flashReturnAmount(Json.nextDecimal(json));
        Json.skipToEndOfArray(json);
    }

    private static void decodeDay(JsonParser json, Ticker ticker) throws IOException {
        ticker.dailyChange(Json.nextDecimal(json)).dailyChangeRelative(Json.nextDecimal(json));
        ticker.lastPrice(Json.nextDecimal(json)).volume(Json.nextDecimal(json));
        ticker.high(Json.nextDecimal(json)).low(Json.nextDecimal(json));
    }
}
