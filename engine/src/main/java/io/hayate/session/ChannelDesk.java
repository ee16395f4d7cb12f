package io.hayate.session;

import io.hayate.event.ChannelStatus;
import io.hayate.intake.EventPublisher;
import io.hayate.intake.HealthBoard;
import io.hayate.intake.Subscription;
import io.hayate.intake.Subscription.Phase;
import io.hayate.intake.Subscriptions;
import io.hayate.metrics.ChannelStatistics;
import io.hayate.metrics.ChannelStatistics.Figure;
import io.hayate.metrics.Counter;
import io.hayate.metrics.Counters;
import io.hayate.model.Channel;
import io.hayate.model.Health;
import io.hayate.model.MarketChannel;
import java.util.concurrent.TimeUnit;

/**
 * Asks for the channels of one connection, takes the venue's answers, and asks anew for those that may
 * not be trusted as they are.
 *
 * <p>Loop thread. What it says to the venue may allocate; its turns allocate nothing.
 */
public final class ChannelDesk implements ChannelAnswers.Desk {
    private static final long NS_PER_MS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long ASK_AGAIN_NS = TimeUnit.MINUTES.toNanos(1);
    private static final int ALL_BUT_OFF = ~Health.OFF;

    private final SessionLife life;
    private final SessionSetup setup;
    private final Subscriptions subscriptions;
    private final Requests requests;
    private final EventPublisher publisher;
    private final HealthBoard board;
    private final Counters counters;
    private final ChannelStatistics statistics;
    private final ChannelAnswers answers;
    private final Renewals renewals;
    private final WantedChannels wanted;

    private boolean isLooking; // in this tick

    ChannelDesk(
            SessionLife life,
            SessionSetup setup,
            Subscriptions subscriptions,
            Requests requests,
            EventPublisher publisher,
            HealthBoard board) {
        this.life = life;
        this.setup = setup;
        this.subscriptions = subscriptions;
        this.requests = requests;
        this.publisher = publisher;
        this.board = board;
        counters = setup.ports().counters();
        statistics = setup.scope().statistics();
        wanted = new WantedChannels(subscriptions, requests, publisher, board, setup);
        answers = new ChannelAnswers(life, setup, subscriptions, requests, board, this);
        renewals = new Renewals(life, setup.account().deadManSwitch(), setup.time().nano());
        for (int i = 0; i < subscriptions.size(); i++) {
            onAdded(subscriptions.get(i).channel());
        }
    }

    private void onAdded(MarketChannel channel) {
        statistics.set(channel.id(), Figure.HEALTH, Health.OFF); // until it is asked for
        statistics.set(channel.id(), Figure.WANTED, 1);
        statistics.set(channel.id(), Figure.LAST_AGE_MS, ChannelStatistics.UNKNOWN_AGE_MS);
    }

    /** The connection is gone: all its channels are resubscribed on the next one. */
    void onDisconnected() {
        wanted.close();
        answers.onDisconnected();
        subscriptions.reset(nowNs());
        for (int i = 0; i < subscriptions.size(); i++) {
            Subscription subscription = subscriptions.get(i);
            if (subscription.health() != Health.OFF) {
                board.change(
                        subscription,
                        HealthBoard.CONNECTION_FAULTS,
                        Health.RESYNCING,
                        "the connection is lost");
            }
            statistics.set(subscription.channel().id(), Figure.CONNECTION, 0);
        }
    }

    /** The connection takes requests now: asks for every channel. */
    void askAll() {
        wanted.open();
    }

    /** Asks for channels that wait for that; returns 0 when nothing came of it. */
    int ask() {
        return wanted.ask();
    }

    /** Called each tick, with its time. */
    void onTick(long nowNs) {
        wanted.onTick(nowNs);
    }

    // Channels that come and go while the session runs

    /**
     * Adds a channel and asks for it; asks again for one that was refused, or not answered. Nothing
     * happens when it is there.
     */
    public void subscribe(MarketChannel channel) {
        Subscription known = subscriptions.find(channel);
        if (known != null && known.isGivenUp()) {
            want(known);
        }
        if (known != null) {
            return;
        }
        subscriptions.add(channel);
        onAdded(channel);
        wanted.add(); // asked for next, or once the connection has come so far
    }

