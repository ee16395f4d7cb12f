package io.hayate.paper;

import io.hayate.event.CommandType;
import io.hayate.event.OrderIntent;
import io.hayate.event.SharedValue;
import io.hayate.event.TrafficTap;
import io.hayate.venue.exchange.MirrorInputs;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.agrona.BufferUtil;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.MessageHandler;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.ringbuffer.ManyToOneRingBuffer;
import org.agrona.concurrent.ringbuffer.RingBufferDescriptor;

/**
 * Copies what comes on the engine's connections for market data into a bounded buffer, from which the
 * paper account's venue takes it: the same texts, once.
 *
 * <p>What finds no room is lost to the venue, which then goes by no book until its next snapshot;
 * {@link #isSnapshotWanted} says so. Loops write, wait for nothing and allocate nothing; the venue's thread
 * reads.
 */
public final class PaperTap implements TrafficTap {
    private static final int OPENED = 1;
    private static final int TEXT = 2;
    private static final int CLOSED = 3;
    private static final int BYTES = 8 << 20; // some seconds of a busy feed
    private static final int DATA_SHARE = 8; // the last of so many parts is for other than data
    private static final int CACHE_LINE = 64;
    private static final int CONNECTIONS_MAX = 1_024;
    private static final int HEAD = Integer.BYTES;

    private final TrafficTap next;
    private final ManyToOneRingBuffer ring;
    private final AtomicIntegerArray hearing = new AtomicIntegerArray(CONNECTIONS_MAX);
    private final AtomicBoolean isLost = new AtomicBoolean();
    private final AtomicBoolean isSnapshotWanted = new AtomicBoolean();
    private final Taker taker = new Taker();

    /** A tap that tells another one all that it is told, first. */
    public PaperTap(TrafficTap next) {
        this(next, BYTES);
    }

    /**
     * As above, of another size.
     *
     * @param bytes a power of two
     */
    PaperTap(TrafficTap next, int bytes) {
        this.next = next;
        ring =
                new ManyToOneRingBuffer(
                        new UnsafeBuffer(
                                BufferUtil.allocateDirectAligned(
                                        bytes + RingBufferDescriptor.TRAILER_LENGTH, CACHE_LINE)));
    }

    /** A loop's own part of it concerns no paper. */
    @Override
    public TrafficTap ofLoop(int index) {
        return next.ofLoop(index);
    }

    @Override
    public void onOpen(int connection, boolean isPublic, long timeNs) {
        next.onOpen(connection, isPublic, timeNs);
        if (isPublic && connection < CONNECTIONS_MAX) {
            hearing.set(connection, 1);
            put(OPENED, connection);
        }
    }

    @Override
    public void onClosed(int connection, String cause, String detail, long timeNs) {
        next.onClosed(connection, cause, detail, timeNs);
        if (isHeard(connection)) {
            hearing.set(connection, 0);
            put(CLOSED, connection);
        }
    }

    private boolean isHeard(int connection) {
        return connection < CONNECTIONS_MAX && hearing.get(connection) != 0;
    }

    private void put(int type, int connection) {
        int index = ring.tryClaim(type, HEAD);
        if (index > 0) {
            ring.buffer().putInt(index, connection);
            ring.commit(index);
        } else {
            isLost.set(true);
        }
    }

    @Override
    public void onTextIn(
            int connection,
            DirectBuffer text,
            int offset,
            int length,
            long lookedTimeNs,
            long timeNs) {
        next.onTextIn(connection, text, offset, length, lookedTimeNs, timeNs);
        if (!isHeard(connection)) {
            return;
        }
        boolean isData = length > 0 && text.getByte(offset) == '[';
        int index = hasRoom(length, isData) ? ring.tryClaim(TEXT, HEAD + length) : 0;
        if (index > 0) {
            ring.buffer().putInt(index, connection);
            ring.buffer().putBytes(index + HEAD, text, offset, length);
            ring.commit(index);
        } else {
            isLost.set(true);
        }
    }

    /** What tells of channels and of the exchange must not be lost where data can be. */
    private boolean hasRoom(int length, boolean isData) {
        int most = ring.capacity() - ring.capacity() / DATA_SHARE;
        return HEAD + length <= ring.maxMsgLength() && (!isData || ring.size() + length < most);
    }

    /** True when something has come that was not taken. */
    public boolean hasTexts() {
        return ring.size() > 0;
    }

    /** Gives the venue all that has come; its thread. */
    public void drain(MirrorInputs inputs) {
        boolean wasLost = isLost.getAndSet(false); // before what came behind it is taken
        taker.inputs = inputs;
        ring.read(taker);
        if (wasLost) {
            inputs.onLost();
            isSnapshotWanted.set(true);
        }
    }

    /** True once when the venue needs fresh snapshots of all books; any thread. */
    public boolean isSnapshotWanted() {
        return isSnapshotWanted.getAndSet(false);
    }

    @Override
    public void onTextOut(int connection, DirectBuffer text, int offset, int length, long timeNs) {
        next.onTextOut(connection, text, offset, length, timeNs);
    }

    @Override
    public void onTick(long timeNs, long timeMs, long seenUntilNs, int turn) {
        next.onTick(timeNs, timeMs, seenUntilNs, turn);
    }

    @Override
    public void onCommand(
            CommandType type,
            int targetId,
            double amount,
            OrderIntent intent,
            long madeNs,
            long timeNs) {
        next.onCommand(type, targetId, amount, intent, madeNs, timeNs);
    }

    @Override
    public void onPlaces(long first, int count, long timeNs) {
        next.onPlaces(first, count, timeNs);
    }

    @Override
    public void onRead(SharedValue what, long number, long value, long timeNs) {
        next.onRead(what, number, value, timeNs);
    }

    @Override
    public void onLate(DirectBuffer event, int offset, long timeNs) {
        next.onLate(event, offset, timeNs);
    }

    @Override
    public void onNumber(String name, long value, long timeNs) {
        next.onNumber(name, value, timeNs);
    }

    @Override
    public void onRest(String path, String asked, int status, byte[] body, long timeNs) {
        next.onRest(path, asked, status, body, timeNs);
    }

    @Override
    public void onPast(byte[] image, int offset, int length, long timeNs) {
        next.onPast(image, offset, length, timeNs);
    }

    @Override
    public void onPlugged(int place, Map<String, String> parameters, long timeNs) {
        next.onPlugged(place, parameters, timeNs);
    }

    @Override
    public void onReading(long event, long timeNs) {
        next.onReading(event, timeNs);
    }

    @Override
    public void onHandled(long events, long timeNs) {
        next.onHandled(events, timeNs);
    }

    @Override
    public void onDecision(long event, String verdict, long clientOrderId, long timeNs) {
        next.onDecision(event, verdict, clientOrderId, timeNs);
    }

    /** Gives messages on. */
    private static final class Taker implements MessageHandler {
        private MirrorInputs inputs;

        @Override
        public void onMessage(int type, MutableDirectBuffer buffer, int index, int length) {
            int connection = buffer.getInt(index);
            switch (type) {
                case OPENED -> inputs.onOpen(connection);
                case CLOSED -> inputs.onClosed(connection);
                default -> inputs.onText(connection, buffer, index + HEAD, length - HEAD);
            }
        }
    }
}
