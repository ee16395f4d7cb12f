package io.hayate.session;

import io.hayate.codec.ControlMessage;
import io.hayate.codec.FrameDecoder;
import io.hayate.event.NoticeType;
import io.hayate.metrics.Counter;
import io.hayate.metrics.Counters;
import io.hayate.model.SessionState;
import io.hayate.transport.DisconnectCause;
import io.hayate.transport.FrameListener;
import io.hayate.transport.Transport;
import java.util.concurrent.TimeUnit;
import org.agrona.DirectBuffer;

/**
 * One conversation with the venue, over one connection at a time and as many as it takes.
 *
 * <p>Connect, wait for {@code info}, ask for sequence numbers, authenticate where it is the account's,
 * subscribe, stay live, and come back when the connection is lost. Loop thread; allocates nothing
 * while live.
 */
public final class Session implements FrameListener {
    private static final int NORMAL_CLOSURE = 1000;
    private static final long IDLE_MAX_NS = TimeUnit.SECONDS.toNanos(60);

    private final SessionSetup setup;
    private final SessionRole role;
    private final SessionOwner owner;
    private final Counters counters;
    private final EventPublisher publisher;
    private final ConnectionGate gate;
    private final Subscriptions subscriptions = new Subscriptions();
    private final ReconnectPolicy reconnects;
    private final FrameDispatcher frames;
    private final SessionTimes times;
    private final SessionTeller teller;
    private final HealthBoard board;
    private final GapRepair gaps = new GapRepair(this);
    private final AccountCare account;
    private final Transport transport;
    private final Conversation conversation;
    private final ChannelDesk desk;
    private final Pings pings;

    private volatile SessionState state = SessionState.DISCONNECTED;
    private volatile long connection;
    private boolean authenticated;
    private volatile boolean everLive;
    private boolean deaf;
    private long lastUsedNs;
    private boolean paused;
    private boolean closing;
    private volatile boolean closedAtEnd;
    private boolean ended;
    private boolean closed;
    private String lastReason = "";

    Session(
            SessionSetup setup,
            SessionRole role,
            EventPublisher publisher,
            ConnectionGate gate,
            Transport transport,
            SessionOwner owner) {
        this.setup = setup;
        this.role = role;
        this.owner = owner;
        this.counters = setup.counters();
        this.publisher = publisher;
        this.teller = new SessionTeller(this, publisher, setup.nanoClock());
        this.gate = gate;
        this.transport = transport;
        this.reconnects = new ReconnectPolicy(setup.config(), setup.random());
        this.times = new SessionTimes(setup);
        this.board = new HealthBoard(publisher, setup.statistics(), setup.nanoClock());
        this.account =
                new AccountCare(
                        counters,
                        text -> tell(0, text),
                        this::drop,
                        () -> setup.mayTrade() && authenticated);
        Requests requests = new Requests(transport, setup.tracer());
        pings = new Pings(setup, requests);
        desk = new ChannelDesk(this, setup, subscriptions, requests, publisher, board);
        conversation = new Conversation(this, setup, subscriptions, desk, requests, pings);
        this.frames = dispatcher();
    }

    private FrameDispatcher dispatcher() {
        FrameDecoder decoder =
                new FrameDecoder(setup.instruments(), setup.frameBytesMax(), setup.decoder());
        InboundFrame frame =
                new InboundFrame(decoder, counters, setup.statistics(), setup.nanoClock());
        IntakeListener doubts = new Doubts(this, times, gaps, account);
        RoomWait wait = new RoomWait(publisher, setup.nanoClock(), !role.carriesAccount());
        MarketFrames market =
                new MarketFrames(frame, publisher, board, wait, setup.market(), doubts);
        return new FrameDispatcher(
                frame,
                subscriptions,
                new IntakeChannels(board, wait, market),
                new AccountFrames(frame, publisher, account.listed(), doubts),
                setup.venueClock(),
                doubts);
    }

    Transport transport() {
        return transport;
    }

    SessionRole role() {
        return role;
    }

    ChannelDesk desk() {
        return desk;
    }

    /** How many channels are wanted of this connection, the account's left out. */
    int channels() {
        return subscriptions.size();
    }

