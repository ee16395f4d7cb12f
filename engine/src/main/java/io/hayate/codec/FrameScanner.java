package io.hayate.codec;

import io.hayate.event.Event;
import org.agrona.BufferUtil;
import org.agrona.DirectBuffer;
import org.agrona.UnsafeApi;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Reads frames of numbers where they lie, from the first byte to the last; what it does not
 * recognise it declines, by false.
 *
 * <pre>[CHAN,[NUMBER,...],SEQ,...]</pre>
 *
 * <p>Loop. Allocates nothing.
 */
final class FrameScanner {
    private static final short COMMA_BRACKET = ',' | '[' << 8;

    private final int frameBytesMax;
    private final UnsafeBuffer numbers =
            new UnsafeBuffer(BufferUtil.allocateDirectAligned(2 * Long.BYTES, Long.BYTES));
    private final long number = numbers.addressOffset();
    private final long scratch = number + Long.BYTES;
    private final TrailingNumbers trailing = new TrailingNumbers();
    private final TickerScanner tickers = new TickerScanner();

    private Object base;
    private long body;
    private long last;
    private long channelId;
    private DirectBuffer frame;
    private int start;
    private int end;
    private boolean list;

    FrameScanner(int frameBytesMax) {
        this.frameBytesMax = frameBytesMax;
    }

    /** Reads the head of a frame that a row follows. The buffer stays until the frame is read. */
    boolean begin(DirectBuffer buffer, int offset, int length) {
        if (length < 1
                || length > frameBytesMax
                || buffer.capacity() - offset - length < RowScanner.SLACK) {
            return false;
        }
        frame = buffer;
        start = offset;
        end = offset + length;
        base = buffer.byteArray();
        long first = buffer.addressOffset() + offset;
        last = first + length - 1;
        return UnsafeApi.getByte(base, first) == '['
                && UnsafeApi.getByte(base, last) == ']'
                && beginRow(RowScanner.integer(base, first + 1, number));
    }

    private boolean beginRow(long at) {
        body = at + Short.BYTES;
        channelId = UnsafeApi.getLong(number);
        trailing.clear(channelId);
        if (at < 0
                || UnsafeApi.getShort(base, at) != COMMA_BRACKET
                || channelId == 0) { // the account's
            return false;
        }
        byte first = UnsafeApi.getByte(base, body);
        list = first == '[' || first == ']';
        return first > ' ';
    }

    boolean isList() {
        return list;
    }

    int rows() {
        return list ? RowCounter.count(frame, start, end, RowCounter.DATA_BODY) : 1;
    }

    /** The channel of the frame begun. */
    long channelId() {
        return channelId;
    }

    /** Reads the rest of the frame begun, as the ticker of a pair. */
    boolean decodeTicker(Event event) {
        if (event.buffer().byteArray() != null) {
            return false; // values go to memory off heap
        }
        long at = tickers.scan(base, body, event, scratch);
        return at >= 0 && readTail(at + 1);
    }

    /** Reads from behind the row to the end. */
    private boolean readTail(long from) {
        long at = from;
        while (at >= 0 && at < last && UnsafeApi.getByte(base, at) == ',') {
            at = RowScanner.integer(base, at + 1, number);
            trailing.add(UnsafeApi.getLong(number));
        }
        return at == last;
    }

    /** What is appended to the frame, once it is read. */
    TrailingNumbers trailing() {
        return trailing;
    }
}
