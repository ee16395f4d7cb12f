package io.hayate.codec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.hayate.event.BookChecksum;
import io.hayate.event.Event;
import io.hayate.event.EventType;
import io.hayate.event.Ticker;
import io.hayate.model.Channel;
import io.hayate.model.Instruments;
import io.hayate.model.MarketChannel;
import java.io.IOException;

/**
 * Decodes the rows of market data, each as the channel says that it came on. Null where a field is
 * indispensable makes the frame malformed, elsewhere it is NaN or 0; what the venue appends to a row
 * is skipped.
 *
 * <p>Loop. Allocates nothing.
 */
final class MarketRowDecoder {
    private static final String LIQUIDATIONS = "liq:";
    private static final String DERIVATIVE = "deriv:";
    private static final long UNSIGNED_MAX = 0xffffffffL;

    private final TickerDecoder tickers = new TickerDecoder();
    private final TradeDecoder trades = new TradeDecoder();
    private final BookEntryDecoder entries = new BookEntryDecoder();
    private final CandleDecoder candles = new CandleDecoder();
    private final DerivativeStatusDecoder derivatives = new DerivativeStatusDecoder();
    private final LiquidationDecoder liquidations;
    private final Ticker ticker = new Ticker();
    private final BookChecksum checksum = new BookChecksum();

    MarketRowDecoder(Instruments instruments) {
        liquidations = new LiquidationDecoder(instruments);
    }

    /** Reads a row that the parser stands on the opening bracket of. */
    EventType decode(JsonParser json, MarketChannel channel, Event event) throws IOException {
        boolean funding = channel.isFunding();
        return switch (channel.kind()) {
            case TICKER -> decodeTicker(json, funding, event);
            case TRADES -> trades.decode(json, funding, false, event);
            case BOOK -> entries.decode(json, funding, channel.spec().isRaw(), event);
            case CANDLES -> candles.decode(json, event);
            case STATUS -> decodeStatus(json, channel.spec().key(), event);
            case ACCOUNT -> EventType.NONE;
        };
    }

    private EventType decodeTicker(JsonParser json, boolean funding, Event event)
            throws IOException {
        if (funding) {
            tickers.decodeFunding(json, ticker.wrap(event));
        } else {
            tickers.decode(json, ticker.wrap(event));
        }
        return EventType.TICKER;
    }

    private EventType decodeStatus(JsonParser json, String key, Event event) throws IOException {
        if (key.startsWith(LIQUIDATIONS)) {
            return liquidations.decode(json, event);
        }
        if (key.startsWith(DERIVATIVE)) {
            return derivatives.decode(json, event);
        }
        Json.skipToEndOfArray(json);
        return EventType.NONE;
    }

    /**
     * Reads what follows a type word, from its first token, on which the parser stands. A word that
     * does not belong on the channel is left alone.
     */
    EventType decodeTyped(JsonParser json, MarketType type, MarketChannel channel, Event event)
            throws IOException {
        if (type == MarketType.CHECKSUM && channel.kind() == Channel.BOOK) {
            return decodeChecksum(json, event);
        }
        if (!type.isTrade() || channel.kind() != Channel.TRADES) {
            return EventType.NONE;
        }
        Json.checkRow(json);
        boolean update = type == MarketType.TRADE_UPDATED;
        return trades.decode(json, channel.isFunding(), update, event);
    }

    private EventType decodeChecksum(JsonParser json, Event event) throws IOException {
        if (json.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            throw Json.unexpected(json.currentToken(), "a checksum");
        }
        long value = Json.integer(json);
        if (value < Integer.MIN_VALUE || value > UNSIGNED_MAX) {
            throw new MalformedFrameException("a checksum is beyond 32 bits");
        }
        checksum.wrap(event).value((int) value);
        return EventType.BOOK_CHECKSUM;
    }
}
