package io.hayate.session.pool;

import io.hayate.event.CommandType;
import io.hayate.event.SharedReads;
import io.hayate.event.SharedValue;
import io.hayate.intake.EventPublisher;
import io.hayate.metrics.ChannelStatistics;
import io.hayate.model.ChannelSpec;
import io.hayate.model.Health;
import io.hayate.model.MarketChannel;
import io.hayate.model.SessionState;
import io.hayate.session.ConnectionGate;
import io.hayate.session.Session;
import io.hayate.session.SessionAccount;
import io.hayate.session.SessionOutcome;
import io.hayate.session.SessionOwner;
import io.hayate.session.SessionRole;
import io.hayate.session.SessionSetup;
import io.hayate.session.TransportFactory;
import io.hayate.transport.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.Agent;

/**
 * All conversations with the venue: gives each its turn, carries out commands, and tells the time.
 *
 * <p>The account has the primary one, which decides whether orders may leave and how all of it ends;
 * without an account it is the first of market data. The others come and go with their channels.
 * Loop thread; allocates nothing but for a connection that was not there before.
 */
public final class Sessions implements Agent {
    private static final long CLOCK_TELL_INTERVAL_NS = TimeUnit.SECONDS.toNanos(10);

    private final SessionSetup setup;
    private final SessionOutcome outcome;
    private final TransportFactory transports;
    private final ConnectionLimits limits;
    private final ChannelPlan plan;
    private final LoopShare share;
    private final EventPublisher publisher;
    private final EarlyCommands early;
    private final LoopInputs inputs;
    private final OwnerOfAll owner = new OwnerOfAll();
    private final List<Session> all = new ArrayList<>();
    private final Session[] byNumber;
    private final Session primary;
    private final long tickNs;

    private final ClockWatch clocks;
    private long nextTickNs;
    private boolean clockTold;
    private long clockToldNs;
    private int turn; // which session is first
    private boolean closing;
    private int closed;
    private boolean told;

    /**
     * Makes the sessions that the channels of {@code setup} want, and their sockets.
     *
     * @param limits what the venue allows of new connections
     */
    public Sessions(
            SessionSetup setup,
            ConnectionLimits limits,
            TransportFactory transports,
            SessionOutcome outcome) {
        this(setup, LoopShare.only(setup), limits, transports, outcome);
    }

    /** Sessions of one loop of several, the first of which is made first. */
    public Sessions(
            SessionSetup setup,
            LoopShare share,
            ConnectionLimits limits,
            TransportFactory transports,
            SessionOutcome outcome) {
        this.share = share;
        this.setup = setup;
        this.limits = limits;
        this.transports = transports;
        this.outcome = outcome;
        publisher =
                new EventPublisher(
                        setup.ports().ring(),
                        setup.ports().counters(),
                        setup.scope().config().ringShare(),
                        share.places(setup),
                        setup.ports().reads());
        inputs = new LoopInputs(setup, share, publisher, this::onCommand);
        early =
                new EarlyCommands(
                        new FirstPrices(
                                setup.scope().markets(),
                                setup.scope().statistics(),
                                setup.ports().reads()));
        plan = share.plan();
        byNumber = new Session[plan.connections()];
        tickNs = TimeUnit.MILLISECONDS.toNanos(setup.time().tickMs());
        nextTickNs = setup.time().nano().nanoTime();
        clocks = new ClockWatch(setup.time().nano(), setup.time().epoch());
        primary = share.isFirst() ? session(setup.account().isPresent() ? 0 : 1) : null;
        setup.scope().channels().forEach(this::addAtStart);
    }

    private void addAtStart(ChannelSpec spec) {
        MarketChannel channel = setup.scope().markets().register(spec, setup.scope().instruments());
        int number = channel == null ? ChannelPlan.NONE : plan.add(channel.id());
        if (number == ChannelPlan.NONE) {
            throw new IllegalStateException("no connection is left for " + spec);
        }
        share.mayHear(number);
        if (share.has(number)) {
            session(number).desk().subscribe(channel);
        }
    }

