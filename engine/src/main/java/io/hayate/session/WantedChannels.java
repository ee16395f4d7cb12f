package io.hayate.session;

import io.hayate.intake.EventPublisher;
import io.hayate.intake.HealthBoard;
import io.hayate.intake.Subscription;
import io.hayate.intake.Subscription.Phase;
import io.hayate.intake.Subscriptions;
import io.hayate.metrics.ChannelStatistics;
import io.hayate.metrics.ChannelStatistics.Figure;
import io.hayate.model.Health;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.NanoClock;

/**
 * Asks for the channels of one connection that wait for that: those that are new or come anew, those that the
 * socket did not take, at the next tick, and those that the ring had no room for, once it has, a second
 * later at the earliest.
 *
 * <p>Loop thread. What it says to the venue may allocate; its turns allocate nothing.
 */
final class WantedChannels {
    private static final long ROOM_INTERVAL_NS = TimeUnit.SECONDS.toNanos(1);

    private final Subscriptions subscriptions;
    private final Requests requests;
    private final EventPublisher publisher;
    private final HealthBoard board;
    private final ChannelStatistics statistics;
    private final NanoClock clock;

    private boolean isOpen; // the connection has come so far
    private boolean isSocketFull; // until the next tick
    private boolean isMaintenance;
    private int waiting; // channels that have yet to be asked for
    private int givenUp; // that wait for room

    WantedChannels(
            Subscriptions subscriptions,
            Requests requests,
            EventPublisher publisher,
            HealthBoard board,
            SessionSetup setup) {
        this.subscriptions = subscriptions;
        this.requests = requests;
        this.publisher = publisher;
        this.board = board;
        statistics = setup.scope().statistics();
        clock = setup.time().nano();
    }

    /** One more is wanted. */
    void add() {
        waiting++;
    }

    /** One more waits for room. */
    void addGivenUp() {
        givenUp++;
    }

    /** The venue has begun its maintenance, or ended it. */
    void maintenance(boolean isOn) {
        isMaintenance = isOn;
    }

    /** The connection is gone. */
    void close() {
        isOpen = false;
        isMaintenance = false;
    }

    /** The connection takes requests now: asks for every channel. */
    void open() {
        isOpen = true;
        isSocketFull = false;
        waiting = subscriptions.size();
        givenUp = 0;
        ask();
    }

    /** Asks for those that wait for that, unless the socket is full; returns 0 when nothing came of it. */
    int ask() {
        if (waiting == 0 || !isOpen || isSocketFull) {
            return 0;
        }
        int before = waiting;
        waiting = 0;
        for (int i = 0; i < subscriptions.size(); i++) {
            Subscription subscription = subscriptions.get(i);
            if (subscription.phase() == Phase.WANTED && !isAsked(subscription)) {
                waiting++;
            }
        }
        return waiting == before ? 0 : 1;
    }

    private boolean isAsked(Subscription subscription) {
        isSocketFull = isSocketFull || !requests.subscribe(subscription.channel());
        if (isSocketFull) {
            return false;
        }
        subscription.enter(Phase.ASKED, clock.nanoTime());
        statistics.set(subscription.channel().id(), Figure.WANTED, 1);
        board.change(
                subscription,
                Health.OFF,
                Health.RESYNCING | (isMaintenance ? Health.MAINTENANCE : 0),
                "asked for");
        return true;
    }

    /** Each tick: what the socket did not take may be asked for again, and what had no room once there is. */
    void onTick(long nowNs) {
        isSocketFull = false;
        if (givenUp == 0 || !isOpen || publisher.isShortForMarket()) {
            return;
        }
        givenUp = 0;
        for (int i = 0; i < subscriptions.size(); i++) {
            Subscription subscription = subscriptions.get(i);
            if (subscription.phase() == Phase.WAITING) {
                comeBack(subscription, nowNs);
            }
        }
    }

    private void comeBack(Subscription subscription, long nowNs) {
        if (subscription.phaseAgeNs(nowNs) < ROOM_INTERVAL_NS) {
            givenUp++;
        } else {
            subscription.enter(Phase.WANTED, nowNs);
            waiting++;
        }
    }
}