    /** Number of the connection, from 1; 0 before the first. */
    long connection() {
        return connection;
    }

    /**
     * True when a frame decided on this connection may still be written: a new order while the session is
     * live and the account not in doubt, a cancel, whose client order id is 0, while the connection holds.
     * Any thread that holds the socket, which is that of a connection found here.
     */
    public boolean mayLeave(long connectionNumber, long clientOrderId) {
        boolean allowed =
                clientOrderId == 0
                        ? state != SessionState.DISCONNECTED
                        : state == SessionState.LIVE && !account.doubt().exists();
        return connectionNumber == connection && allowed;
    }

    boolean isAuthenticated() {
        return authenticated;
    }

    /** Whether what is known of the account may be wrong. */
    public AccountDoubt doubt() {
        return account.doubt();
    }

    /** Tells that an order never reached the socket; false when there is no room for it now. */
    boolean onNotSent(long connectionNumber, long clientOrderId) {
        boolean isLive = connectionNumber == connection && state == SessionState.LIVE;
        return publisher.publishNotSent(clientOrderId, isLive && doubt().exists(), times.nowNs());
    }

    /** One turn: what waits for room, and, once a tick, what is due. */
    int doWork(long nowNs, boolean isTick) {
        int work = frames.flush() + desk.flush(nowNs);
        if (paused && frames.mayReadOn(nowNs)) {
            paused = false;
            transport.resume();
            work++;
        }
        if (isTick && !ended) {
            onDue(nowNs);
        }
        return work;
    }

    private void onDue(long nowNs) {
        lastUsedNs = isWanted() ? nowNs : lastUsedNs;
        frames.onTick();
        if (state == SessionState.DISCONNECTED) {
            connectWhenDue(nowNs);
        } else {
            checkDeadline(nowNs);
        }
    }

    private void connectWhenDue(long nowNs) {
        if (isBudgetSpent(nowNs)) {
            unreachable("not live within session.connect-timeout; last: " + lastReason);
        } else if (isWanted() && times.isConnectDue(nowNs) && gate.tryAttempt(nowNs)) {
            long number = connection + 1;
            times.onConnect();
            counters.add(Counter.RECONNECTS, everLive ? 1 : 0);
            connection = number;
            become(SessionState.CONNECTING, "connection " + number);
            transport.connect(this);
        }
    }

    /** The venue drops a connection without channels, and none but the primary is of use then. */
    private boolean isWanted() {
        return !closing && (role.isPrimary() || channels() > 0);
    }

    /** The primary session alone must be live in time; others are waited for. */
    private boolean isBudgetSpent(long nowNs) {
        return role.isPrimary() && !everLive && times.isBudgetSpent(nowNs);
    }

    private void checkDeadline(long nowNs) {
        Subscription unanswered = desk.checkAnswers(nowNs);
        conversation.onTick();
        String overdue = times.overdue(state, nowNs);
        Subscription silent = subscriptions.firstSilent(nowNs, times.heartbeatTimeoutNs());
        if (isBudgetSpent(nowNs)) {
            unreachable("not live in time; no answer to " + conversation.awaited(state));
        } else if (overdue != null) {
            drop(overdue + conversation.awaited(state));
        } else if (nowNs - lastUsedNs > IDLE_MAX_NS) {
            drop("no channel is left on it");
        } else if (unanswered != null) {
            drop("no answer to subscribe of the " + unanswered.channel().displayName());
        } else if (silent != null) {
            desk.onSilent(silent);
        } else if (state == SessionState.LIVE) {
            pings.onTick(nowNs);
            gaps.onTick(nowNs);
            account.onTick(nowNs);
            desk.checkDeadlines(nowNs, times.isQuiet(nowNs));
        }
    }

    /** Closes the connection as asked; the owner is told, now or later. */
    void close() {
        closing = true;
        if (state == SessionState.DISCONNECTED && !times.isSocketInUse()) {
            closed();
        } else {
            closedAtEnd = state != SessionState.DISCONNECTED;
            become(SessionState.DISCONNECTED, "the run ends");
            transport.close(NORMAL_CLOSURE, "");
        }
    }

