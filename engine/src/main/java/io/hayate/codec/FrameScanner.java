package io.hayate.codec;

import io.hayate.event.Event;
import io.hayate.event.EventType;
import io.hayate.model.MarketChannel;
import org.agrona.BufferUtil;
import org.agrona.DirectBuffer;
import org.agrona.UnsafeApi;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Reads frames of numbers where they lie, from the first byte to the last; what it does not
 * recognise it declines, and the parser reads that frame.
 *
 * <pre>
 * [CHAN,[NUMBER,...],SEQ,...]   [CHAN,[[NUMBER,...],...],SEQ,...]
 * [CHAN,"te",[NUMBER,...],SEQ,...]   [CHAN,"cs",NUMBER,SEQ,...]   [CHAN,"hb",SEQ,...]
 * </pre>
 *
 * <p>Loop. Allocates nothing.
 */
final class FrameScanner {
    private static final int HEARTBEAT_BYTES = 5;
    private static final int CHECKSUM_BYTES = 6;
    private static final int TRADE_BYTES = 7;
    private static final long HEARTBEAT = wordOf(",\"hb\"");
    private static final long CHECKSUM = wordOf(",\"cs\",");
    private static final long TRADE_EXECUTED = wordOf(",\"te\",[");
    private static final long TRADE_UPDATED = wordOf(",\"tu\",[");
    private static final short ROW = ',' | '[' << 8;

    private final int frameBytesMax;
    private final UnsafeBuffer numbers =
            new UnsafeBuffer(BufferUtil.allocateDirectAligned(Long.BYTES, Long.BYTES));
    private final long number = numbers.addressOffset();
    private final MarketRowScanner scanner = new MarketRowScanner();
    private final TrailingNumbers trailing = new TrailingNumbers();

    private DirectBuffer buffer;
    private int start;
    private int end;
    private Object base;
    private long last;
    private FrameKind kind;
    private MarketType type;
    private long channelId;
    private boolean list;
    private int rowsRead;
    private long next; // where a row opens, or DECLINED where none is left
    private long tail; // behind the body, or DECLINED while that is not known

    FrameScanner(int frameBytesMax) {
        this.frameBytesMax = frameBytesMax;
    }

    /** Text of up to eight characters, as it is loaded from memory. */
    private static long wordOf(String text) {
        long word = 0;
        for (int i = 0; i < text.length(); i++) {
            word |= (long) text.charAt(i) << (i * Byte.SIZE);
        }
        return word;
    }

    /** Reads the head of a frame; false to decline it. The buffer stays until the frame is read. */
    boolean begin(DirectBuffer frame, int offset, int length) {
        if (length < 1
                || length > frameBytesMax
                || frame.capacity() - offset - length < RowScanner.SLACK) {
            return false;
        }
        buffer = frame;
        start = offset;
        end = offset + length;
        base = frame.byteArray();
        long first = frame.addressOffset() + offset;
        last = first + length - 1;
        return UnsafeApi.getByte(base, first) == '['
                && UnsafeApi.getByte(base, last) == ']'
                && beginBody(RowScanner.integer(base, first + 1, number));
    }

    private boolean beginBody(long at) {
        if (at < 0) {
            return false;
        }
        channelId = UnsafeApi.getLong(number);
        trailing.clear(channelId);
        rowsRead = 0;
        list = false;
        next = RowScanner.DECLINED;
        tail = RowScanner.DECLINED;
        long word = UnsafeApi.getLong(base, at);
        return (short) word == ROW ? beginData(at + 1) : beginTyped(at, word);
    }

    private boolean beginData(long bracket) {
        kind = FrameKind.DATA;
        type = MarketType.UNKNOWN;
        byte first = UnsafeApi.getByte(base, bracket + 1);
        list = first == '[' || first == ']';
        if (first == ']') {
            tail = bracket + Short.BYTES;
        } else {
            next = list ? bracket + 1 : bracket;
        }
        return first > ' ' && channelId != 0; // that is the account's
    }

    private boolean beginTyped(long at, long word) {
        if (bytesOf(word, HEARTBEAT_BYTES) == HEARTBEAT) {
            kind = FrameKind.HEARTBEAT;
            type = MarketType.UNKNOWN;
            tail = at + HEARTBEAT_BYTES;
            return true;
        }
        kind = FrameKind.TYPED;
        if (bytesOf(word, CHECKSUM_BYTES) == CHECKSUM) {
            type = MarketType.CHECKSUM;
            tail = scanner.scanChecksum(base, at + CHECKSUM_BYTES);
            return tail >= 0 && channelId != 0;
        }
        long trade = bytesOf(word, TRADE_BYTES);
        type = trade == TRADE_UPDATED ? MarketType.TRADE_UPDATED : MarketType.TRADE_EXECUTED;
        next = at + TRADE_BYTES - 1;
        return (trade == TRADE_UPDATED || trade == TRADE_EXECUTED) && channelId != 0;
    }

    private static long bytesOf(long word, int bytes) {
        return word & (-1L >>> (Long.SIZE - bytes * Byte.SIZE));
    }

    FrameKind kind() {
        return kind;
    }

    MarketType marketType() {
        return type;
    }

    /** The channel of the frame begun. */
    long channelId() {
        return channelId;
    }

    boolean isList() {
        return list;
    }

    int rows() {
        if (list) {
            return RowCounter.count(buffer, start, end, RowCounter.DATA_BODY);
        }
        return kind == FrameKind.HEARTBEAT ? 0 : 1;
    }

    /** How many rows of the frame begun have been decoded. */
    int rowsRead() {
        return rowsRead;
    }

    /** Reads the next row; null to decline it, and with it the rest of the frame. */
    EventType decodeRow(MarketChannel channel, Event event) {
        if (type == MarketType.CHECKSUM) {
            return scanner.decodeChecksum(channel, event);
        }
        if (!isAtRow()) {
            return null;
        }
        return advance(scanner.scan(base, next + 1, channel, type, event))
                ? MarketRowScanner.typeOf(channel)
                : null;
    }

    private boolean isAtRow() {
        return next >= 0 && UnsafeApi.getByte(base, next) == '[';
    }

    /** Moves on from the bracket that closes a row. */
    private boolean advance(long bracket) {
        if (bracket < 0) {
            return false;
        }
        rowsRead++;
        long at = bracket + 1;
        byte behind = at < last ? UnsafeApi.getByte(base, at) : 0;
        next = list && behind == ',' ? at + 1 : RowScanner.DECLINED;
        if (!list) {
            tail = at;
        } else if (behind == ']') {
            tail = at + 1;
        }
        return true;
    }

    /** Reads what is appended, to the end of the frame; false to decline it. */
    boolean end() {
        long at = tail;
        while (at >= 0 && at < last && UnsafeApi.getByte(base, at) == ',') {
            at = RowScanner.integer(base, at + 1, number);
            trailing.add(UnsafeApi.getLong(number));
        }
        return at == last;
    }

    /** What is appended to the frame, once it has ended. */
    TrailingNumbers trailing() {
        return trailing;
    }
}
