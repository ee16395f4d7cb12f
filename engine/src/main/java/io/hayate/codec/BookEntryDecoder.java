package io.hayate.codec;

import com.fasterxml.jackson.core.JsonParser;
import io.hayate.event.BookEntry;
import io.hayate.event.Event;
import io.hayate.event.EventType;
import io.hayate.model.Side;
import java.io.IOException;

/**
 * Decodes a change of a book.
 *
 * <pre>
 * [PRICE, COUNT, AMOUNT, ...]      [RATE, PERIOD, COUNT, AMOUNT, ...] of funding   COUNT 0 deletes
 * [ORDER_ID, PRICE, AMOUNT, ...]   [OFFER_ID, PERIOD, RATE, AMOUNT, ...]           PRICE 0 deletes
 * </pre>
 *
 * <p>The sign of AMOUNT is the side; funding: the other way round. An AMOUNT of 0 has none, on a
 * delete as elsewhere, so that the entry belongs nowhere: it is malformed, as is one without any of
 * the fields above, but the PERIOD of a single offer, which is 0 then.
 *
 * <p>Loop. Allocates nothing.
 */
final class BookEntryDecoder {
    private static final String PRICE = "the price of a book entry";
    private static final String COUNT = "the count of a book entry";
    private static final String AMOUNT = "the amount of a book entry";
    private static final String PERIOD = "the period of a book entry";
    private static final String ORDER_ID = "the order id of a book entry";

    private final BookEntry entry = new BookEntry();

    EventType decode(JsonParser json, boolean funding, boolean raw, Event event)
            throws IOException {
        entry.wrap(event).period(0);
        if (raw) {
            decodeOrder(json, funding);
        } else {
            decodeLevel(json, funding);
        }
        Json.skipToEndOfArray(json);
        return EventType.BOOK_ENTRY;
    }

    private void decodeLevel(JsonParser json, boolean funding) throws IOException {
        entry.orderId(0).price(Json.nextDecimalDue(json, PRICE));
        if (funding) {
            entry.period(Json.nextPeriodDue(json, PERIOD));
        }
        int count = Json.nextIntDue(json, COUNT);
        decodeAmount(json, funding, count);
    }

    private void decodeOrder(JsonParser json, boolean funding) throws IOException {
        entry.orderId(Json.nextIdDue(json, ORDER_ID));
        if (funding) {
            entry.period(Json.nextPeriod(json, PERIOD));
        }
        double price = Json.nextDecimalDue(json, PRICE);
        entry.price(price);
        decodeAmount(json, funding, price == 0 ? 0 : 1);
    }

    private void decodeAmount(JsonParser json, boolean funding, int count) throws IOException {
        double amount = Json.nextDecimalDue(json, AMOUNT);
        if (amount == 0) {
            throw new MalformedFrameException(AMOUNT + " is 0: it has no side");
        }
        entry.count(count).amount(Math.abs(amount));
        entry.change(Side.of(funding ? -amount : amount), count == 0);
    }
}
