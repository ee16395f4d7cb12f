package io.hayate.codec;

import com.fasterxml.jackson.core.JsonParser;
import io.hayate.event.DerivativeStatus;
import io.hayate.event.Event;
import io.hayate.event.EventType;
import java.io.IOException;

/**
 * Decodes the state of a derivative. The row has grown from 12 fields to 23 in seven years, and any
 * of them may be null.
 *
 * <pre>
 * [MTS, _, DERIV_PRICE, SPOT_PRICE, _, INSURANCE_FUND_BALANCE, _, NEXT_FUNDING_EVT_MTS,
 *  NEXT_FUNDING_ACCRUED, NEXT_FUNDING_STEP, _, CURRENT_FUNDING, _, _, MARK_PRICE, _, _,
 *  OPEN_INTEREST, _, _, _, CLAMP_MIN, CLAMP_MAX, ...]
 * </pre>
 *
 * <p>Loop. Allocates nothing.
 */
final class DerivativeStatusDecoder {
    private static final int FUNDING_TO_MARK_PRICE = 2;
    private static final int MARK_PRICE_TO_INTEREST = 2;
    private static final int INTEREST_TO_CLAMPS = 3;

    private final DerivativeStatus status = new DerivativeStatus();

    EventType decode(JsonParser json, Event event) throws IOException {
        status.wrap(event).timeMs(Json.nextTimeMs(json));
        Json.skip(json, 1);
        status.price(Json.nextDecimal(json)).spotPrice(Json.nextDecimal(json));
        Json.skip(json, 1);
        status.insuranceFundBalance(Json.nextDecimal(json));
        Json.skip(json, 1);
        decodeFunding(json);
        Json.skip(json, FUNDING_TO_MARK_PRICE);
        status.markPrice(Json.nextDecimal(json));
        Json.skip(json, MARK_PRICE_TO_INTEREST);
        status.openInterest(Json.nextDecimal(json));
        Json.skip(json, INTEREST_TO_CLAMPS);
        status.clampMin(Json.nextDecimal(json)).clampMax(Json.nextDecimal(json));
        Json.skipToEndOfArray(json);
        return EventType.DERIVATIVE_STATUS;
    }

    private void decodeFunding(JsonParser json) throws IOException {
        status.nextFundingTimeMs(Json.nextTimeMs(json));
        status.nextFundingAccrued(Json.nextDecimal(json)).nextFundingStep(Json.nextDecimal(json));
        Json.skip(json, 1);
        status.currentFunding(Json.nextDecimal(json));
    }
}
