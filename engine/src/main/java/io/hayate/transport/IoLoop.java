package io.hayate.transport;

import io.hayate.model.ConfigException;
import io.hayate.model.IdleMode;
import io.hayate.transport.websocket.FrameBudget;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ManualIoEventLoop;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.FastThreadLocalThread;
import io.netty.util.concurrent.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.agrona.concurrent.Agent;
import org.agrona.concurrent.NanoClock;

/**
 * The loop: one thread, named {@code loop}, that reads and writes sockets and then runs each duty
 * once, in turn, for ever; a turn without work may end with an {@link IdleTask}. Whatever throws on it stops
 * it, and is reported once.
 *
 * <p>Allocates nothing per turn on epoll, idle or not.
 */
public final class IoLoop implements AutoCloseable {
    private static final long JOIN_MS = 5_000;
    private static final int TURNS_A_SELECT = 15;

    private final Idling idling;
    private final NanoClock clock;
    private final LookTimes looks;
    private final FrameBudget frameBudget;
    private final Consumer<Throwable> onError;
    private final EventLoop eventLoop;
    private final Thread thread;
    private final AtomicBoolean woken = new AtomicBoolean();
    private final AtomicBoolean started = new AtomicBoolean();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    private final List<Socket> added = new ArrayList<>();
    private Socket[] sockets = {};
    private Agent[] duties = {};
    private int polled;
    private int turnsToSelect;
    private BooleanSupplier mayBegin = () -> true;
    private IdleTask idleTask = IdleTask.NONE;
    private boolean idleTurn;
    private volatile boolean stopping;

    /** What the loop turns to before its duties: a connection, whichever way it is read. */
    interface Socket {
        /** Reads and writes what there is; returns 0 when there was nothing. */
        int turn();

        /** The loop ends: its connections are closed. */
        void onShutDown();
    }

    /**
     * Makes a loop that stands still until {@link #start}.
     *
     * @param name the thread's
     * @param clock tells when frames were received, and when a wait is over
     * @param frameBudget what large messages share, those of other loops, too
     * @param onError told, on the loop's thread, what stopped it
     * @throws ConfigException when epoll is asked for and not available
     */
    public IoLoop(
            String name,
            IoKind io,
            Idling idling,
            NanoClock clock,
            FrameBudget frameBudget,
            Consumer<Throwable> onError) {
        this.idling = idling;
        this.clock = clock;
        looks = new LookTimes(clock);
        this.frameBudget = frameBudget;
        this.onError = onError;
        // Netty's caches work only on its own kind of thread.
        thread = new FastThreadLocalThread(this::run, name);
        thread.setDaemon(true);
        eventLoop =
                new EventLoop(
                        thread,
                        isNative(io) ? EpollIoHandler.newFactory() : NioIoHandler.newFactory(),
                        clock);
    }

    private static boolean isNative(IoKind io) {
        if (io == IoKind.EPOLL && !Epoll.isAvailable()) {
            throw new ConfigException(
                    "io must be auto or nio here, for epoll is not available: was epoll",
                    Epoll.unavailabilityCause());
        }
        return io.isEpoll();
    }

    /**
     * Starts the thread. Each duty's {@code onStart} comes before the first turn, its {@code onClose}
     * after the last, when all sockets are closed.
     *
     * @throws IllegalStateException when started before, or closed
     */
    public void start(Agent... agents) {
        start(() -> true, agents);
    }

    /**
     * As {@link #start(Agent...)}, but the thread asks first whether it may begin: it may be held up
     * until it is where it should run. When it may not, it ends without a turn.
     */
    public void start(BooleanSupplier mayBegin, Agent... agents) {
        if (!started.compareAndSet(false, true)) {
            throw new IllegalStateException("a loop starts once");
        }
        duties = agents.clone();
        sockets = added.toArray(Socket[]::new);
        this.mayBegin = mayBegin;
        thread.start();
    }

    /**
     * What is done in a turn in which no socket had anything, and no duty anything to do; before the start.
     * A loop that blocks sleeps instead.
     */
    public void onIdle(IdleTask task) {
        idleTask = task;
    }

    /** Adds one more to turn to; before the start, or on the loop. */
    void add(Socket socket) {
        added.add(socket);
        if (started.get()) {
            sockets = added.toArray(Socket[]::new);
        }
    }

    /** True when an idle loop sleeps until the kernel wakes it. */
    boolean blocks() {
        return idling.mode() == IdleMode.BLOCKING;
    }

    /** Loop: when the sockets had been looked at before what was read at that time. */
    long lookedTimeNs(long receiveTimeNs) {
        return looks.beforeRead(receiveTimeNs);
    }

    /** Loop: when it began to look at the sockets, in this turn. */
    long lookTimeNs() {
        return looks.lookTimeNs();
    }

    /** Loop: one socket more, or less, that is read without asking the event loop. */
    void polled(boolean more) {
        polled += more ? 1 : -1;
    }

