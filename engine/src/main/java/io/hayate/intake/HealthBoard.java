package io.hayate.intake;

import io.hayate.metrics.ChannelStatistics;
import io.hayate.metrics.ChannelStatistics.Figure;
import io.hayate.model.Health;
import java.util.ArrayDeque;
import java.util.Queue;
import org.agrona.concurrent.NanoClock;

/**
 * Keeps the health of channels: in each subscription at once, for its next event; in the statistics;
 * and as an event on each change. Where the ring has no room the newest change of a channel waits, so
 * none is lost and no more wait than there are channels.
 *
 * <p>Loop thread. Allocates nothing once as many wait as ever will.
 */
public final class HealthBoard {
    /** What a connection is found at fault with, and what the next begins without. */
    public static final int CONNECTION_FAULTS =
            Health.STALE | Health.GAPPED | Health.MAINTENANCE | Health.CLOCK_BAD;

    private final EventPublisher publisher;
    private final ChannelStatistics statistics;
    private final NanoClock clock;
    private final Queue<Subscription> waiting = new ArrayDeque<>();

    public HealthBoard(EventPublisher publisher, ChannelStatistics statistics, NanoClock clock) {
        this.clock = clock;
        this.publisher = publisher;
        this.statistics = statistics;
    }

    /** Takes words from a channel's health and adds others, for a reason. */
    public void change(Subscription subscription, int without, int with, String reason) {
        change(subscription, without, with, 0, reason);
    }

    /** As before, for a reason that the venue gave, with its code. */
    public void change(Subscription subscription, int without, int with, int code, String reason) {
        int health = (subscription.health() & ~without) | with;
        if (health == subscription.health()) {
            return;
        }
        subscription.health(health);
        statistics.reason(subscription.channel().id(), reason);
        statistics.set(subscription.channel().id(), Figure.HEALTH, health);
        if (!subscription.news().isWaiting()) {
            waiting.add(subscription);
        }
        subscription.news().put(code, reason);
    }

    /** As {@link #change} of every channel of a connection that somebody sends, or is to send. */
    public void changeAll(Subscriptions subscriptions, int without, int with, String reason) {
        for (int i = 0; i < subscriptions.size(); i++) {
            if (subscriptions.get(i).health() != Health.OFF) {
                change(subscriptions.get(i), without, with, reason);
            }
        }
    }

    /** Publishes changes that wait unless the ring is short of room; returns how many. */
    public int flush() {
        int told = 0;
        while (!waiting.isEmpty() && !publisher.isShortForChannels() && tell(waiting.element())) {
            waiting.remove();
            told++;
        }
        return told;
    }

    private boolean tell(Subscription subscription) {
        ChannelNews news = subscription.news();
        boolean isOff = subscription.health() == Health.OFF; // a no is always told
        boolean differs = isOff || subscription.health() != news.toldHealth(); // else it came back
        if (differs && !publisher.publishChannelStatus(subscription, clock.nanoTime())) {
            return false;
        }
        news.onTold(subscription.health());
        return true;
    }
}