    /** Ends a channel; nothing happens when it is not there. */
    public void unsubscribe(MarketChannel channel) {
        Subscription subscription = subscriptions.find(channel);
        if (subscription == null) {
            return;
        }
        leave(subscription);
        subscriptions.remove(subscription);
        board.change(subscription, ALL_BUT_OFF, Health.OFF, "unsubscribed");
        statistics.set(channel.id(), Figure.CONNECTION, 0);
        statistics.set(channel.id(), Figure.WANTED, 0);
    }

    /** Resubscribes a channel; nothing happens when that is under way. */
    public void resync(MarketChannel channel, String reason) {
        Subscription subscription = subscriptions.find(channel);
        if (subscription != null && subscription.isSubscribed()) {
            comeAnew(subscription, Phase.WANTED, reason);
        }
    }

    /** True while the venue sends a channel. */
    boolean hasOpenChannels() {
        return subscriptions.subscribed() > 0;
    }

    /** Resubscribes every channel. */
    void resyncAll(String reason) {
        for (int i = 0; i < subscriptions.size(); i++) {
            Subscription subscription = subscriptions.get(i);
            if (subscription.isSubscribed()) {
                comeAnew(subscription, Phase.WANTED, reason);
            }
        }
    }

    /** As {@link #resyncAll}, and asks again for what was not answered, or refused. */
    void startAnew(String reason) {
        resyncAll(reason);
        for (int i = 0; i < subscriptions.size(); i++) {
            Subscription subscription = subscriptions.get(i);
            if (subscription.phase() != Phase.WAITING) {
                want(subscription);
            }
        }
    }

    private void comeAnew(Subscription subscription, Phase next, String reason) {
        leave(subscription);
        subscription.enter(next, nowNs());
        if (next == Phase.WAITING) {
            wanted.addGivenUp();
        } else {
            wanted.add();
        }
        board.change(subscription, 0, Health.RESYNCING, reason);
        statistics.increment(subscription.channel().id(), Figure.RESYNCS);
        counters.increment(Counter.RESYNCS);
    }

    private void leave(Subscription subscription) {
        long venueId = subscriptions.leave(subscription);
        if (venueId != Subscription.NO_CHANNEL) {
            requests.unsubscribe(venueId);
        }
    }

    /** The ring has no room for what a channel cannot do without: it is resubscribed when there is. */
    void onNoRoom(Subscription subscription, int rows) {
        if (rows > publisher.marketEventsMax()) {
            life.tell(
                    0,
                    subscription.channel().displayName()
                            + ": a snapshot of "
                            + rows
                            + " rows: loop.ring-size must leave room for that: market data may fill"
                            + " "
                            + publisher.marketEventsMax());
        }
        comeAnew(subscription, Phase.WAITING, "the strategy is too slow for it");
    }

    // What the venue answers

    ChannelAnswers answers() {
        return answers;
    }

    @Override
    public void want(Subscription subscription) {
        subscription.enter(Phase.WANTED, nowNs());
        wanted.add();
    }

    @Override
    public void comeAnew(Subscription subscription, String reason) {
        comeAnew(subscription, Phase.WANTED, reason);
    }

    @Override
    public void refuse(Subscription subscription, int code, String why) {
        String name = subscription.channel().displayName();
        subscription.enter(Phase.REFUSED, nowNs());
        statistics.set(subscription.channel().id(), Figure.WANTED, 0);
        board.change(subscription, ALL_BUT_OFF, Health.OFF, code, ChannelStatus.REFUSED + why);
        life.tell(code, "the venue refused " + name + ": " + why);
    }

    @Override
    public boolean renew(String reason) {
        return renewals.renew(reason);
    }

    /**
     * What a frame said is lost. The next frame mends a channel that tells all each time. Any other is
     * resubscribed, three times a minute at most, and is marked until then.
     */
    @Override
    public void doubt(Subscription subscription, String reason) {
        if (!subscription.isSubscribed()) {
            return; // it is being resubscribed
        }
        if (subscription.isToldWhole()) {
            board.change(subscription, 0, Health.STALE, reason);
            return;
        }
        board.change(subscription, 0, Health.GAPPED, reason);
        if (subscription.mayDoubt(nowNs())) {
            comeAnew(subscription, Phase.WANTED, reason);
        }
    }

