package io.hayate.recording.capture;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.hayate.event.CommandType;
import io.hayate.event.Event;
import io.hayate.event.OrderIntent;
import io.hayate.event.SharedValue;
import io.hayate.event.TrafficTap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.agrona.BufferUtil;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.ringbuffer.ManyToOneRingBuffer;
import org.agrona.concurrent.ringbuffer.RingBufferDescriptor;

/**
 * What trading threads tell a recorder, in the order in which they tell it: a bounded buffer of many
 * writers and one reader. What finds no room is counted, and the count stands in the next message.
 *
 * <pre>
 * message type = capture kind | loop << 8
 *  0 time ns 8   8 first 8   16 second 8   24 lost before 4   28 connection 4   32 text
 * </pre>
 *
 * <p>Any thread writes; it waits for nothing and allocates nothing, but for what is told before the start.
 * One thread reads.
 */
final class CaptureBuffer implements TrafficTap {
    static final int OPEN = 1;
    static final int IN = 2;
    static final int OUT = 3;
    static final int CLOSED = 4;
    static final int TICK = 5;
    static final int COMMAND = 6;
    static final int LATE = 7;
    static final int READING = 8;
    static final int HANDLED = 9;
    static final int DECISION = 10;
    static final int NUMBER = 11;
    static final int REST = 12;
    static final int PLUGGED = 13;
    static final int PAST = 14;
    static final int PLACES = 15;
    static final int READ = 16;

    /** Above the kind of a message is the number of its loop, from 0. */
    static final int LOOP_SHIFT = 8;

    static final int KIND_MASK = (1 << LOOP_SHIFT) - 1;

    /** Behind each word of a strategy's parameters. */
    static final char WORD_END = '\0';

    /** The longest body of REST that is kept, where a message has that much room. */
    static final int REST_BYTES_MAX = 1 << 20;

    static final int TIME_OFFSET = 0;
    static final int FIRST_OFFSET = 8;
    static final int SECOND_OFFSET = 16;
    static final int LOST_OFFSET = 24;
    static final int CONNECTION_OFFSET = 28;
    static final int TEXT_OFFSET = 32;

    private static final int CACHE_LINE = 64;
    private static final int BYTES_MIN = 1 << 16;
    private static final int PAST_TURNS_MAX = 3_000;
    private static final long PAST_TURN_NS = 1_000_000;

    private final ManyToOneRingBuffer ring;
    private final AtomicLong lost;
    private final SecretMarks secrets;
    private final int loopBits;
    private int pastTurns; // waited for room, before the start

    /**
     * An empty buffer.
     *
     * @param bytes of it, a power of two; a message may take an eighth
     * @param secrets texts that no recording may hold
     */
    CaptureBuffer(int bytes, List<String> secrets) {
        if (bytes < BYTES_MIN || Integer.bitCount(bytes) != 1) {
            throw new IllegalArgumentException("no power of two from " + BYTES_MIN + ": " + bytes);
        }
        ring =
                new ManyToOneRingBuffer(
                        new UnsafeBuffer(
                                BufferUtil.allocateDirectAligned(
                                        bytes + RingBufferDescriptor.TRAILER_LENGTH, CACHE_LINE)));
        this.secrets = new SecretMarks(secrets);
        lost = new AtomicLong();
        loopBits = 0;
    }

    private CaptureBuffer(CaptureBuffer all, int loop) {
        ring = all.ring;
        lost = all.lost;
        secrets = all.secrets;
        loopBits = loop << LOOP_SHIFT;
    }

    @Override
    public TrafficTap ofLoop(int index) {
        return index == 0 ? this : new CaptureBuffer(this, index);
    }

    /** Messages that found no room so far; any thread. */
    long lost() {
        return lost.get();
    }

    /** The reader's side. */
    ManyToOneRingBuffer ring() {
        return ring;
    }

    @Override
    public void onOpen(int connection, boolean isPublic, long timeNs) {
        commit(claim(OPEN, connection, timeNs, isPublic ? 1 : 0, 0, 0));
    }

    @Override
    public void onTextIn(
            int connection,
            DirectBuffer text,
            int offset,
            int length,
            long lookedTimeNs,
            long timeNs) {
        onText(IN, connection, text, offset, length, lookedTimeNs, timeNs);
    }

    @Override
    public void onTextOut(int connection, DirectBuffer text, int offset, int length, long timeNs) {
        onText(OUT, connection, text, offset, length, timeNs, timeNs);
    }

    private void onText(
            int kind,
            int connection,
            DirectBuffer text,
            int offset,
            int length,
            long lookedTimeNs,
            long timeNs) {
        int index = claim(kind, connection, timeNs, lookedTimeNs, 0, length);
        if (index < 0) {
            return;
        }
        MutableDirectBuffer target = ring.buffer();
        target.putBytes(index + TEXT_OFFSET, text, offset, length);
        if (length > 0 && text.getByte(offset) == '{') { // rows have no room for a key
            secrets.mark(target, index + TEXT_OFFSET, length);
        }
        ring.commit(index);
    }

    @Override
    public void onClosed(int connection, String cause, String detail, long timeNs) {
        byte[] words = (cause + '\n' + detail).getBytes(US_ASCII); // the end of a connection may
        int index = claim(CLOSED, connection, timeNs, 0, 0, words.length);
        if (index >= 0) {
            ring.buffer().putBytes(index + TEXT_OFFSET, words);
            ring.commit(index);
        }
    }

    @Override
    public void onTick(long timeNs, long timeMs, long seenUntilNs, int turn) {
        commit(claim(TICK, turn, timeNs, timeMs, seenUntilNs, 0));
    }

