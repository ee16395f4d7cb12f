package io.hayate.session;

import io.hayate.codec.ControlMessage;
import io.hayate.codec.FrameDecoder;
import io.hayate.event.CommandType;
import io.hayate.event.Commands;
import io.hayate.event.NoticeType;
import io.hayate.event.SessionStatus;
import io.hayate.metrics.Counter;
import io.hayate.metrics.Counters;
import io.hayate.model.MarketChannel;
import io.hayate.model.SessionState;
import io.hayate.transport.DisconnectCause;
import io.hayate.transport.FrameListener;
import io.hayate.transport.Transport;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.Agent;

/**
 * One account's conversation with the venue, over as many connections as it takes.
 *
 * <p>Connect, wait for {@code info}, ask for sequence numbers, authenticate, subscribe, stay live,
 * and come back when the connection is lost. Loop thread; allocates nothing while live.
 */
public final class Session implements FrameListener, Agent {
    private static final int NORMAL_CLOSURE = 1000;

    private final SessionSetup setup;
    private final SessionOutcome outcome;
    private final Counters counters;
    private final EventPublisher publisher;
    private final Subscriptions subscriptions;
    private final ReconnectPolicy reconnects;
    private final FrameDispatcher frames;
    private final SessionTimes times;
    private final HealthBoard board;
    private final GapRepair gaps = new GapRepair(this);
    private final EarlyCommands early = new EarlyCommands();
    private final SessionStatus status = new SessionStatus();
    private final Commands.Listener onCommand = this::onCommand;

    private Transport transport;
    private Conversation conversation;
    private ChannelDesk channels;
    private volatile SessionState state = SessionState.DISCONNECTED;
    private volatile long connection;
    private boolean authenticated;
    private volatile boolean everLive;
    private boolean paused;
    private boolean closing;
    private boolean ended;
    private boolean closed;
    private String lastReason = "";

    public Session(SessionSetup setup, SessionOutcome outcome) {
        this.setup = setup;
        this.outcome = outcome;
        this.counters = setup.counters();
        this.publisher = new EventPublisher(setup.ring(), counters, setup.marketShare());
        this.subscriptions = new Subscriptions(setup.channels());
        this.reconnects = new ReconnectPolicy(setup.config(), setup.random());
        this.times = new SessionTimes(setup);
        this.board = new HealthBoard(publisher, setup.statistics(), setup.nanoClock());
        FrameDecoder decoder =
                new FrameDecoder(setup.instruments(), setup.frameBytesMax(), setup.decoder());
        this.frames =
                new FrameDispatcher(
                        decoder,
                        subscriptions,
                        publisher,
                        board,
                        setup,
                        new Doubts(this, times, gaps));
    }

    /** Gives the session its socket, once, before the loop starts. */
    public void transport(Transport socket) {
        transport = socket;
        Requests requests = new Requests(socket, setup.tracer());
        channels = new ChannelDesk(this, setup, subscriptions, requests, publisher, board);
        conversation = new Conversation(this, setup, subscriptions, channels, requests);
    }

    /** Number of the connection, from 1; 0 before the first. */
    long connection() {
        return connection;
    }

    /**
     * True when a frame decided on this connection may still be written: a new order while the session
     * is live, a cancel, which has no client order id, as long as the connection holds. Any thread that
     * holds the socket: then a connection that it finds here is the one that the socket is of.
     */
    public boolean mayLeave(long connectionNumber, long clientOrderId) {
        boolean allowed =
                clientOrderId == 0
                        ? state != SessionState.DISCONNECTED
                        : state == SessionState.LIVE;
        return connectionNumber == connection && allowed;
    }

    boolean isAuthenticated() {
        return authenticated;
    }

    /** Tells that an order never reached the socket; false when there is no room for it now. */
    boolean onNotSent(long clientOrderId) {
        return publisher.publishNotSent(clientOrderId, times.nowNs());
    }

    @Override
    public String roleName() {
        return "session";
    }

    /** One turn: what waits for room, commands, and what is due. */
    @Override
    public int doWork() {
        long nowNs = times.nowNs();
        publisher.flushStatuses();
        int work = frames.flush() + channels.flush(nowNs) + setup.commands().poll(onCommand);
        if (!early.isEmpty() && everLive) {
            early.release(publisher, times.nowNs());
        }
        if (paused && publisher.hasDrained()) {
            paused = false;
            transport.resume();
            work++;
        }
        return work + (times.isDue(nowNs) ? onDue(nowNs) : 0);
    }

    private int onDue(long nowNs) {
        if (times.isTickDue(nowNs)) {
            publisher.publishTime(nowNs, setup.epochClock().time());
            publisher.noteAge(nowNs);
        }
        if (ended) {
            return 1;
        }
        if (state == SessionState.DISCONNECTED) {
            connectWhenDue(nowNs);
        } else {
            checkDeadline(nowNs);
        }
        return 1;
    }

