package io.hayate.codec;

import io.hayate.event.BookChecksum;
import io.hayate.event.Event;
import io.hayate.event.EventType;
import io.hayate.model.Channel;
import io.hayate.model.MarketChannel;
import org.agrona.BufferUtil;
import org.agrona.UnsafeApi;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Scans rows of the channels that have the most of them: tickers, prints and books of pairs, and
 * candles. What it reads is what {@link MarketRowDecoder} reads; it declines the rest.
 *
 * <p>Loop. Allocates nothing.
 */
final class MarketRowScanner {
    private static final long CHECKSUM_MAX = 0xffffffffL;

    private final UnsafeBuffer numbers =
            new UnsafeBuffer(BufferUtil.allocateDirectAligned(Long.BYTES, Long.BYTES));
    private final long number = numbers.addressOffset();
    private final RowScanner rows = new RowScanner();
    private final TickerScanner tickers = new TickerScanner(rows);
    private final TradeScanner trades = new TradeScanner(rows);
    private final BookEntryScanner entries = new BookEntryScanner(rows);
    private final CandleScanner candles = new CandleScanner(rows);
    private final BookChecksum flyweight = new BookChecksum();
    private int checksum;

    /**
     * Fills the body of an event.
     *
     * @param from address behind the bracket that opens the row
     * @param type what the frame's word says, of a print; else UNKNOWN
     * @return the address of the bracket that closes the row, or {@link RowScanner#DECLINED}
     */
    long scan(Object base, long from, MarketChannel channel, MarketType type, Event event) {
        Channel kind = channel.kind();
        if (kind == Channel.CANDLES && type == MarketType.UNKNOWN) {
            return candles.scan(base, from, event);
        }
        if (channel.isFunding() || (type != MarketType.UNKNOWN && kind != Channel.TRADES)) {
            return RowScanner.DECLINED;
        }
        return switch (kind) {
            case BOOK -> entries.scan(base, from, channel.spec().isRaw(), event);
            case TRADES -> trades.scan(base, from, type == MarketType.TRADE_UPDATED, event);
            case TICKER -> scanTicker(base, from, event);
            default -> RowScanner.DECLINED;
        };
    }

    private long scanTicker(Object base, long from, Event event) {
        return event.buffer().byteArray() == null // values go to memory off heap
                ? tickers.scan(base, from, event, number)
                : RowScanner.DECLINED;
    }

    /** What {@link #scan} makes of rows of this channel. */
    static EventType typeOf(MarketChannel channel) {
        return switch (channel.kind()) {
            case BOOK -> EventType.BOOK_ENTRY;
            case TRADES -> EventType.TRADE;
            case CANDLES -> EventType.CANDLE;
            case TICKER -> EventType.TICKER;
            default -> EventType.NONE;
        };
    }

    /** Reads a checksum, of 32 bits with a sign or without; where it ends, or DECLINED. */
    long scanChecksum(Object base, long from) {
        boolean negative = UnsafeApi.getByte(base, from) == '-';
        long at = RowScanner.integer(base, negative ? from + 1 : from, number);
        long value = negative ? -UnsafeApi.getLong(number) : UnsafeApi.getLong(number);
        if (at < 0 || value < Integer.MIN_VALUE || value > CHECKSUM_MAX) {
            return RowScanner.DECLINED;
        }
        checksum = (int) value;
        byte behind = UnsafeApi.getByte(base, at);
        return behind == ',' || behind == ']' ? at : RowScanner.DECLINED;
    }

    /** Fills the body of an event with the checksum read; null where it does not belong. */
    EventType decodeChecksum(MarketChannel channel, Event event) {
        if (channel.kind() != Channel.BOOK) {
            return null;
        }
        flyweight.wrap(event).value(checksum);
        return EventType.BOOK_CHECKSUM;
    }
}
