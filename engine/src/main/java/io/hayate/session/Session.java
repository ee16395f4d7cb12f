package io.hayate.session;

import io.hayate.event.AccountDoubt;
import io.hayate.event.VenueMaintenance;
import io.hayate.intake.EventPublisher;
import io.hayate.intake.FrameDispatcher;
import io.hayate.intake.HealthBoard;
import io.hayate.intake.Subscription;
import io.hayate.intake.Subscriptions;
import io.hayate.metrics.Counter;
import io.hayate.metrics.Counters;
import io.hayate.model.SessionState;
import io.hayate.transport.DisconnectCause;
import io.hayate.transport.FrameListener;
import io.hayate.transport.Transport;
import java.util.concurrent.TimeUnit;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.NanoClock;

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

    private final Counters counters;
    private final EventPublisher publisher;
    private final ConnectionGate gate;
    private final Transport transport;
    private final ReadPause pause;
    private final Subscriptions subscriptions = new Subscriptions();
    private final ReconnectPolicy reconnects;
    private final SessionTimes times;
    private final AccountCare account;
    private final SessionLife life;
    private final Pings pings;
    private final ChannelDesk desk;
    private final Conversation conversation;
    private final GapRepair gaps;
    private final FrameDispatcher frames;

    private long lastUsedNs;
    private boolean closing;

    public Session(
            SessionSetup setup,
            SessionRole role,
            EventPublisher publisher,
            ConnectionGate gate,
            Transport transport,
            SessionOwner owner) {
        counters = setup.ports().counters();
        this.publisher = publisher;
        this.gate = gate;
        this.transport = transport;
        pause = new ReadPause(transport);
        reconnects = new ReconnectPolicy(setup.config(), setup.random());
        NanoClock nano = setup.time().nano();
        times = new SessionTimes(setup.config().timeouts(), nano);
        AccountDoubt doubt = new AccountDoubt();
        SessionTeller teller =
                new SessionTeller(publisher, doubt, setup.account().standing(), nano);
        life =
                new SessionLife(
                        role,
                        owner,
                        times,
                        subscriptions,
                        teller,
                        new Changes(setup.ports().maintenance()));
        Requests requests = new Requests(transport, setup.ports(), role.connection(), nano);
        Runnable wallets = () -> requests.wallets(setup.scope().instruments());
        account = new AccountCare(life, doubt, setup.account(), setup.ports(), wallets);
        HealthBoard board = new HealthBoard(publisher, setup.scope().statistics(), nano);
        pings = new Pings(setup.config().timeouts().pingIntervalMs(), setup.time(), requests);
        desk = new ChannelDesk(life, setup, subscriptions, requests, publisher, board);
        conversation = new Conversation(life, setup, subscriptions, desk, requests, pings);
        gaps = new GapRepair(life, desk);
        frames =
                SessionFrames.dispatcher(
                        setup,
                        subscriptions,
                        publisher,
                        board,
                        account.listed(),
                        role.carriesAccount(),
                        new Doubts(life, times, desk, gaps, account, conversation::onControl));
    }

    /** What a change of state means for the parts. */
    private final class Changes implements SessionLife.Listener {
        private final VenueMaintenance maintenance;

        private Changes(VenueMaintenance maintenance) {
            this.maintenance = maintenance;
        }

        @Override
        public void onEntered(SessionState previous, SessionState next) {
            if (next == SessionState.PAUSED) {
                maintenance.begin();
            } else if (previous == SessionState.PAUSED) {
                maintenance.end();
            }
            if (next == SessionState.DISCONNECTED) {
                if (!closing) {
                    desk.onDisconnected(); // at the end what was known last stays known
                }
                gaps.onDisconnected();
                account.onDisconnected(times.nowNs());
                frames.reset();
            } else if (next == SessionState.LIVE) {
                reconnects.onLive();
                transport.onGood();
                pings.onLive(times.nowNs());
            }
        }

        @Override
        public void onAuthenticated(boolean mayWriteOrders) {
            account.onAuthenticated(mayWriteOrders);
        }

        @Override
        public void onDropped() {
            closeSocket();
        }
    }

    /** Until when all that came was read and taken. */
    public long seenUntilNs() {
        return pause.seenUntilNs();
    }

    private void closeSocket() {
        transport.close(NORMAL_CLOSURE, "");
        pause.giveUp();
    }

    /** Its socket. */
    public Transport transport() {
        return transport;
    }

    public ChannelDesk desk() {
        return desk;
    }

    /** How many channels are wanted of this connection, the account's left out. */
    public int channels() {
        return life.channels();
    }

    /** Number of the connection, from 1; 0 before the first. */
    public long connection() {
        return life.connection();
    }

    /**
     * True when a frame decided on this connection may still be written: a cancel, whose client order id is 0, while it
     * holds, an order while it is live and the account told whole and not in doubt. Any thread that holds the socket.
     */
    public boolean mayLeave(long connectionNumber, long clientOrderId) {
        boolean allowed =
                clientOrderId == 0
                        ? state() != SessionState.DISCONNECTED
                        : state() == SessionState.LIVE && account.isReady();
        return connectionNumber == life.connection() && allowed;
    }

    public boolean isAuthenticated() {
        return life.isAuthenticated();
    }

    /** Whether what is known of the account may be wrong. */
    public AccountDoubt doubt() {
        return account.doubt();
    }

    /** Loop: true while this connection is live, and the account in doubt. */
    public boolean isInDoubt(long connectionNumber) {
        return account.isInDoubt(connectionNumber);
    }

    /** Loop: false while the ring has no room for what may not be lost. */
    public boolean mayTell() {
        return !publisher.isShortForAccount();
    }

    /** Tells that an order never reached the socket; false when there is no room for it now. */
    public boolean onNotSent(long clientOrderId, boolean isInDoubt) {
        return publisher.publishNotSent(clientOrderId, isInDoubt, times.nowNs());
    }

    /** One turn: once a tick what is due, and what is to be told. */
    public int doWork(long nowNs, boolean isTick) {
        if (isTick && !life.isEnded()) {
            onDue(nowNs);
        }
        return desk.ask() + frames.flush(nowNs, isTick);
    }

    /** The ring has eased: what waited for room goes on. */
    public int goOn() {
        return frames.goOn();
    }

    /** What a turn ends with, behind all that other sessions do in it: reads on behind a pause, if it is over. */
    public int readOn() {
        return pause.isOn() && pause.readOn(frames.mayReadOn()) ? 1 : 0;
    }

    private void onDue(long nowNs) {
        lastUsedNs = isWanted() ? nowNs : lastUsedNs;
        frames.onTick();
        desk.onTick(nowNs);
        if (state() == SessionState.DISCONNECTED) {
            connectWhenDue(nowNs);
        } else {
            checkDeadline(pause.onTick());
        }
    }

    private void connectWhenDue(long nowNs) {
        if (isBudgetSpent(nowNs)) {
            life.unreachable("not live within session.connect-timeout; last: " + life.lastReason());
        } else if (isWanted() && times.isConnectDue(nowNs) && gate.tryAttempt(nowNs)) {
            times.onConnect();
            counters.add(Counter.RECONNECTS, hasEverBeenLive() ? 1 : 0);
            life.connecting();
            transport.connect(this);
        }
    }

    /** The venue drops a connection without channels, and none but the primary is of use then. */
    private boolean isWanted() {
        boolean isAccounts = life.role().isPrimary() && !conversation.authentication().hasGivenUp();
        return !closing && (isAccounts || channels() > 0);
    }

    /** The primary session alone must be live in time; others are waited for. */
    private boolean isBudgetSpent(long nowNs) {
        return life.role().isPrimary() && !hasEverBeenLive() && times.isBudgetSpent(nowNs);
    }

    /**
     * Looks for what is late by the time until which the socket was read: what came while the loop was held
     * up, or had no room, is not the venue's silence.
     */
    private void checkDeadline(long nowNs) {
        Subscription unanswered = desk.checkAnswers(nowNs, times.takeLook(nowNs));
        conversation.onTick();
        String overdue = times.overdue(state(), nowNs);
        Subscription silent = desk.firstSilent(nowNs, times.heartbeatTimeoutNs());
        if (isBudgetSpent(nowNs)) {
            life.unreachable("not live in time; no answer to " + conversation.awaited(state()));
        } else if (overdue != null) {
            life.drop(overdue + conversation.awaited(state()));
        } else if (nowNs - lastUsedNs > IDLE_MAX_NS) {
            life.drop("no channel is left on it");
        } else if (unanswered != null) {
            life.drop("no answer to subscribe of the " + unanswered.channel().displayName());
        } else if (silent != null) {
            desk.onSilent(silent);
        } else if (state() == SessionState.LIVE) {
            pings.onTick(nowNs);
            gaps.onTick(nowNs);
            account.onTick(nowNs, transport.keyUse());
            desk.checkDeadlines(nowNs, times.isQuiet(nowNs));
        }
    }

    /** Closes the connection as asked; the owner is told, now or later. */
    public void close() {
        closing = true;
        if (state() == SessionState.DISCONNECTED && !times.isSocketInUse()) {
            life.closed();
        } else {
            life.closing();
            closeSocket();
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
        boolean isGivenUp = state() == SessionState.DISCONNECTED;
        if (isGivenUp && !life.role().carriesAccount()) {
            return true;
        }
        pause.end();
        times.onFrame(receiveTimeNs);
        frames.lookedTimeNs(transport.lookedTimeNs());
        boolean taken =
                isGivenUp
                        ? frames.onLateText(buffer, offset, length, receiveTimeNs)
                        : frames.onText(buffer, offset, length, receiveTimeNs);
        if (!taken) {
            pause.begin();
            ask();
        }
        return taken;
    }

    @Override
    public void onReadEnd() {
        frames.onReadEnd();
        ask();
    }

    /** Asks for and tells what a read, or a command, has led to, whatever the turn brings besides. */
    public void ask() {
        int unused = desk.ask();
        frames.tellHealth();
    }

    @Override
    public void onDisconnected(DisconnectCause cause, String detail) {
        pause.end();
        frames.shrink();
        times.onSocketClosed();
        life.socketEnded(cause.isAtVenueToo());
        life.become(SessionState.DISCONNECTED, detail);
        frames.tellHealth();
        if (closing) {
            life.closed();
        } else if (life.isEnded()) {
            return;
        } else if (life.role().isPrimary()
                && !hasEverBeenLive()
                && cause == DisconnectCause.TLS_FAILED) {
            life.unreachable(detail);
        } else {
            times.connectAfter(times.nowNs(), reconnects.nextDelayNs(hasEverBeenLive()));
        }
    }

    /** How far the session is; any thread. */
    public SessionState state() {
        return life.state();
    }

    /** True once a connection that held was closed because the run ends; any thread. */
    public boolean isClosedAtEnd() {
        return life.isClosedAtEnd();
    }

    /** True once the session has been live, whatever it is now; any thread. */
    public boolean hasEverBeenLive() {
        return life.hasEverBeenLive();
    }

    /** Tells something that a person should know and that changes no state. */
    public void tell(int code, String text) {
        life.tell(code, text);
    }

    /** A person wants a fresh connection, and the account on it; false when there is none to give up. */
    public boolean reconnect(String reason) {
        conversation.authentication().tryAgain();
        boolean isConnected = state() != SessionState.DISCONNECTED;
        life.drop(reason);
        return isConnected;
    }

    /** True when it has nothing to hear, or the venue refused it all. */
    public boolean isDeaf() {
        return life.isDeaf();
    }
}