    /** The session of this number, made now if there was none. */
    private Session session(int number) {
        if (byNumber[number] == null) {
            byNumber[number] = create(role(number));
            all.add(byNumber[number]);
        }
        return byNumber[number];
    }

    private SessionRole role(int number) {
        return number == 0
                ? SessionRole.account()
                : SessionRole.market(number, share.isFirst() && all.isEmpty());
    }

    private Session create(SessionRole role) {
        Transport transport = transports.create(role);
        return new Session(setup, role, publisher, gate(role.isPublic()), transport, owner);
    }

    /** What other loops have begun counts, too. */
    private ConnectionGate gate(boolean isPublic) {
        ConnectionGate ofAll = limits.gate(isPublic);
        SharedReads reads = setup.ports().reads();
        return nowNs -> reads.read(SharedValue.ATTEMPT, ofAll.tryAttempt(nowNs));
    }

    /** The session on which orders leave; null but on the first loop. */
    public Session primary() {
        return primary;
    }

    /** When the next tick is due, at which the time is told and deadlines are looked at. */
    public long nextTickNs() {
        return nextTickNs;
    }

    /** Sets which session had its turn first before; for a replay. */
    public void turn(int number) {
        turn = number;
    }

    @Override
    public String roleName() {
        return "sessions";
    }

    /** One turn: commands, the time, a turn of each session, and what waits for room or for a pause to end. */
    @Override
    public int doWork() {
        long nowNs = setup.time().nano().nanoTime();
        if (!closing && share.commands().isClosed()) {
            close();
        }
        int work = inputs.poll();
        boolean isTick = nowNs - nextTickNs >= 0;
        if (isTick) {
            nextTickNs = nowNs + tickNs;
            work++;
            onTick(nowNs);
        }
        int count = all.size();
        turn = turn + 1 < count ? turn + 1 : 0; // each is first in its turn to find room
        for (int i = 0; i < count; i++) {
            int next = turn + i;
            work += all.get(next < count ? next : next - count).doWork(nowNs, isTick);
        }
        long parts = publisher.eased();
        work += parts == 0 ? 0 : goOn(parts);
        for (int i = 0; i < count; i++) {
            int next = turn + i;
            work += all.get(next < count ? next : next - count).readOn();
        }
        publisher.onTurn(nowNs);
        return work;
    }

    /**
     * The ring has eased: what had no room goes on, at the end of a turn, where nothing else is under way; for
     * a replay, too.
     *
     * @param parts as {@link EventPublisher#eased}
     */
    public int goOn(long parts) {
        int first = publisher.ease(parts);
        int count = all.size();
        int work = 1;
        for (int i = 0; i < count; i++) {
            work += all.get((first + i) % count).goOn();
        }
        return work + inputs.goOn();
    }

    private void onTick(long nowNs) {
        if (!share.isFirst()) {
            long seenNs = all.isEmpty() ? nowNs : all.get(0).transport().seenUntilNs();
            inputs.onTick(nowNs, setup.time().epoch().time(), seenNs, turn);
            return;
        }
        inputs.takeLook(nowNs);
        if (!early.isEmpty() && primary.hasEverBeenLive()) {
            early.release(publisher, isAccountAwaited(), nowNs);
        }
        checkClocks(nowNs);
        long nowMs = clocks.wallMs(nowNs); // a replay, which knows this alone, sees the same steps
        inputs.onTick(nowNs, nowMs, primary.transport().seenUntilNs(), turn);
        publisher.publishTime(nowNs, nowMs, primary.seenUntilNs());
        publisher.noteAge(nowNs);
    }

    private void checkClocks(long nowNs) {
        long stepMs = clocks.onTick();
        if (stepMs == 0) {
            return;
        }
        setup.time().venueClock().onStep(stepMs > 0);
        if (!clockTold || nowNs - clockToldNs >= CLOCK_TELL_INTERVAL_NS) {
            clockTold = true;
            clockToldNs = nowNs;
            primary.tell(0, ClockWatch.describe(stepMs));
        }
    }

