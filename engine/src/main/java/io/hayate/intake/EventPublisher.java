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
import io.hayate.event.SharedReads;
import io.hayate.event.SharedValue;
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
 * <p>What has found no room waits until the ring has eased, so that a recording can say where it went on:
 * the end of a turn looks for that.
 *
 * <p>Loop thread. Allocates nothing.
 */
public final class EventPublisher {
    /** What a claim answers when there is no room. */
    public static final long NO_ROOM = EventRing.NO_ROOM;

    private static final int MARKET = 1;
    private static final int CHANNELS = 2;
    private static final int ACCOUNT = 4;

    private static final String NOT_LIVE =
            "the session was no longer live when the order came to the socket";
    private static final String IN_DOUBT =
            "the account was in doubt when the order came to the socket";

    private final EventRing ring;
    private final RingPlaces places;
    private final SharedReads reads;
    private final Counters counters;
    private final RingRoom market;
    private final RingRoom channels; // what is known of them, and the time
    private final RingRoom account;
    private final StatusBacklog statuses = new StatusBacklog();
    private final TimeTick timeTick = new TimeTick();
    private final Command command = new Command();
    private final ExecutionReport report = new ExecutionReport();
    private final ChannelStatus channelStatus = new ChannelStatus();
    private final WalletUpdate wallet = new WalletUpdate();
    private final HoldingUpdate holding = new HoldingUpdate();
    private int eases;

    /**
     * A publisher to a ring.
     *
     * @param marketShare part of the ring that market data may fill
     */
    public EventPublisher(EventRing ring, Counters counters, double marketShare) {
        this(ring, counters, marketShare, RingPlaces.untold(), SharedReads.PLAIN);
    }

    /**
     * A publisher to a ring that others may write, too.
     *
     * @param places hears where events were put
     * @param reads by which the loop learns whether there is room
     */
    public EventPublisher(
            EventRing ring,
            Counters counters,
            double marketShare,
            RingPlaces places,
            SharedReads reads) {
        this.ring = ring;
        this.places = places;
        this.counters = counters;
        int most = (int) (ring.capacity() * marketShare);
        int reserve =
                ring.capacity() - most; // which market data never fills, however slow a strategy is
        this.reads = reads;
        market = new RingRoom(ring, places, reads, reserve, most / 2);
        channels = new RingRoom(ring, places, reads, reserve / 2, most + reserve / 4);
        account = new RingRoom(ring, places, reads, 0, most + reserve / 2);
    }

    /** Claims slots for market data; the number of the first, or NO_ROOM. */
    public long claimMarket(int slots) {
        return market.claim(slots);
    }

    /** Events of market data that an empty ring could take. */
    public int marketEventsMax() {
        return market.most();
    }

    /**
     * True from when market data found no room until the ring has eased: half of what it may fill is free.
     * What waits for room, and books that were given up, come back then.
     */
    public boolean isShortForMarket() {
        return market.isShort();
    }

    /** The same of what is known of channels: until a half of its part is free that market data never fills. */
    boolean isShortForChannels() {
        return channels.isShort();
    }

    /** The same of what may not be lost: until half of what market data never fills is free. */
    public boolean isShortForAccount() {
        return account.isShort();
    }

    /** The parts of the ring that have eased and may go on: for {@link #ease}, 0 for none. */
    public long eased() {
        int parts = market.mayEase() ? MARKET : 0;
        parts |= channels.mayEase() ? CHANNELS : 0;
        parts |= account.mayEase() ? ACCOUNT : 0;
        return parts == 0 ? 0 : reads.goOn(SharedValue.RING_EASED, parts);
    }

    /**
     * These parts are short no more: publishes statuses that wait; who waits with anything else asks.
     *
     * @return how often they were eased, so that each who waits is first in its turn
     */
    public int ease(long parts) {
        eases = (eases + 1) & Integer.MAX_VALUE;
        if ((parts & MARKET) != 0) {
            market.ease();
        }
        if ((parts & CHANNELS) != 0) {
            channels.ease();
        }
        if ((parts & ACCOUNT) != 0) {
            account.ease();
            flushStatuses();
        }
        return eases;
    }

    /** Claims slots for what may not be lost; NO_ROOM, too, while something older waits for room. */
    public long claimAccount(int slots) {
        return statuses.isEmpty() ? account.claim(slots) : NO_ROOM;
    }

    /** Account events that an empty ring could take. */
    public int accountEventsMax() {
        return account.most();
    }

    /** True when so many slots are free for market data, which is not short of room. */
    boolean fitsMarket(int slots) {
        return market.fits(slots);
    }

    /** The same of what may not be lost. */
    boolean fitsAccount(int slots) {
        return statuses.isEmpty() && account.fits(slots);
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

    /** Publishes the status begun, now or, in order before all else, when the ring has eased. */
    public void publishStatus() {
        statuses.commit();
        flushStatuses();
    }

    private void flushStatuses() {
        while (!statuses.isEmpty() && !account.isShort()) {
            long sequence = account.claim(1);
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
        long sequence = channels.claim(1);
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
        long sequence = channels.claim(1);
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