    /** Maintenance begins or ends. */
    void maintenance(boolean isOn) {
        wanted.maintenance(isOn);
        board.changeAll(
                subscriptions,
                isOn ? 0 : Health.MAINTENANCE,
                isOn ? Health.MAINTENANCE : 0,
                isOn ? "maintenance" : "maintenance is over");
    }

    // What is due

    /**
     * Resubscribes channels that send no data, and asks again for those that the venue did not answer;
     * called each tick of a session that is live, behind {@link #checkAnswers}.
     *
     * @param isQuiet true when the whole connection says nothing
     */
    void checkDeadlines(long nowNs, boolean isQuiet) {
        if (!isLooking) {
            return;
        }
        if (isQuiet) {
            board.changeAll(subscriptions, 0, Health.STALE, "the connection is silent");
        }
        for (int i = 0; i < subscriptions.size(); i++) {
            Subscription subscription = subscriptions.get(i);
            if (subscription.phase() == Phase.UNANSWERED
                    && subscription.phaseAgeNs(nowNs) >= ASK_AGAIN_NS) {
                subscription.enter(Phase.WANTED, nowNs);
                wanted.add();
            }
            if (subscription.isDoubtDue(nowNs)) {
                doubt(subscription, "a frame of it was lost");
            }
            long deadlineMs = deadlineMs(subscription.channel());
            if (deadlineMs > 0 && subscription.isMute(nowNs, deadlineMs * NS_PER_MS)) {
                subscription.onMute();
                board.change(subscription, 0, Health.STALE, "it tells no data");
                comeAnew(subscription, Phase.WANTED, "it tells no data");
            }
        }
    }

    private long deadlineMs(MarketChannel channel) {
        return switch (channel.kind()) {
            case TICKER -> setup.scope().config().tickerStaleMs();
            case BOOK -> setup.scope().config().bookStaleMs();
            case STATUS ->
                    channel.instrument() == null ? 0 : setup.scope().config().statusStaleMs();
            default -> 0;
        };
    }

    /**
     * Sets aside the channels whose answer is overdue while the venue sends others. Returns the first
     * such channel of a connection on which it sends none, or null. Of a status the venue may know
     * nothing, and then says nothing: that is a no.
     *
     * @param isLook false when the channels were looked at a moment ago: then none is until the next call
     */
    Subscription checkAnswers(long nowNs, boolean isLook) {
        isLooking = isLook;
        long timeoutNs = setup.config().timeouts().answerMs() * NS_PER_MS;
        for (int i = 0; isLook && i < subscriptions.size(); i++) {
            Subscription subscription = subscriptions.get(i);
            boolean isOverdue =
                    subscription.phase() == Phase.ASKED
                            && subscription.phaseAgeNs(nowNs) > timeoutNs;
            if (isOverdue && subscription.channel().kind() == Channel.STATUS) {
                refuse(subscription, 0, "no answer");
            } else if (isOverdue && hasOpenChannels() && !subscription.hasFallenSilent()) {
                setAside(subscription, "no answer to subscribe");
            } else if (isOverdue) {
                return subscription;
            }
        }
        return null;
    }

    @Override
    public void setAside(Subscription subscription, String why) {
        String name = subscription.channel().displayName();
        subscription.enter(Phase.UNANSWERED, nowNs());
        board.change(subscription, ALL_BUT_OFF, Health.OFF, why);
        boolean isNamed = why.endsWith(name);
        life.tell(0, why + (isNamed ? "" : " of the " + name) + ": asked again in a minute");
    }

    /** The first channel that fell silent, or null; null, too, when they were looked at a moment ago. */
    Subscription firstSilent(long nowNs, long timeoutNs) {
        return isLooking ? subscriptions.firstSilent(nowNs, timeoutNs) : null;
    }

    /** A channel that has beaten beats no more: it is resubscribed, or its connection is given up. */
    void onSilent(Subscription subscription) {
        board.change(subscription, 0, Health.STALE, "it fell silent");
        comeAnew(subscription, Phase.WANTED, "it fell silent");
        subscription.fellSilent();
    }

    private long nowNs() {
        return setup.time().nano().nanoTime();
    }
}