    private boolean onCommand(CommandType type, int targetId, double amount, long timeNs) {
        switch (type) {
            case TRACE_ON, TRACE_OFF -> setup.ports().tracer().turn(type == CommandType.TRACE_ON);
            case RECONNECT -> reconnect();
            case SUBSCRIBE, UNSUBSCRIBE, RESYNC -> {
                MarketChannel channel = setup.scope().markets().get(targetId);
                return channel == null || closing || onChannel(type, channel, (int) amount);
            }
            default -> {
                if (type.waitsForLive()
                        && !EarlyCommands.isOfNoInstrument(type, amount)
                        && isEarly(EarlyCommands.instrumentId(type, targetId, amount), timeNs)
                        && early.add(type, targetId, amount, timeNs)) {
                    return true;
                }
                return publisher.publishCommand(type, targetId, amount, timeNs);
            }
        }
        return true;
    }

    private boolean isEarly(int instrumentId, long timeNs) {
        return !primary.hasEverBeenLive()
                || !early.isEmpty()
                || isAccountAwaited()
                || (primary.state() == SessionState.LIVE
                        && early.isEarly(instrumentId, timeNs, setup.time().nano().nanoTime()));
    }

    /** True before the venue has first told the account whole; false without an account. */
    private boolean isAccountAwaited() {
        SessionAccount account = setup.account();
        return account.isPresent() && !account.standing().hasEverBeenToldWhole();
    }

    /**
     * Has the session of a channel carry out what is asked: of another loop by that one's commands, which
     * come with the number of the connection.
     */
    private boolean onChannel(CommandType type, MarketChannel channel, int given) {
        int number = share.isFirst() ? numberOf(type, channel) : given;
        if (number == ChannelPlan.NONE) {
            return true;
        }
        boolean isOurs = share.has(number);
        if (type == CommandType.SUBSCRIBE) {
            share.mayHear(number);
        }
        if (!isOurs && !share.forward(number, type, channel.id())) {
            return false;
        }
        if (type == CommandType.UNSUBSCRIBE && share.isFirst()) {
            plan.remove(channel.id());
        }
        if (isOurs) {
            carryOut(type, session(number), channel);
        }
        return true;
    }

    private static void carryOut(CommandType type, Session session, MarketChannel channel) {
        switch (type) {
            case SUBSCRIBE -> session.desk().subscribe(channel);
            case UNSUBSCRIBE -> session.desk().unsubscribe(channel);
            default -> session.desk().resync(channel, "its book was found wrong");
        }
        session.ask();
    }

    private int numberOf(CommandType type, MarketChannel channel) {
        if (type != CommandType.SUBSCRIBE) {
            return plan.connectionOf(channel.id());
        }
        int number = plan.add(channel.id());
        if (number == ChannelPlan.NONE) {
            setup.scope()
                    .statistics()
                    .set(channel.id(), ChannelStatistics.Figure.HEALTH, Health.OFF);
            String rule = "session.market-connections-max is reached";
            primary.tell(0, "no connection for the " + channel.displayName() + ": " + rule);
        }
        return number;
    }

    /** A person wants a fresh connection, whatever the venue cancels with this one. */
    private void reconnect() {
        if (!primary.reconnect("a fresh connection was asked for")) {
            primary.tell(0, "there is no connection: the next one follows by itself");
        }
        primary.ask();
    }

    private void close() {
        closing = true;
        share.closeOthers();
        all.forEach(Session::close);
        owner.checkClosed();
    }

    /** What the sessions tell of themselves. */
    private final class OwnerOfAll implements SessionOwner {
        @Override
        public SessionOutcome outcome() {
            return outcome;
        }

        @Override
        public boolean isEverySessionDeaf() {
            return share.isDeaf(all.stream().allMatch(Session::isDeaf));
        }

        @Override
        public void onClosed() {
            closed++;
            checkClosed();
        }

        private void checkClosed() {
            if (closed == all.size() && !told) {
                told = true;
                outcome.onClosed();
            }
        }
    }
}
