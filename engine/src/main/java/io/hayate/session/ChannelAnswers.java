package io.hayate.session;

import io.hayate.codec.ControlMessage;
import io.hayate.intake.HealthBoard;
import io.hayate.intake.Subscription;
import io.hayate.intake.Subscription.Phase;
import io.hayate.intake.Subscriptions;
import io.hayate.metrics.ChannelStatistics.Figure;
import io.hayate.model.Channel;
import io.hayate.model.Health;

/**
 * Takes what the venue answers about channels: granted, running already, refused, or ended. An answer
 * without a number that can be a channel's, or with one that another channel has, opens nothing.
 *
 * <p>Loop thread; may allocate.
 */
final class ChannelAnswers {
    private static final int ALREADY_SUBSCRIBED = 10301;
    private static final String OK = "OK";

    private final SessionLife life;
    private final SessionSetup setup;
    private final Subscriptions subscriptions;
    private final Requests requests;
    private final HealthBoard board;
    private final Desk desk;
    private boolean toldUnwanted; // of this connection

    /** Who asks for channels. */
    interface Desk {
        /** A channel is asked for as soon as the socket takes it; there is nothing to be ended. */
        void want(Subscription subscription);

        /** A channel is ended where it runs, and asked for. */
        void comeAnew(Subscription subscription, String reason);

        /** A channel may have lost something. */
        void doubt(Subscription subscription, String reason);

        /** A channel is off, and asked for again in a minute. */
        void setAside(Subscription subscription, String why);

        /** The venue said no. */
        void refuse(Subscription subscription, int code, String why);

        /** A fresh connection is wanted; false when that may not be now. */
        boolean renew(String reason);
    }

    ChannelAnswers(
            SessionLife life,
            SessionSetup setup,
            Subscriptions subscriptions,
            Requests requests,
            HealthBoard board,
            Desk desk) {
        this.life = life;
        this.setup = setup;
        this.subscriptions = subscriptions;
        this.requests = requests;
        this.board = board;
        this.desk = desk;
    }

    void onDisconnected() {
        toldUnwanted = false;
    }

    /** Takes a subscription that the venue has granted. */
    void onSubscribed(ControlMessage message) {
        Subscription subscription = subscriptions.find(message);
        Subscription holder = subscriptions.byVenueId(message.channelId());
        if (subscription == null) {
            onUnwanted(message, holder);
        } else if (message.channelId() <= 0) {
            onNumberUnknown(subscription, "the venue gave no number of the ");
        } else if (holder != null && holder != subscription) {
            onShared(subscription, holder);
        } else if (holder == null || holder.isAdopted()) { // else it is told twice
            endOther(subscription);
            open(subscription, message.channelId(), false);
        }
    }

    /** One that we ended before the answer came, or that is not ours: the first is told. */
    private void onUnwanted(ControlMessage message, Subscription holder) {
        if (!toldUnwanted) {
            toldUnwanted = true;
            String subject = message.key().isEmpty() ? message.symbol() : message.key();
            life.tell(
                    0,
                    "the venue sends what was not asked for, which is ended and ignored: "
                            + message.channel()
                            + " "
                            + subject);
        }
        if (holder != null) {
            desk.doubt(holder, "the venue gave its number to another");
        } else if (message.channelId() > 0) {
            subscriptions.ignore(message.channelId());
            requests.unsubscribe(message.channelId());
        }
    }

    /**
     * It runs, and nobody knows its frames: asks once more, as the venue may say then under which number
     * it sends it; then a fresh connection.
     */
    private void onNumberUnknown(Subscription subscription, String what) {
        if (subscription.isSubscribed()) {
            return; // under the number that is known
        }
        String reason = what + subscription.channel().displayName();
        if (subscription.takeSecondAsking()) {
            desk.want(subscription);
        } else if (!desk.renew(reason) && subscriptions.subscribed() > 0) {
            desk.setAside(subscription, reason);
        } // else its answer is overdue soon, and then the connection is given up
    }

