package io.hayate.engine;

import io.hayate.event.Commands;
import io.hayate.metrics.Counters;
import io.hayate.session.ChannelPlan;
import io.hayate.session.ConnectionLimits;
import io.hayate.session.LoopShare;
import io.hayate.session.SessionOutcome;
import io.hayate.session.SessionSetup;
import io.hayate.session.Sessions;
import io.hayate.transport.FrameBudget;
import io.hayate.transport.Idling;
import io.hayate.transport.IoLoop;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.agrona.concurrent.NanoClock;

/** The loops of an engine: the first, which has the account, and those beside it, if any. */
final class MarketLoops implements AutoCloseable {
    private final List<IoLoop> loops = new ArrayList<>();
    private final List<Sessions> sessions = new ArrayList<>();
    private final Sockets firstSockets;

    /**
     * Makes loops that stand still, their sessions and sockets.
     *
     * @param setup of the first loop's sessions; its commands wake it
     * @param counters of which each loop beside the first gets a part
     */
    MarketLoops(
            EngineConfig config,
            URI url,
            SessionSetup setup,
            Counters counters,
            SessionOutcome outcome,
            Consumer<Throwable> onError) {
        int count = config.loop().loops();
        List<Commands> commands = new ArrayList<>(List.of(setup.commands()));
        while (commands.size() < count) {
            commands.add(new Commands());
        }
        FrameBudget budget = new MemoryNeed(config).frameBudget();
        for (int i = 0; i < count; i++) {
            loops.add(loop(config, i, setup.nanoClock(), budget, onError));
            commands.get(i).onOffer(loops.get(i)::wake);
        }
        firstSockets = new Sockets(config, url, loops.get(0));
        ConnectionLimits limits = new ConnectionLimits(config.session(), firstSockets.shareHost());
        ChannelPlan plan = new ChannelPlan(config.session(), setup.credentials().isPresent());
        List<LoopShare> shares = LoopShare.of(plan, commands);
        SessionOutcome ofAll = new AllClosed(count, outcome);
        for (int i = 0; i < count; i++) {
            Sockets sockets = i == 0 ? firstSockets : new Sockets(config, url, loops.get(i));
            SessionSetup own = i == 0 ? setup : setup.with(counters.part());
            sessions.add(new Sessions(own, shares.get(i), limits, sockets, ofAll));
        }
    }

    private static IoLoop loop(
            EngineConfig config,
            int index,
            NanoClock clock,
            FrameBudget budget,
            Consumer<Throwable> onError) {
        return new IoLoop(
                index == 0 ? "loop" : "loop-" + (index + 1),
                config.transport().io(),
                new Idling(
                        config.loop().idle(),
                        TimeUnit.MILLISECONDS.toNanos(config.loop().timerTickMs())),
                clock,
                budget,
                onError);
    }

    /** The loop that has the account. */
    IoLoop first() {
        return loops.get(0);
    }

    Sessions firstSessions() {
        return sessions.get(0);
    }

    /** What made the first loop's sockets. */
    Sockets firstSockets() {
        return firstSockets;
    }

    List<Thread> threads() {
        return loops.stream().map(IoLoop::thread).toList();
    }

    /** Starts the loops beside the first. */
    void startOthers(BooleanSupplier mayBegin) {
        for (int i = 1; i < loops.size(); i++) {
            loops.get(i).start(mayBegin, sessions.get(i));
        }
    }

    @Override
    public void close() {
        loops.forEach(IoLoop::close);
    }

    /** Tells that all is closed when each loop has told it. */
    private static final class AllClosed implements SessionOutcome {
        private final AtomicInteger open;
        private final SessionOutcome outcome;

        AllClosed(int loops, SessionOutcome outcome) {
            open = new AtomicInteger(loops);
            this.outcome = outcome;
        }

        @Override
        public void onClosed() {
            if (open.decrementAndGet() == 0) {
                outcome.onClosed();
            }
        }

        @Override
        public void onUnreachable(String reason) {
            outcome.onUnreachable(reason);
        }

        @Override
        public void onNothingSubscribed(String reason) {
            outcome.onNothingSubscribed(reason);
        }
    }
}
