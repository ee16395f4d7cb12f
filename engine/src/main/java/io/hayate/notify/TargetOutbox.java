package io.hayate.notify;

import io.hayate.model.Clocks;
import io.hayate.news.News;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.agrona.concurrent.ManyToOneConcurrentArrayQueue;

/**
 * What waits for one target. News that come within a window are one message; so many messages leave in a
 * minute; one that the target does not take now is tried again, later each time. All of it is bounded, and
 * what never arrives is counted and told in the next message that does. All but {@link #offer} and {@link
 * #end} on the thread of the target.
 */
final class TargetOutbox {
    private static final int WAITING_MAX = 1_024;
    private static final int ATTEMPTS_MAX = 6;
    private static final long BACK_OFF_MS = 1_000;
    private static final long BACK_OFF_MAX_MS = 60_000;
    private static final long RETRY_AFTER_MAX_MS = 300_000;
    private static final long BACK_OFF_AT_END_MS = 250;
    private static final long MINUTE_NS = TimeUnit.MINUTES.toNanos(1);

    private final ManyToOneConcurrentArrayQueue<News> waiting =
            new ManyToOneConcurrentArrayQueue<>(WAITING_MAX);
    private final AtomicLong dropped = new AtomicLong();
    private final NotifyMessages gathered;
    private final MessageSender sender;
    private final OutboxNews news;
    private final Clocks clocks;
    private final long windowNs;
    private final long[] leftNs; // when the latest messages left, a ring
    private int left;
    private NotifyMessage message; // the one that is to be taken next; null for none
    private int attempts;
    private long sinceNs; // the first of what is gathered
    private long notBeforeNs;
    private long lost;
    private volatile boolean isEnding;

    /**
     * An empty one.
     *
     * @param teller tells a person that the target takes no messages, once, and that it does again
     */
    TargetOutbox(
            NotifyConfig config,
            NotifyTarget target,
            MessageSender sender,
            Clocks clocks,
            Consumer<String> teller) {
        this.sender = sender;
        this.clocks = clocks;
        gathered = new NotifyMessages(config.title());
        news = new OutboxNews(target.label(), teller);
        windowNs = TimeUnit.MILLISECONDS.toNanos(config.windowMs());
        leftNs = new long[config.perMinuteMax()];
    }

    /** Any thread. */
    void offer(News told) {
        if (!waiting.offer(told)) {
            dropped.incrementAndGet();
        }
    }

    /** Any thread: from now on nothing waits for its time. */
    void end() {
        isEnding = true;
    }

    /** Takes what waits, and tries what is due; true when it tried something. */
    boolean doWork() {
        waiting.drain(this::gather);
        long nowNs = clocks.nano().nanoTime();
        if (message == null && gathered.count() > 0 && isDue(nowNs)) {
            message = gathered.take(missing(), clocks.epoch().time());
            attempts = 0;
        }
        if (message == null || (notBeforeNs - nowNs > 0 && attempts > 0)) {
            return false;
        }
        on(send());
        return true;
    }

    /** What no sender foresees is no reason to end: its words may hold what is secret. */
    private Delivery send() {
        try {
            return sender.send(message);
        } catch (RuntimeException e) {
            return Delivery.refused(e.getClass().getSimpleName());
        }
    }

    private void gather(News told) {
        if (gathered.count() == 0) {
            sinceNs = clocks.nano().nanoTime();
        }
        gathered.add(told);
    }

    private boolean isDue(long nowNs) {
        boolean mayLeave =
                left < leftNs.length || nowNs - leftNs[left % leftNs.length] >= MINUTE_NS;
        boolean isTime = gathered.isUrgent() || nowNs - sinceNs >= windowNs;
        return isEnding || (mayLeave && isTime);
    }

    private long missing() {
        long missing = lost + dropped.getAndSet(0);
        lost = 0;
        return missing;
    }

    private void on(Delivery delivery) {
        long nowNs = clocks.nano().nanoTime();
        attempts++;
        switch (delivery.outcome()) {
            case TAKEN -> {
                leftNs[left % leftNs.length] = nowNs;
                left = left + 1 == 2 * leftNs.length ? leftNs.length : left + 1;
                message = null;
                news.onTaken();
            }
            case LATER -> onLater(delivery, nowNs);
            case REFUSED -> give(delivery.why());
        }
    }

    private void onLater(Delivery delivery, long nowNs) {
        if (attempts >= ATTEMPTS_MAX && !isEnding) {
            give(delivery.why());
            return;
        }
        news.onLater(delivery.why());
        long doubled = BACK_OFF_MS << Math.min(attempts - 1, ATTEMPTS_MAX);
        long asked = Math.min(delivery.retryAfterMs(), RETRY_AFTER_MAX_MS);
        long waitMs = Math.max(Math.min(doubled, BACK_OFF_MAX_MS), asked);
        notBeforeNs = nowNs + TimeUnit.MILLISECONDS.toNanos(isEnding ? BACK_OFF_AT_END_MS : waitMs);
    }

    /** Gives a message up; what it told is counted, with what it counted itself. */
    private void give(String why) {
        lost += message.count();
        message = null;
        news.onGivenUp(why);
    }

    /** True when nothing is left to be sent. */
    boolean isEmpty() {
        return message == null && gathered.count() == 0 && waiting.isEmpty();
    }

    /** After the last turn: tells a person what nobody was told. */
    void close() {
        long missing = lost + dropped.get() + gathered.count() + waiting.size();
        news.onEnd(missing + (message == null ? 0 : message.count()));
    }
}