    /** Two channels under one number: no frame of it can be told apart. */
    private void onShared(Subscription subscription, Subscription holder) {
        String reason =
                "the venue gave one number to "
                        + holder.channel().displayName()
                        + " and "
                        + subscription.channel().displayName();
        if (!desk.renew(reason)) {
            desk.comeAnew(holder, "the venue gave its number to another");
            desk.setAside(subscription, reason);
        }
    }

    /** It runs under another number, too: that one ends, and what came of it is not gone on with. */
    private void endOther(Subscription subscription) {
        long other = subscriptions.leave(subscription);
        if (other != Subscription.NO_CHANNEL && !subscription.isAdopted()) {
            requests.unsubscribe(other);
            board.change(subscription, 0, Health.RESYNCING, "the venue sends it anew");
        }
    }

    private void open(Subscription subscription, long venueId, boolean isAdopted) {
        subscriptions.open(subscription, venueId, isAdopted, setup.time().nano().nanoTime());
        int id = subscription.channel().id();
        setup.scope().statistics().set(id, Figure.CONNECTION, connectionNumber());
        if (isSilentByNature(subscription)) {
            subscription.onData(true, setup.time().nano().nanoTime());
            int faults = Health.OFF | Health.RESYNCING | HealthBoard.CONNECTION_FAULTS;
            board.change(subscription, faults, 0, "subscribed");
        } else if (subscription.health() == Health.OFF) { // before we asked, or late
            board.change(subscription, Health.OFF, Health.RESYNCING, "subscribed");
        }
    }

    /** Number from 1; the account's connection is the first where there is one. */
    private int connectionNumber() {
        return life.role().number() + (setup.account().isPresent() ? 1 : 0);
    }

    /** Liquidations have no snapshot and may stay away for hours. */
    private static boolean isSilentByNature(Subscription subscription) {
        return subscription.channel().kind() == Channel.STATUS
                && subscription.channel().spec().symbol().isEmpty();
    }

    /** Takes an error; false when it is about none of our channels. */
    boolean onError(ControlMessage message) {
        Subscription subscription = subscriptions.find(message);
        if (subscription == null) {
            return subscriptions.hasLeft(message.channelId()); // it had ended by itself
        }
        if (subscription.isSubscribed()) {
            return true; // of a request that came twice: it runs
        }
        if (message.code() != ALREADY_SUBSCRIBED) {
            desk.refuse(subscription, message.code(), message.said());
        } else if (message.channelId() > 0) {
            onRunning(subscription, message.channelId());
        } else {
            onNumberUnknown(subscription, "the venue sends, and says not under which number, the ");
        }
        return true;
    }

    /**
     * The venue sends it already, under this number. Where that is one of ours that is about to end, it
     * is heard until then; else its snapshot has gone by, and what needs one is had anew.
     */
    private void onRunning(Subscription subscription, long venueId) {
        Subscription holder = subscriptions.byVenueId(venueId);
        if (holder != null) {
            onShared(subscription, holder);
        } else if (!subscription.needsSnapshot() || subscriptions.hasLeft(venueId)) {
            open(subscription, venueId, true);
        } else {
            subscriptions.ignore(venueId);
            requests.unsubscribe(venueId);
            desk.want(subscription);
        }
    }

    /** The venue has ended a channel: one that is wanted is resubscribed. */
    void onUnsubscribed(ControlMessage message) {
        if (!message.status().isEmpty() && !message.status().equals(OK)) {
            onEndRefused(message);
            return;
        }
        Subscription subscription = subscriptions.onEnded(message.channelId());
        if (subscription != null) {
            subscription.enter(
                    Phase.WANTED, setup.time().nano().nanoTime()); // nothing is to be ended
            desk.comeAnew(subscription, "the venue ended it");
        }
    }

    /** It goes on, and what waits for its end to have a snapshot would wait in vain. */
    private void onEndRefused(ControlMessage message) {
        Subscription holder = subscriptions.byVenueId(message.channelId());
        if (holder == null || !holder.isAdopted() || !holder.needsSnapshot()) {
            return;
        }
        String reason = "the venue does not end the " + holder.channel().displayName();
        if (!desk.renew(reason)) {
            desk.comeAnew(holder, reason);
            desk.setAside(holder, reason);
        }
    }
}
