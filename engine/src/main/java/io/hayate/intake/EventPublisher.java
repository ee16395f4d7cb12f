package io.hayate.intake;

import io.hayate.event.ChannelStatus;
import io.hayate.event.Command;
import io.hayate.event.CommandType;
import io.hayate.event.Event;
import io.hayate.event.EventRing;
import io.hayate.event.EventType;
import io.hayate.event.ExecutionReport;
import io.hayate.event.HoldingUpdate;
import io.hayate.event.ReportKind;
import io.hayate.event.TimeTick;
import io.hayate.event.WalletUpdate;
import io.hayate.metrics.Counter;
import io.hayate.metrics.Counters;
import io.hayate.model.Instrument;
import java.util.concurrent.TimeUnit;
import org.agrona.DirectBuffer;

/**
 * Writes the ring: the loop's side of it. Publishing never waits; what happens when there is no
 * room is stated with each method. A part of the ring is kept for what may not be lost, so market
 * data leaves room for account events.
 *
 * <p>Loop thread. Allocates nothing.
 */
public final class EventPublisher {
    /** What a claim answers when there is no room. */
    public static final long NO_ROOM = EventRing.NO_ROOM;

    private static final String NOT_LIVE =
            "the session was no longer live when the order came to the socket";
    private static final String IN_DOUBT =
            "the account was in doubt when the order came to the socket";

    private final EventRing ring;
    private final RingPlaces places;
    private final Counters counters;
    private final int marketMax;
    private final int reserve;
    private final StatusBacklog statuses = new StatusBacklog();
    private final TimeTick timeTick = new TimeTick();
    private final Command command = new Command();
    private final ExecutionReport report = new ExecutionReport();
    private final ChannelStatus channelStatus = new ChannelStatus();
    private final WalletUpdate wallet = new WalletUpdate();
    private final HoldingUpdate holding = new HoldingUpdate();

    /**
     * A publisher to a ring.
     *
     * @param marketShare part of the ring that market data may fill
     */
    public EventPublisher(EventRing ring, Counters counters, double marketShare) {
        this(ring, counters, marketShare, RingPlaces.untold());
    }

    /** A publisher to a ring that others write, too, whose places are told. */
    public EventPublisher(
            EventRing ring, Counters counters, double marketShare, RingPlaces places) {
        this.ring = ring;
        this.places = places;
        this.counters = counters;
        this.marketMax = (int) (ring.capacity() * marketShare);
        this.reserve = ring.capacity() - marketMax;
    }

    /** Claims slots for market data; the number of the first, or NO_ROOM. */
    public long claimMarket(int slots) {
        return claim(slots, reserve);
    }

    /** Events of market data that an empty ring could take. */
    public int marketEventsMax() {
        return marketMax;
    }

    /** True when so little waits that a book that was given up may be resubscribed. */
    public boolean hasEased() {
        return ring.size() <= marketMax / 2;
    }

    /** As {@link #hasEased()}, and there is room for so many events of market data. */
    public boolean hasEased(int slots) {
        return hasEased() && ring.size() + slots <= marketMax;
    }

    /** Claims slots for what may not be lost; NO_ROOM, too, while something older waits for room. */
    public long claimAccount(int slots) {
        return statuses.isEmpty() ? claim(slots, 0) : NO_ROOM;
    }

    /** Account events that an empty ring could take. */
    public int accountEventsMax() {
        return ring.capacity();
    }

    /** True when the ring has drained far enough to read on after a pause. */
    public boolean hasDrained() {
        return statuses.isEmpty() && ring.size() <= ring.capacity() / 2;
    }

    private long claim(int slots, int spare) {
        long first = ring.tryClaim(slots, spare);
        if (first != NO_ROOM) {
            places.onClaim(first, slots);
        } else if (slots + spare <= ring.capacity()) { // an empty one would have had room
            places.onFull();
        }
        return first;
    }

    public Event slot(long sequence) {
        return ring.slot(sequence);
    }

    /** Hands over claimed slots, whole or NONE: always, or every consumer stops at them. */
    public void publish(long first, int slots) {
        counters.add(Counter.EVENTS, slots);
        ring.publish(first, first + slots - 1);
    }

    /** True when a status that is not the primary session's may be told. */
    public boolean hasRoomForMinorStatus() {
        return statuses.hasRoomForMinor();
    }

    /** A status to fill in; {@link #publishStatus} hands it over. */
    public Event beginStatus(long nowNs) {
        return statuses.begin(nowNs);
    }

    /** Publishes the status begun, now or, in order before all else, when there is room. */
    public void publishStatus() {
        statuses.commit();
        flushStatuses();
    }

