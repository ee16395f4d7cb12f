package io.hayate.history;

import io.hayate.event.Commands;
import io.hayate.event.DeadManArming;
import io.hayate.event.Event;
import io.hayate.model.Instruments;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import org.agrona.BufferUtil;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.MessageHandler;
import org.agrona.concurrent.NanoClock;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.ringbuffer.OneToOneRingBuffer;
import org.agrona.concurrent.ringbuffer.RingBufferDescriptor;

/**
 * Asks the venue's REST for what became of orders: one request at a time, within a tenth of what the venue
 * allows, each with an end to waiting.
 *
 * <pre>question = number 8 | start ms 8 | instrument 4</pre>
 *
 * <p>A thread of its own, {@code history}; the strategy's thread asks.
 */
public final class OrderHistory implements HistorySource {
    private static final int QUESTIONS_BYTES = 1 << 12;
    private static final int QUESTION = 1;
    private static final int NUMBER_OFFSET = 0;
    private static final int START_OFFSET = NUMBER_OFFSET + Long.BYTES;
    private static final int INSTRUMENT_OFFSET = START_OFFSET + Long.BYTES;
    private static final int QUESTION_BYTES = INSTRUMENT_OFFSET + Integer.BYTES;
    private static final long POLL_MS = 5;
    private static final long ROOM_MS = 1;

    private final OneToOneRingBuffer questions =
            new OneToOneRingBuffer(
                    new UnsafeBuffer(
                            BufferUtil.allocateDirectAligned(
                                    QUESTIONS_BYTES + RingBufferDescriptor.TRAILER_LENGTH, 64)));
    private final MessageHandler onQuestion = this::onQuestion;
    private final HistoryLook look;
    private final Predicate<Event> lane;
    private final RestCall calls;
    private final RequestBudget ofOrders = new RequestBudget();
    private final RequestBudget ofFills = new RequestBudget();
    private final NanoClock clock;
    private final Consumer<String> teller;
    private final Thread thread = new Thread(this::run, "history");
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Instruments instruments;
    private OthersLook first; // before any question; null for none
    private boolean isTroubleTold;

    private record OthersLook(Ours ours, IntConsumer answer) {}

    /**
     * A history that nobody has asked for yet.
     *
     * @param calls of the venue's REST
     * @param commands of the loop that brings answers into the ring
     * @param teller told when the venue cannot be asked, and when it can be again; another thread
     */
    public OrderHistory(
            RestCall calls,
            Instruments instruments,
            Commands commands,
            NanoClock clock,
            Consumer<String> teller) {
        this.clock = clock;
        this.instruments = instruments;
        this.teller = teller;
        lane = commands::offer;
        look = new HistoryLook(instruments, clock);
        this.calls = calls;
        thread.setDaemon(true);
    }

    /** The same host and port by HTTP: {@code wss://host/ws/2} becomes {@code https://host}. */
    public static URI restOf(URI venue) {
        String scheme = "wss".equalsIgnoreCase(venue.getScheme()) ? "https" : "http";
        return URI.create(scheme + "://" + venue.getRawAuthority());
    }

    @Override
    public boolean ask(long number, int instrumentId, long startMs) {
        int index = questions.tryClaim(QUESTION, QUESTION_BYTES);
        if (index < 0) {
            return false;
        }
        questions.buffer().putLong(index + NUMBER_OFFSET, number);
        questions.buffer().putLong(index + START_OFFSET, startMs);
        questions.buffer().putInt(index + INSTRUMENT_OFFSET, instrumentId);
        questions.commit(index);
        return true;
    }

    @Override
    public boolean lookForOthers(Ours ours, IntConsumer answer) {
        first = new OthersLook(ours, answer);
        return true;
    }

    @Override
    public void start() {
        thread.start();
    }

    private void run() {
        try {
            lookForOthers();
            while (!closed.await(POLL_MS, TimeUnit.MILLISECONDS)) {
                while (questions.read(onQuestion, 1) > 0) {
                    answer();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void lookForOthers() throws InterruptedException {
        if (first == null) {
            return;
        }
        int others = DeadManArming.UNKNOWN;
        try {
            OpenOrderList list = new OpenOrderList(instruments);
            list.read(calls.post(OpenOrderList.PATH, OpenOrderList.BODY));
            others = list.countOthers(first.ours());
        } catch (IOException e) {
            onTrouble(e.getMessage());
        } finally {
            first.answer().accept(others);
        }
    }

    private void onQuestion(int type, MutableDirectBuffer buffer, int index, int length) {
        look.begin(
                buffer.getLong(index + NUMBER_OFFSET),
                buffer.getInt(index + INSTRUMENT_OFFSET),
                buffer.getLong(index + START_OFFSET));
    }

    private void answer() throws InterruptedException {
        while (!look.isOver()) {
            request();
            publish();
        }
        publish();
    }

    private void publish() throws InterruptedException {
        while (!look.publish(lane)) {
            rest(ROOM_MS);
        }
    }

    private void request() throws InterruptedException {
        RequestBudget budget = look.isOfFills() ? ofFills : ofOrders;
        long waitNs = budget.waitNs(clock.nanoTime());
        if (waitNs > 0) {
            rest(TimeUnit.NANOSECONDS.toMillis(waitNs) + 1);
        }
        budget.onMade(clock.nanoTime());
        try {
            byte[] answer = calls.post(look.path(), look.body());
            look.onAnswer(new UnsafeBuffer(answer), 0, answer.length);
            onAnswered();
        } catch (IOException e) {
            look.fail(e.getMessage());
            onTrouble(e.getMessage());
        }
    }

    private void rest(long ms) throws InterruptedException {
        if (closed.await(ms, TimeUnit.MILLISECONDS)) {
            throw new InterruptedException("it is closed");
        }
    }

    private void onTrouble(String why) {
        if (!isTroubleTold) {
            isTroubleTold = true;
            teller.accept("the venue's history of orders cannot be read: " + why);
        }
    }

    private void onAnswered() {
        if (isTroubleTold) {
            isTroubleTold = false;
            teller.accept("the venue's history of orders is read again");
        }
    }

    /** Waits until its thread has ended, which it does soon after {@link #close}. */
    void join() throws InterruptedException {
        thread.join();
    }

    @Override
    public void close() {
        closed.countDown();
        thread.interrupt();
    }
}
