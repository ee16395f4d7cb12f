package io.hayate.intake;

import io.hayate.model.Channel;
import io.hayate.model.ChannelSpec;
import io.hayate.model.Health;
import io.hayate.model.MarketChannel;
import java.util.concurrent.TimeUnit;

/**
 * One channel of market data on one connection: what we asked for, what the venue answered, how far it
 * may be trusted, and when it last spoke. Also holds what the ring had no room for. Loop thread;
 * allocates nothing once made.
 */
public final class Subscription {
    public static final long NO_CHANNEL = -1;

    private static final int QUIET_TIMES_MAX = 4;
    private static final int DOUBTS_MAX = 3; // that resubscribe it within a minute
    private static final long DOUBTS_WINDOW_NS = TimeUnit.MINUTES.toNanos(1);

    /** How far the venue has come with it. */
    public enum Phase {
        /** To be asked for as soon as the socket takes it. */
        WANTED,
        /** Asked for; the answer is due. */
        ASKED,
        /** The venue sends it. */
        OPEN,
        /** The venue said no. */
        REFUSED,
        /** Given up for want of room; asked for again when there is some. */
        WAITING,
        /** The venue said nothing, though it sends other channels; asked for again later. */
        UNANSWERED
    }

    /** What becomes of updates that the ring has no room for. */
    public enum Pressure {
        /** The latest are kept. */
        KEEP_LATEST,
        /** The channel is given up, and resubscribed when there is room. */
        START_ANEW,
        /** They are dropped. */
        DROP
    }

    private final MarketChannel channel;
    private final Pressure pressure;
    private final HeldRows held;
    private final RecentTrades trades;
    private final ChannelNews news = new ChannelNews();

    private Phase phase = Phase.WANTED;
    private long venueId = NO_CHANNEL;
    private boolean adopted;
    private boolean fresh = true;
    private boolean hasBeaten;
    private long phaseNs;
    private long lastFrameNs;
    private long lastDataNs;
    private int quietTimes;
    private int health = Health.OFF;
    private boolean conflated;
    private boolean touched;
    private boolean silent;
    private boolean askedTwice;
    private boolean doubted;
    private int doubts;
    private long doubtsSinceNs;

    public Subscription(MarketChannel channel) {
        this.channel = channel;
        pressure = pressureOf(channel.spec());
        held = new HeldRows(channel.kind() == Channel.CANDLES ? 2 : 1);
        trades = channel.kind() == Channel.TRADES ? new RecentTrades() : null;
    }

    private static Pressure pressureOf(ChannelSpec spec) {
        return switch (spec.channel()) {
            case BOOK -> Pressure.START_ANEW;
            case TRADES -> Pressure.DROP;
            case STATUS -> spec.symbol().isEmpty() ? Pressure.DROP : Pressure.KEEP_LATEST;
            case TICKER, CANDLES, ACCOUNT -> Pressure.KEEP_LATEST;
        };
    }

    public MarketChannel channel() {
        return channel;
    }

    public Pressure pressure() {
        return pressure;
    }

    public boolean isBook() {
        return pressure == Pressure.START_ANEW;
    }

    /** True for a channel that begins with a list of what has been. */
    public boolean hasSnapshot() {
        return switch (channel.kind()) {
            case TRADES, BOOK, CANDLES -> true;
            default -> false;
        };
    }

    /** True for a channel that cannot be understood without its snapshot: prints can. */
    public boolean needsSnapshot() {
        return hasSnapshot() && trades == null;
    }

    // What we asked for and what the venue answered

    public Phase phase() {
        return phase;
    }

    /** True once it takes no more of the venue to go on: also when it was refused or given up. */
    public boolean isAnswered() {
        return phase != Phase.WANTED && phase != Phase.ASKED;
    }

    /** True when the venue said no, or nothing. */
    public boolean isGivenUp() {
        return phase == Phase.REFUSED || phase == Phase.UNANSWERED;
    }

    public boolean isSubscribed() {
        return phase == Phase.OPEN;
    }

    /** The venue's number of it on this connection, or NO_CHANNEL. */
    public long venueId() {
        return venueId;
    }

    /** Forgets the channel that it had, and what was held from it. */
    public void enter(Phase next, long nowNs) {
        phase = next;
        phaseNs = nowNs;
        venueId = NO_CHANNEL;
        adopted = false;
        fresh = true;
        hasBeaten = false;
        touched = false;
        doubted = false;
        held.clear();
    }