    /**
     * Makes the duties run soon, though the loop sleeps. Any thread; never lost: what the caller wrote
     * before is seen by the duties in a turn that begins after. Costs next to nothing when the loop
     * does not block or was woken already.
     */
    public void wake() {
        if (blocks() && !woken.getAndSet(true)) {
            eventLoop.wakeup();
        }
    }

    /** Thread that the loop runs on. */
    public Thread thread() {
        return thread;
    }

    /** True on epoll. */
    public boolean isNative() {
        return eventLoop.isIoType(EpollIoHandler.class);
    }

    /**
     * Ends the loop: closes its sockets, and waits for the thread unless called on it, a few seconds at
     * most: a duty that never returns holds up nothing but itself.
     */
    @Override
    public void close() {
        stopping = true;
        if (started.compareAndSet(false, true)) {
            thread.start(); // it alone may close what the event loop has opened
        }
        wake();
        if (!eventLoop.inEventLoop()) {
            join();
        }
    }

    private void join() {
        try {
            thread.join(JOIN_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    NanoClock clock() {
        return clock;
    }

    FrameBudget frameBudget() {
        return frameBudget;
    }

    ManualIoEventLoop eventLoop() {
        return eventLoop;
    }

    Class<? extends SocketChannel> channelType() {
        return isNative() ? EpollSocketChannel.class : NioSocketChannel.class;
    }

    /** Runs a task on the loop in a later turn; any thread. One that throws stops the loop. */
    public void execute(Runnable task) {
        eventLoop.execute(guarded(task));
    }

    /** Runs a task on the loop after a while, unless the answer is canceled before. */
    Future<?> schedule(Runnable task, long delayMs) {
        return eventLoop.schedule(guarded(task), delayMs, TimeUnit.MILLISECONDS);
    }

    private Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (Throwable t) {
                fail(t);
            }
        };
    }

    /** Loop: stops it after this turn; the first failure is the one reported. */
    void fail(Throwable cause) {
        failure.compareAndSet(null, cause);
        stopping = true;
    }

    private void run() {
        try {
            if (mayBegin.getAsBoolean()) {
                takeTurns();
            }
        } catch (Throwable t) {
            fail(t);
        }
        try {
            reportFailure();
        } finally {
            shutDown();
        }
    }

    private void takeTurns() throws Exception {
        for (Agent duty : duties) {
            duty.onStart();
        }
        while (!stopping) {
            turn();
        }
    }

    private void turn() throws Exception {
        int work = select();
        if (woken.get()) {
            // Before the duties look. An exchange, not a plain write: it sees the last waker's
            // flag,
            // and with it what that waker wrote, so a wake that found the flag up is not lost
            // either.
            woken.getAndSet(false);
        }
        for (Socket socket : sockets) {
            work += socket.turn();
        }
        for (Agent duty : duties) {
            work += duty.doWork();
        }
        idleTurn = work == 0;
        if (idleTurn && !blocks()) {
            idleTask.onIdle(looks.lookTimeNs());
            rest();
        }
    }

    /**
     * Lets the event loop have its turn. What is polled needs it only for the end of a connection, and
     * for tasks and timers, none of which is in a hurry.
     */
    private int select() {
        boolean maySleep = idleTurn && blocks();
        looks.onLook(maySleep);
        if (maySleep) {
            int work = eventLoop.run(idling.waitMaxNs());
            looks.onWoken();
            return work;
        }
        if (polled > 0 && turnsToSelect > 0) {
            turnsToSelect--;
            return 0;
        }
        turnsToSelect = TURNS_A_SELECT;
        return eventLoop.runNow();
    }

    @SuppressWarnings("ThreadPriorityCheck") // what yielding means, and it was asked for
    private void rest() {
        if (idling.mode() == IdleMode.YIELDING) {
            Thread.yield();
        } else {
            Thread.onSpinWait();
        }
    }

    private void reportFailure() {
        Throwable cause = failure.get();
        if (cause != null) {
            onError.accept(cause);
        }
    }

    private void shutDown() {
        for (Socket socket : sockets) {
            socket.onShutDown();
        }
        Future<?> unused = eventLoop.shutdownGracefully(0, 0, TimeUnit.NANOSECONDS);
        while (!eventLoop.isTerminated()) {
            eventLoop.runNow();
        }
        for (Agent duty : duties) {
            try {
                duty.onClose();
            } catch (RuntimeException | Error e) {
                onError.accept(e);
            }
        }
        // Whoever remembers the thread, as some do, need not remember an engine with it.
        duties = new Agent[0];
        sockets = new Socket[0];
        added.clear();
    }

    /**
     * Netty's {@code wakeup} alone can be lost: it does nothing while the loop is awake, and a loop
     * that has just run its duties is awake though it is about to sleep. So a waker raises {@link
     * #woken} first, and the loop, having declared that it sleeps, asks here whether it still may: one
     * of the two always sees the other.
     */
    private final class EventLoop extends ManualIoEventLoop {
        EventLoop(Thread owner, IoHandlerFactory factory, NanoClock clock) {
            super(null, owner, factory, new LoopTicker(clock));
        }

        @Override
        protected boolean canBlock() {
            return !woken.get();
        }
    }
}
