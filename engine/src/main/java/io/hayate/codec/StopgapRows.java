package io.hayate.codec;

import com.fasterxml.jackson.core.JsonParser;
import io.hayate.event.BookChecksum;
import io.hayate.event.BookEntry;
import io.hayate.event.Candle;
import io.hayate.event.DerivativeStatus;
import io.hayate.event.Event;
import io.hayate.event.EventType;
import io.hayate.event.Liquidation;
import io.hayate.event.Trade;
import io.hayate.model.MarketChannel;
import io.hayate.model.Side;
import java.io.IOException;

/** Rows of pairs, read the plain way. Stands in until each kind has a decoder of its own. */
final class StopgapRows {
    private final Trade trade = new Trade();
    private final BookEntry entry = new BookEntry();
    private final Candle candle = new Candle();
    private final BookChecksum checksum = new BookChecksum();
    private final DerivativeStatus derivative = new DerivativeStatus();
    private final Liquidation liquidation = new Liquidation();

    EventType decode(MarketChannel channel, boolean update, JsonParser json, Event event)
            throws IOException {
        return switch (channel.kind()) {
            case TRADES -> trade(json, event, update);
            case BOOK -> book(channel, json, event);
            case CANDLES -> candle(json, event);
            case STATUS -> status(channel, json, event);
            default -> EventType.NONE;
        };
    }

    EventType checksum(JsonParser json, Event event) throws IOException {
        checksum.wrap(event).value((int) Json.integer(json));
        return EventType.BOOK_CHECKSUM;
    }

    private EventType trade(JsonParser json, Event event, boolean update) throws IOException {
        trade.wrap(event).id(Json.nextLong(json)).timeMs(Json.nextTimeMs(json));
        double amount = Json.nextDecimal(json);
        trade.side(amount < 0 ? Side.SELL : Side.BUY).amount(Math.abs(amount));
        trade.price(Json.nextDecimal(json)).period(0).isUpdate(update);
        Json.skipToEndOfArray(json);
        return EventType.TRADE;
    }

    private EventType book(MarketChannel channel, JsonParser json, Event event) throws IOException {
        boolean raw = channel.spec().isRaw();
        entry.wrap(event).orderId(raw ? Json.nextLong(json) : 0).price(Json.nextDecimal(json));
        entry.count(raw ? 1 : (int) Json.nextLong(json)).period(0);
        double amount = Json.nextDecimal(json);
        boolean delete = raw ? entry.price() == 0 : entry.count() == 0;
        entry.amount(Math.abs(amount)).change(amount < 0 ? Side.SELL : Side.BUY, delete);
        Json.skipToEndOfArray(json);
        return EventType.BOOK_ENTRY;
    }

    private EventType candle(JsonParser json, Event event) throws IOException {
        candle.wrap(event).timeMs(Json.nextTimeMs(json)).open(Json.nextDecimal(json));
        candle.close(Json.nextDecimal(json)).high(Json.nextDecimal(json));
        candle.low(Json.nextDecimal(json)).volume(Json.nextDecimal(json));
        Json.skipToEndOfArray(json);
        return EventType.CANDLE;
    }

    private EventType status(MarketChannel channel, JsonParser json, Event event)
            throws IOException {
        if (channel.instrument() == null) {
            Json.skip(json, 1);
            liquidation.wrap(event).positionId(Json.nextLong(json));
            Json.skipToEndOfArray(json);
            return EventType.LIQUIDATION;
        }
        derivative.wrap(event).timeMs(Json.nextTimeMs(json));
        Json.skipToEndOfArray(json);
        return EventType.DERIVATIVE_STATUS;
    }
}