    private void connectWhenDue(long nowNs) {
        if (!everLive && times.isBudgetSpent(nowNs)) {
            unreachable("not live within session.connect-timeout; last: " + lastReason);
        } else if (times.isConnectDue(nowNs)) {
            long number = connection + 1;
            times.onConnect();
            reconnects.onAttempt(nowNs);
            counters.add(Counter.RECONNECTS, everLive ? 1 : 0);
            connection = number;
            become(SessionState.CONNECTING, "connection " + number);
            transport.connect();
        }
    }

    private void checkDeadline(long nowNs) {
        Subscription unanswered = channels.checkAnswers(nowNs);
        conversation.checkLive();
        String overdue = times.overdue(state, nowNs);
        Subscription silent = subscriptions.firstSilent(nowNs, times.heartbeatTimeoutNs());
        if (!everLive && times.isBudgetSpent(nowNs)) {
            unreachable("not live in time; no answer to " + conversation.awaited(state));
        } else if (overdue != null) {
            drop(overdue + conversation.awaited(state));
        } else if (unanswered != null) {
            drop("no answer to subscribe of the " + unanswered.channel().displayName());
        } else if (silent != null) {
            drop(silent.channel().displayName() + " fell silent");
        } else if (state == SessionState.LIVE) {
            gaps.onTick(nowNs);
            channels.checkDeadlines(nowNs);
        }
    }

    private boolean onCommand(CommandType type, int instrumentId, double amount) {
        switch (type) {
            case TRACE_ON, TRACE_OFF -> setup.tracer().turn(type == CommandType.TRACE_ON);
            case CLOSE -> close();
            default -> {
                boolean waits = type.waitsForLive() && (!everLive || !early.isEmpty());
                if (waits && early.add(type, instrumentId, amount)) {
                    return true;
                }
                return publisher.publishCommand(type, instrumentId, amount, times.nowNs());
            }
        }
        return true;
    }

    private void close() {
        closing = true;
        if (state == SessionState.DISCONNECTED && !times.isSocketInUse()) {
            closed();
        } else {
            become(SessionState.DISCONNECTED, "closing");
            transport.close(NORMAL_CLOSURE, "");
        }
    }

    // Frames and the life of the connection, from the transport

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
        times.onSocketClosed();
        become(SessionState.DISCONNECTED, detail);
        if (closing) {
            closed();
        } else if (ended) {
            return;
        } else if (!everLive && cause == DisconnectCause.TLS_FAILED) {
            unreachable(detail);
        } else {
            comeBack();
        }
    }

    private void comeBack() {
        long nowNs = times.nowNs();
        times.connectAfter(nowNs, reconnects.nextDelayNs(nowNs, everLive));
    }

    // What the conversation decides

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
        tell(previous, 0, reason);
    }

    private void onEntered(SessionState next) {
        if (next == SessionState.DISCONNECTED) {
            authenticated = false;
            channels.onDisconnected();
            gaps.onDisconnected();
            frames.reset();
        } else if (next == SessionState.LIVE) {
            everLive = true;
            reconnects.onLive();
        }
    }

    /** How far the session is; any thread. */
    public SessionState state() {
        return state;
    }

    /** True once the session has been live, whatever it is now; any thread. */
    public boolean hasEverBeenLive() {
        return everLive;
    }

    void authenticated() {
        authenticated = true;
    }

    /** True when this is the account's connection. */
    boolean carriesAccount() {
        return setup.credentials().isPresent();
    }

    /** Adds a channel and asks for it; nothing happens when it is there. */
    void subscribe(MarketChannel channel) {
        channels.subscribe(channel);
    }

    /** Ends a channel; nothing happens when it is not there. */
    void unsubscribe(MarketChannel channel) {
        channels.unsubscribe(channel);
    }

    /** Has a channel come anew, with a fresh snapshot. */
    void resync(MarketChannel channel, String reason) {
        channels.resync(channel, reason);
    }

    /** True while the venue sends a channel of market data. */
    boolean hasOpenChannels() {
        return subscriptions.subscribed() > 0;
    }

    void resyncAll(String reason) {
        channels.resyncAll(reason);
    }

    void onNoRoom(Subscription subscription, int rows) {
        channels.onNoRoom(subscription, rows);
    }

    /** A control event of the venue. */
    void onControl(ControlMessage message) {
        conversation.onControl(message);
    }

    /** Tells something that a person should know and that changes no state. */
    void tell(int code, String text) {
        tell(state, code, text);
    }

    private void tell(SessionState previous, int code, String text) {
        status.wrap(publisher.beginStatus(times.nowNs())).connection(connection);
        status.state(state).previousState(previous).isAuthenticated(authenticated);
        status.code(code).text(text);
        publisher.publishStatus();
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
        if (everLive) {
            drop(reason);
        } else {
            unreachable(reason);
        }
    }

    /** The venue knows none of our symbols. */
    void nothingSubscribed(String reason) {
        if (everLive) {
            drop(reason);
        } else {
            end(() -> outcome.onNothingSubscribed(reason));
            drop(reason);
        }
    }

    private void unreachable(String reason) {
        end(() -> outcome.onUnreachable(reason));
        drop(reason);
    }

    private void closed() {
        if (!closed) {
            closed = true;
            ended = true;
            outcome.onClosed();
        }
    }

    private void end(Runnable teller) {
        if (!ended) {
            ended = true;
            teller.run();
        }
    }
}
