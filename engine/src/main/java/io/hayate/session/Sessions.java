package io.hayate.session;

import io.hayate.event.CommandType;
import io.hayate.event.Commands;
import io.hayate.model.ChannelSpec;
import io.hayate.model.MarketChannel;
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
    private final SessionSetup setup;
    private final SessionOutcome outcome;
    private final TransportFactory transports;
    private final ConnectionLimits limits;
    private final ChannelPlan plan;
    private final EventPublisher publisher;
    private final EarlyCommands early = new EarlyCommands();
    private final Commands.Listener onCommand = this::onCommand;
    private final OwnerOfAll owner = new OwnerOfAll();
    private final List<Session> all = new ArrayList<>();
    private final Session[] byNumber;
    private final Session primary;
    private final long tickNs;

    private long nextTickNs;
    private boolean closing;
    private int closed;

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
        this.setup = setup;
        this.limits = limits;
        this.transports = transports;
        this.outcome = outcome;
        boolean hasAccount = setup.credentials().isPresent();
        publisher = new EventPublisher(setup.ring(), setup.counters(), setup.marketShare());
        plan = new ChannelPlan(setup.config(), hasAccount);
        byNumber = new Session[plan.connections()];
        tickNs = TimeUnit.MILLISECONDS.toNanos(setup.timerTickMs());
        nextTickNs = setup.nanoClock().nanoTime();
        primary = session(hasAccount ? 0 : 1);
        setup.channels().forEach(this::addAtStart);
    }

    private void addAtStart(ChannelSpec spec) {
        MarketChannel channel = setup.markets().register(spec, setup.instruments());
        int number = channel == null ? ChannelPlan.NONE : plan.add(channel.id());
        if (number == ChannelPlan.NONE) {
            throw new IllegalStateException("no connection is left for " + spec);
        }
        session(number).desk().subscribe(channel);
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
        return number == 0 ? SessionRole.account() : SessionRole.market(number, all.isEmpty());
    }

    private Session create(SessionRole role) {
        boolean isPublic = !role.carriesAccount();
        Session session = new Session(setup, role, publisher, limits.gate(isPublic), owner);
        session.transport(transports.create(isPublic, session));
        return session;
    }

    /** The session on which orders leave. */
    public Session primary() {
        return primary;
    }

    @Override
    public String roleName() {
        return "sessions";
    }

    /** One turn: what waits for room, commands, the time, and a turn of each session. */
    @Override
    public int doWork() {
        long nowNs = setup.nanoClock().nanoTime();
        publisher.flushStatuses();
        int work = setup.commands().poll(onCommand);
        if (!early.isEmpty() && primary.hasEverBeenLive()) {
            early.release(publisher, setup.nanoClock().nanoTime());
        }
        boolean isTick = nowNs - nextTickNs >= 0;
        if (isTick) {
            nextTickNs = nowNs + tickNs;
            publisher.publishTime(nowNs, setup.epochClock().time());
            publisher.noteAge(nowNs);
            work++;
        }
        for (int i = 0; i < all.size(); i++) {
            work += all.get(i).doWork(nowNs, isTick);
        }
        return work;
    }

    private boolean onCommand(CommandType type, int targetId, double amount) {
        switch (type) {
            case TRACE_ON, TRACE_OFF -> setup.tracer().turn(type == CommandType.TRACE_ON);
            case CLOSE -> close();
            case SUBSCRIBE -> subscribe(setup.markets().get(targetId));
            case UNSUBSCRIBE -> unsubscribe(setup.markets().get(targetId));
            case RESYNC -> resync(setup.markets().get(targetId));
            default -> {
                boolean waits =
                        type.waitsForLive() && (!primary.hasEverBeenLive() || !early.isEmpty());
                if (waits && early.add(type, targetId, amount)) {
                    return true;
                }
                return publisher.publishCommand(
                        type, targetId, amount, setup.nanoClock().nanoTime());
            }
        }
        return true;
    }

    private void subscribe(MarketChannel channel) {
        if (channel == null || closing) {
            return;
        }
        int number = plan.add(channel.id());
        if (number == ChannelPlan.NONE) {
            String rule = "session.market-connections-max is reached";
            primary.tell(0, "no connection for the " + channel.displayName() + ": " + rule);
        } else {
            session(number).desk().subscribe(channel);
        }
    }

    private void unsubscribe(MarketChannel channel) {
        int number = channel == null ? ChannelPlan.NONE : plan.remove(channel.id());
        if (number != ChannelPlan.NONE) {
            session(number).desk().unsubscribe(channel);
        }
    }

    private void resync(MarketChannel channel) {
        int number = channel == null ? ChannelPlan.NONE : plan.connectionOf(channel.id());
        if (number != ChannelPlan.NONE) {
            session(number).desk().resync(channel, "its book was found wrong");
        }
    }

    private void close() {
        if (!closing) {
            closing = true;
            all.forEach(Session::close);
        }
    }

    /** What the sessions tell of themselves. */
    private final class OwnerOfAll implements Session.Owner {
        @Override
        public SessionOutcome outcome() {
            return outcome;
        }

        @Override
        public boolean isEverySessionDeaf() {
            return all.stream().allMatch(Session::isDeaf);
        }

        @Override
        public void onClosed() {
            closed++;
            if (closed == all.size()) {
                outcome.onClosed();
            }
        }
    }
}