    @Override
    public void onPlaces(long first, int count, long timeNs) {
        commit(claim(PLACES, 0, timeNs, first, count, 0));
    }

    @Override
    public void onCommand(
            CommandType type,
            int targetId,
            double amount,
            OrderIntent intent,
            long madeNs,
            long timeNs) {
        int bytes = Integer.BYTES + (intent == null ? 0 : OrderIntent.SIZE);
        long bits = Double.doubleToRawLongBits(amount);
        int index = claim(COMMAND, targetId, timeNs, madeNs, bits, bytes);
        if (index < 0) {
            return;
        }
        ring.buffer().putInt(index + TEXT_OFFSET, type.code());
        if (intent != null) {
            int at = index + TEXT_OFFSET + Integer.BYTES;
            ring.buffer().putBytes(at, intent.buffer(), intent.offset(), OrderIntent.SIZE);
        }
        ring.commit(index);
    }

    @Override
    public void onLate(DirectBuffer event, int offset, long timeNs) {
        int index = claim(LATE, 0, timeNs, 0, 0, Event.SIZE);
        if (index >= 0) {
            ring.buffer().putBytes(index + TEXT_OFFSET, event, offset, Event.SIZE);
            ring.commit(index);
        }
    }

    @Override
    public void onNumber(String name, long value, long timeNs) {
        int index = claim(NUMBER, 0, timeNs, value, 0, name.length());
        if (index >= 0) {
            ring.buffer().putStringWithoutLengthAscii(index + TEXT_OFFSET, name);
            ring.commit(index);
        }
    }

    /** What is too long for any message is left out, and said to be. */
    @Override
    public void onRest(String path, String asked, int status, byte[] body, long timeNs) {
        int words = path.length() + asked.length();
        int room = Math.min(REST_BYTES_MAX, ring.maxMsgLength() - TEXT_OFFSET - words);
        int kept = body.length <= room ? body.length : 0;
        long lengths = (long) path.length() << Integer.SIZE | asked.length();
        long answer = (long) (body.length - kept) << Integer.SIZE | status;
        int index = claim(REST, 0, timeNs, lengths, answer, words + kept);
        if (index >= 0) {
            int at = index + TEXT_OFFSET;
            ring.buffer().putStringWithoutLengthAscii(at, path);
            ring.buffer().putStringWithoutLengthAscii(at + path.length(), asked);
            ring.buffer().putBytes(at + words, body, 0, kept);
            secrets.mark(ring.buffer(), at, words + kept);
            ring.commit(index);
        }
    }

    /** Waits for room, a few seconds at most in all: it may be more than the buffer takes. */
    @Override
    public void onPast(byte[] image, int offset, int length, long timeNs) {
        while (!isRoomFor(length) && pastTurns < PAST_TURNS_MAX) {
            pastTurns++;
            LockSupport.parkNanos(PAST_TURN_NS);
        }
        int index = claim(PAST, 0, timeNs, 0, 0, length);
        if (index >= 0) {
            ring.buffer().putBytes(index + TEXT_OFFSET, image, offset, length);
            ring.commit(index);
        }
    }

    /** Wherever in the buffer it comes to lie. */
    private boolean isRoomFor(int textBytes) {
        int bytes = TEXT_OFFSET + textBytes + CACHE_LINE; // its header, and to a whole word
        return ring.capacity() - ring.size() >= 2 * bytes;
    }

    @Override
    public void onPlugged(int place, Map<String, String> parameters, long timeNs) {
        StringBuilder words = new StringBuilder();
        parameters.forEach(
                (key, value) -> words.append(key).append(WORD_END).append(value).append(WORD_END));
        byte[] text = words.toString().getBytes(UTF_8);
        int index = claim(PLUGGED, 0, timeNs, place, 0, text.length);
        if (index >= 0) {
            ring.buffer().putBytes(index + TEXT_OFFSET, text);
            secrets.mark(ring.buffer(), index + TEXT_OFFSET, text.length);
            ring.commit(index);
        }
    }

    @Override
    public void onReading(long event, long timeNs) {
        commit(claim(READING, 0, timeNs, event, 0, 0));
    }

    @Override
    public void onHandled(long events, long timeNs) {
        commit(claim(HANDLED, 0, timeNs, events, 0, 0));
    }

    @Override
    public void onRead(SharedValue what, long number, long value, long timeNs) {
        commit(claim(READ, what.code(), timeNs, number, value, 0));
    }

    @Override
    public void onDecision(long event, String verdict, long clientOrderId, long timeNs) {
        int index = claim(DECISION, 0, timeNs, event, clientOrderId, verdict.length());
        if (index >= 0) {
            ring.buffer().putStringWithoutLengthAscii(index + TEXT_OFFSET, verdict);
            ring.commit(index);
        }
    }

    private int claim(
            int kind, int connection, long timeNs, long first, long second, int textBytes) {
        int length = TEXT_OFFSET + textBytes;
        int index = length <= ring.maxMsgLength() ? ring.tryClaim(kind | loopBits, length) : -1;
        if (index < 0) {
            lost.getAndIncrement();
            return -1;
        }
        MutableDirectBuffer target = ring.buffer();
        target.putLong(index + TIME_OFFSET, timeNs);
        target.putLong(index + FIRST_OFFSET, first);
        target.putLong(index + SECOND_OFFSET, second);
        target.putInt(index + LOST_OFFSET, (int) lost.get());
        target.putInt(index + CONNECTION_OFFSET, connection);
        return index;
    }

    private void commit(int index) {
        if (index >= 0) {
            ring.commit(index);
        }
    }
}