    @Override
    public void onConnected() {
        times.onStep();
        frames.reset();
        subscriptions.reset(times.nowNs());
    }

    @Override
    public boolean onText(DirectBuffer buffer, int offset, int length, long receiveTimeNs) {
        if (state == SessionState.DISCONNECTED) {
            return true; // late frames of a connection that we have given up
        }
        times.onFrame(receiveTimeNs);
        frames.lookedTimeNs(transport.lookedTimeNs());
        if (!frames.onText(buffer, offset, length, receiveTimeNs)) {
            paused = true;
            counters.increment(Counter.READS_PAUSED);
            return false;
        }
        setup.tracer().frame(NoticeType.FRAME_IN, buffer, offset, length);
        return true;
    }

    @Override
    public void onReadEnd() {
        frames.onReadEnd();
    }

    @Override
    public void onDisconnected(DisconnectCause cause, String detail) {
        paused = false;
        frames.shrink();
        times.onSocketClosed();
        become(SessionState.DISCONNECTED, detail);
        if (closing) {
            closed();
        } else if (ended) {
            return;
        } else if (role.isPrimary() && !everLive && cause == DisconnectCause.TLS_FAILED) {
            unreachable(detail);
        } else {
            times.connectAfter(times.nowNs(), reconnects.nextDelayNs(everLive));
        }
    }

    /** Comes into another state, and tells it. */
    void become(SessionState next, String reason) {
        if (state == next) {
            return;
        }
        if (!state.canBecome(next)) {
            throw new IllegalStateException("session cannot become " + next + " from " + state);
        }
        SessionState previous = state;
        state = next;
        lastReason = reason;
        times.onStep();
        onEntered(next);
        teller.tell(previous, 0, reason);
    }

    private void onEntered(SessionState next) {
        if (next == SessionState.DISCONNECTED) {
            authenticated = false;
            if (!closing) {
                desk.onDisconnected(); // at the end what was known last stays known
            }
            gaps.onDisconnected();
            account.onDisconnected(times.nowNs());
            frames.reset();
        } else if (next == SessionState.LIVE) {
            everLive = true;
            reconnects.onLive();
            transport.onGood();
            pings.onLive(times.nowNs());
        }
    }

    /** How far the session is; any thread. */
    public SessionState state() {
        return state;
    }

    /** True once a connection that held was closed because the run ends; any thread. */
    public boolean isClosedAtEnd() {
        return closedAtEnd;
    }

    /** True once the session has been live, whatever it is now; any thread. */
    public boolean hasEverBeenLive() {
        return everLive;
    }

    void authenticated() {
        authenticated = true;
    }

    void onControl(ControlMessage message) {
        conversation.onControl(message);
    }

    /** Tells something that a person should know and that changes no state. */
    void tell(int code, String text) {
        teller.tell(state, code, text);
    }

    /** Gives the connection up; a new one follows. */
    void drop(String reason) {
        if (state != SessionState.DISCONNECTED) {
            become(SessionState.DISCONNECTED, reason);
            transport.close(NORMAL_CLOSURE, "");
        }
    }

    /** The venue refuses us: the end before the first LIVE, a new attempt after it. */
    void refused(String reason) {
        if (!everLive && role.isPrimary()) {
            end(() -> owner.outcome().onUnreachable(reason));
        }
        drop(reason);
    }

    /** Takes whether the venue refused all channels; true when no session at all hears anything. */
    boolean isDeaf(boolean none) {
        deaf = none;
        return none && owner.isEverySessionDeaf();
    }

    /** True when it was deaf last, or has nothing to hear. */
    boolean isDeaf() {
        return deaf || channels() == 0;
    }

    /** The venue knows none of our symbols. */
    void nothingSubscribed(String reason) {
        if (!everLive) {
            end(() -> owner.outcome().onNothingSubscribed(reason));
        }
        drop(reason);
    }

    private void unreachable(String reason) {
        end(() -> owner.outcome().onUnreachable(reason));
        drop(reason);
    }

    private void closed() {
        if (!closed) {
            closed = true;
            ended = true;
            owner.onClosed();
        }
    }

    private void end(Runnable teller) {
        if (!ended) {
            ended = true;
            teller.run();
        }
    }
}