    /** The connection is gone, or new: what its venue said is forgotten. */
    public void forgetAnswers() {
        silent = false;
        askedTwice = false;
    }

    /** Takes leave to ask once more where the answer told no number; once until it is open. */
    public boolean takeSecondAsking() {
        boolean first = !askedTwice;
        askedTwice = true;
        return first;
    }

    /** It is resubscribed as it fell silent. */
    public void fellSilent() {
        silent = true;
    }

    /** True when that is not answered yet. */
    public boolean hasFallenSilent() {
        return silent;
    }

    /** The venue sends it from now on, under this number. */
    public void open(long id, boolean isAdopted, long nowNs) {
        enter(Phase.OPEN, nowNs);
        forgetAnswers();
        venueId = id;
        adopted = isAdopted;
        lastFrameNs = nowNs;
        lastDataNs = nowNs;
    }

    /** True when its number was told by a refusal to subscribe it twice. */
    public boolean isAdopted() {
        return adopted;
    }

    /** How long it has been in its phase. */
    public long phaseAgeNs(long nowNs) {
        return nowNs - phaseNs;
    }

    // What came

    /** True until the first data of the channel that the venue gave has come. */
    public boolean isFresh() {
        return fresh;
    }

    public void onData(boolean first, long receiveTimeNs) {
        quietTimes = fresh ? quietTimes : 0;
        fresh &= !first;
        lastFrameNs = receiveTimeNs;
        lastDataNs = receiveTimeNs;
    }

    public void onHeartbeat(long receiveTimeNs) {
        hasBeaten = true;
        lastFrameNs = receiveTimeNs;
    }

    /** True when a channel that has beaten before has been silent for longer than this. */
    public boolean isSilent(long nowNs, long timeoutNs) {
        return phase == Phase.OPEN && hasBeaten && nowNs - lastFrameNs > timeoutNs;
    }

    /**
     * True when no data has come for longer than this, whatever the heartbeats say. One that tells no
     * more after a fresh subscription is merely quiet: its deadline doubles, up to 16 times.
     */
    public boolean isMute(long nowNs, long deadlineNs) {
        return phase == Phase.OPEN && nowNs - lastDataNs > deadlineNs << quietTimes;
    }

    public void onMute() {
        quietTimes = Math.min(quietTimes + 1, QUIET_TIMES_MAX);
    }

    /** True when each frame tells all there is: a lost one is mended by the next. */
    public boolean isToldWhole() {
        return pressure == Pressure.KEEP_LATEST && !hasSnapshot();
    }

    /** Takes that something of it is lost; true when it may be resubscribed for that now. */
    public boolean mayDoubt(long nowNs) {
        if (doubts == 0 || nowNs - doubtsSinceNs >= DOUBTS_WINDOW_NS) {
            doubts = 0;
            doubtsSinceNs = nowNs;
        }
        doubted = doubts >= DOUBTS_MAX;
        doubts += doubted ? 0 : 1;
        return !doubted;
    }

    /** True when it was to be resubscribed and had to wait for that until now. */
    public boolean isDoubtDue(long nowNs) {
        return doubted && nowNs - doubtsSinceNs >= DOUBTS_WINDOW_NS;
    }

    /** True when its first data is due, and something was lost in which it may have been. */
    public boolean isSnapshotLost() {
        return fresh && doubted;
    }

    /** The prints published last, of a channel of trades. */
    public RecentTrades trades() {
        return trades;
    }

    // How far to trust it

    /** Words of {@link Health} that the session knows. */
    public int health() {
        return health;
    }

    public void health(int words) {
        health = words;
    }

    /** What is to be told of its health. */
    public ChannelNews news() {
        return news;
    }

    /** True when the next event is to say that updates before it were left out. */
    public boolean isConflated() {
        return conflated;
    }

    public void conflated(boolean leftOut) {
        conflated = leftOut;
    }

    /** True while rows of its book were published and the end of their burst was not. */
    public boolean isTouched() {
        return touched;
    }

    public void touched(boolean isOpen) {
        touched = isOpen;
    }

    /** The latest rows that wait for room. */
    public HeldRows held() {
        return held;
    }
}
