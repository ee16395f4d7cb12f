package io.hayate.event;

import static org.agrona.BitUtil.SIZE_OF_DOUBLE;
import static org.agrona.BitUtil.SIZE_OF_INT;

import java.util.concurrent.atomic.AtomicLong;
import org.agrona.BufferUtil;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.MessageHandler;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.ringbuffer.ManyToOneRingBuffer;
import org.agrona.concurrent.ringbuffer.RingBufferDescriptor;

/**
 * What trading threads hand to the view: copies of events, log lines as template and numbers, and
 * traced frames, in a bounded queue. What finds no room is dropped and counted, so a slow terminal
 * never holds up a trade.
 *
 * <p>The loop and the strategy write, allocating nothing; the view reads and formats.
 */
public final class Notices implements NoticeSource {
    /** Numbers that a log line may carry. */
    public static final int LOG_NUMBERS_MAX = 4;

    private static final int QUEUE_BYTES = 1 << 20;
    private static final int FRAME_BYTES_MAX = 4_096;
    private static final int TEMPLATE_OFFSET = LOG_NUMBERS_MAX * SIZE_OF_DOUBLE;

    private final ManyToOneRingBuffer queue =
            new ManyToOneRingBuffer(
                    new UnsafeBuffer(
                            BufferUtil.allocateDirectAligned(
                                    QUEUE_BYTES + RingBufferDescriptor.TRAILER_LENGTH, 64)));
    private final MessageHandler onMessage = this::onMessage;
    private final AtomicLong dropped = new AtomicLong();
    private NoticeReader reader;

    /** Copies a whole event; {@code type} is EVENT, ANSWER, PRINT or LOOK. */
    public boolean offer(NoticeType type, Event event) {
        int index = claim(type, Event.SIZE);
        if (index < 0) {
            return false;
        }
        event.copyTo(queue.buffer(), index);
        queue.commit(index);
        return true;
    }

    /** Hands over a log line; numbers that the template does not ask for are left unread. */
    public boolean log(String template, double a, double b, double c, double d) {
        int index = claim(NoticeType.LOG, TEMPLATE_OFFSET + EventText.SIZE);
        if (index < 0) {
            return false;
        }
        MutableDirectBuffer buffer = queue.buffer();
        buffer.putDouble(index, a);
        buffer.putDouble(index + SIZE_OF_DOUBLE, b);
        buffer.putDouble(index + 2 * SIZE_OF_DOUBLE, c);
        buffer.putDouble(index + 3 * SIZE_OF_DOUBLE, d);
        EventText.put(buffer, index + TEMPLATE_OFFSET, template);
        queue.commit(index);
        return true;
    }

    /** Hands over a frame, cut at 4,096 bytes; {@code type} is FRAME_IN or FRAME_OUT. */
    public boolean frame(NoticeType type, DirectBuffer text, int offset, int length) {
        int kept = Math.min(length, FRAME_BYTES_MAX);
        int index = claim(type, SIZE_OF_INT + kept);
        if (index < 0) {
            return false;
        }
        queue.buffer().putInt(index, length);
        queue.buffer().putBytes(index + SIZE_OF_INT, text, offset, kept);
        queue.commit(index);
        return true;
    }

    @Override
    public long dropped() {
        return dropped.get();
    }

    private int claim(NoticeType type, int length) {
        int index = queue.tryClaim(type.code(), length);
        if (index < 0) {
            dropped.incrementAndGet();
        }
        return index;
    }

    @Override
    public int poll(NoticeReader taker, int limit) {
        reader = taker;
        int taken = queue.read(onMessage, limit);
        return taken > 0 ? taken : queue.read(onMessage, limit); // past the end of the memory
    }

    private void onMessage(int typeCode, MutableDirectBuffer buffer, int index, int length) {
        NoticeType type = NoticeType.ofCode(typeCode);
        switch (type) {
            case EVENT, ANSWER, PRINT, LOOK -> reader.onEvent(type, Event.at(buffer, index));
            case LOG ->
                    reader.onLog(
                            EventText.get(buffer, index + TEMPLATE_OFFSET), numbers(buffer, index));
            case FRAME_IN, FRAME_OUT ->
                    reader.onFrame(
                            type,
                            buffer,
                            index + SIZE_OF_INT,
                            length - SIZE_OF_INT,
                            buffer.getInt(index));
        }
    }

    private static double[] numbers(DirectBuffer buffer, int index) {
        double[] numbers = new double[LOG_NUMBERS_MAX];
        for (int i = 0; i < LOG_NUMBERS_MAX; i++) {
            numbers[i] = buffer.getDouble(index + i * SIZE_OF_DOUBLE);
        }
        return numbers;
    }
}