    /** Publishes statuses that wait; called each turn. */
    public void flushStatuses() {
        while (!statuses.isEmpty()) {
            long sequence = claim(1, 0);
            if (sequence == NO_ROOM) {
                return;
            }
            ring.slot(sequence).copyFrom(statuses.first());
            statuses.removeFirst();
            publish(sequence, 1);
        }
    }

    /** Tells what is known of a channel now, likewise; false when there is no room for it. */
    public boolean publishChannelStatus(Subscription subscription, long nowNs) {
        long sequence = claim(1, reserve / 2);
        if (sequence == NO_ROOM) {
            return false;
        }
        Event event = ring.slot(sequence).begin(subscription.channel().instrumentId(), nowNs);
        event.channelId(subscription.channel().id()).health(subscription.health());
        ChannelNews news = subscription.news();
        channelStatus.wrap(event).previousHealth(news.toldHealth());
        channelStatus.code(news.code()).text(news.reason());
        event.type(EventType.CHANNEL_STATUS);
        publish(sequence, 1);
        return true;
    }

    /** A turn of the loop ends. */
    public void onTurn(long nowNs) {
        places.onTurn(nowNs);
    }

    /** Notes for how long the oldest event has waited for the strategy. */
    public void noteAge(long nowNs) {
        long ageNs = Math.max(nowNs - ring.oldestTimeNs(nowNs), 0);
        counters.set(Counter.RING_AGE_US, TimeUnit.NANOSECONDS.toMicros(ageNs));
    }

    /**
     * Publishes the time, which timers hang on: into half of what is kept for the account. Without room
     * it is left out, as the next one says more.
     */
    public void publishTime(long nowNs, long nowMs, long accountSeenNs) {
        long sequence = claim(1, reserve / 2);
        if (sequence == NO_ROOM) {
            return;
        }
        Event event = ring.slot(sequence).begin(Instrument.NONE, nowNs);
        timeTick.wrap(event).timeNs(nowNs).timeMs(nowMs).accountSeenNs(accountSeenNs);
        event.type(EventType.TIME_TICK);
        publish(sequence, 1);
    }

    /**
     * Publishes a command for the strategy thread; false when there is no room for it now.
     *
     * @param timeNs when it was made
     */
    public boolean publishCommand(CommandType type, int instrumentId, double amount, long timeNs) {
        long sequence = claimAccount(1);
        if (sequence == NO_ROOM) {
            return false;
        }
        Event event = ring.slot(sequence).begin(instrumentId, timeNs);
        command.wrap(event).type(type).amount(amount);
        event.type(EventType.COMMAND);
        publish(sequence, 1);
        return true;
    }

    /** Publishes a copy of an event that another thread has made; false when there is no room for it now. */
    public boolean publishLate(DirectBuffer made, int index) {
        long sequence = claimAccount(1);
        if (sequence == NO_ROOM) {
            return false;
        }
        ring.slot(sequence).copyFrom(made, index);
        publish(sequence, 1);
        return true;
    }

    /**
     * Tells that an order never left; false when there is no room for it now.
     *
     * @param inDoubt why: the account was in doubt, else the session not live
     */
    public boolean publishNotSent(long clientOrderId, boolean inDoubt, long nowNs) {
        long sequence = claimAccount(1);
        if (sequence == NO_ROOM) {
            return false;
        }
        Event event = ring.slot(sequence).begin(Instrument.NONE, nowNs);
        report.wrap(event).clear().kind(ReportKind.NOT_SENT).clientOrderId(clientOrderId);
        report.text(inDoubt ? IN_DOUBT : NOT_LIVE);
        event.type(EventType.EXECUTION_REPORT);
        publish(sequence, 1);
        return true;
    }

    /** Makes a claimed slot tell that the account has no wallet. */
    public void noWallets(Event event, long venueSequence) {
        wallet.wrap(event.place(true, true)).isSnapshot(true).walletType("").currency("");
        wallet.balance(0).unsettledInterest(0).availableBalance(0);
        event.venueSequence(venueSequence).type(EventType.WALLET_UPDATE);
    }

    /** Makes a claimed slot tell that the account has no margin position, or no funding offer. */
    public void noHoldings(Event event, long venueSequence, boolean ofPositions) {
        HoldingUpdate.Kind kind =
                ofPositions ? HoldingUpdate.Kind.POSITION : HoldingUpdate.Kind.OFFER;
        holding.wrap(event.place(true, true)).begin(kind, true, false);
        event.venueSequence(venueSequence).type(EventType.HOLDING_UPDATE);
    }

    /** Makes a claimed slot tell that the account has no open order. */
    public void noOpenOrders(Event event, long venueSequence) {
        report.wrap(event).clear().kind(ReportKind.NO_OPEN_ORDERS);
        event.venueSequence(venueSequence).type(EventType.EXECUTION_REPORT);
    }
}
