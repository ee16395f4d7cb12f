package io.hayate.transport;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.hayate.transport.tls.Tls;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.Future;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;

/**
 * Finds the venue's addresses and opens a socket to one after the other, until one proves to be a
 * WebSocket. Each has its share of the attempt's time: an address that takes the connection and then
 * says nothing, or the wrong thing, makes way for the next as one does that refuses. Names are looked up
 * on a thread of its own, which blocks; all else is on the loop. Sockets for {@code wss} do TLS by
 * themselves.
 */
final class Connector {
    private static final int IDLE_THREAD_MS = 1_000;
    private static final int SHARES_MAX = 3;

    private final IoLoop loop;
    private final TransportConfig config;
    private final Tls tls;
    private final ReceiveBuffer receiveBuffer;
    private final Listener listener;
    private final Resolver resolver;
    private final AddressOrder order = new AddressOrder();
    // A look-up that hangs holds up later ones, of which only the newest waits.
    private final ThreadPoolExecutor resolving =
            new ThreadPoolExecutor(
                    1,
                    1,
                    IDLE_THREAD_MS,
                    MILLISECONDS,
                    new ArrayBlockingQueue<>(1),
                    Connector::newThread,
                    new ThreadPoolExecutor.DiscardOldestPolicy());

    private int attempt;
    private long deadlineNs;
    private InetAddress[] addresses; // null until the name is looked up
    private int first;
    private int tried;
    private TransportException failure;
    private Channel channel;
    private Future<?> timer;

    /** Looks a name up; may block. */
    @FunctionalInterface
    interface Resolver {
        InetAddress[] addressesOf(String host) throws UnknownHostException;
    }

    /** Takes what becomes of an address, on the loop. */
    interface Listener extends SocketHandler.Listener {
        /** No socket came to be. */
        void onFailed(TransportException why);

        /** The time of this address is over. */
        void onTimeout(String peer, long timeoutMs);
    }

    Connector(
            IoLoop loop,
            TransportConfig config,
            Tls tls,
            ReceiveBuffer receiveBuffer,
            Listener listener,
            Resolver resolver) {
        this.loop = loop;
        this.config = config;
        this.tls = tls;
        this.receiveBuffer = receiveBuffer;
        this.listener = listener;
        this.resolver = resolver;
        resolving.allowCoreThreadTimeOut(true);
    }

    private static Thread newThread(Runnable task) {
        Thread thread = new Thread(task, "resolver");
        thread.setDaemon(true);
        return thread;
    }

    /** Begins an attempt: the listener sees a socket open, or is told what failed. */
    void connect() {
        int number = ++attempt;
        addresses = null;
        failure = null;
        tried = 0;
        deadlineNs = loop.clock().nanoTime() + MILLISECONDS.toNanos(config.connectTimeoutMs());
        startTimer(config.connectTimeoutMs(), config.connectTimeoutMs());
        try {
            resolving.execute(() -> resolve(number));
        } catch (OutOfMemoryError e) { // the system gives no thread
            listener.onFailed(Details.ofLookUp(e, config.host()));
        }
    }

    private void startTimer(long delayMs, long timeoutMs) {
        int number = attempt;
        stopTimer();
        timer =
                loop.schedule(
                        () -> {
                            if (number == attempt) {
                                listener.onTimeout(peer(), timeoutMs);
                            }
                        },
                        delayMs);
    }

    private void stopTimer() {
        if (timer != null) {
            timer.cancel(false);
            timer = null;
        }
    }

    /**
     * The address that was tried came to nothing. Goes on with the next one, if the attempt has time and
     * another address.
     *
     * @return false when the attempt is over, for {@link #failure}
     */
    boolean tryNext(TransportException why) {
        boolean isTls = why.disconnectCause() == DisconnectCause.TLS_FAILED;
        failure = failure != null && isTls ? failure : why; // what may pass counts for more
        dropPending();
        if (addresses == null || ++tried >= addresses.length || leftMs() <= 0 || isBusy(why)) {
            return false;
        }
        int number = attempt;
        loop.execute(() -> open(number));
        return true;
    }

    /** Who asks for patience is not to be asked again at once at another of its doors. */
    private static boolean isBusy(TransportException why) {
        return why.disconnectCause() == DisconnectCause.HANDSHAKE_BUSY;
    }

    /** Why the attempt came to nothing. */
    TransportException failure() {
        return failure;
    }

    /** The attempt has led to a WebSocket. */
    void onOpen() {
        stopTimer();
    }

    /** The latest address is a good one: later attempts begin with it. */
    void onGood() {
        order.onGood();
    }

    /** Ends the attempt: nothing more is told, and the socket is closed if it is not active. */
    void cancel() {
        attempt++;
        dropPending();
    }

    private void dropPending() {
        stopTimer();
        Channel pending = channel;
        channel = null;
        if (pending != null && !pending.isActive()) {
            ChannelFuture unused = pending.close();
        }
    }

    private void resolve(int number) {
        Runnable next;
        try {
            InetAddress[] found = resolver.addressesOf(config.host());
            next = () -> begin(number, found);
        } catch (UnknownHostException e) {
            next = () -> fail(number, Details.ofResolve(e, config.host()));
        } catch (RuntimeException | Error e) {
            next = () -> fail(number, Details.ofLookUp(e, config.host()));
        }
        try {
            loop.execute(next);
        } catch (RejectedExecutionException e) {
            // The loop has ended, and with it the attempt.
        }
    }

    private void begin(int number, InetAddress[] found) {
        if (number == attempt) {
            addresses = found;
            first = order.first(found);
            open(number);
        }
    }

    private long leftMs() {
        return NANOSECONDS.toMillis(deadlineNs - loop.clock().nanoTime());
    }

    private InetAddress address() {
        return addresses[(first + tried) % addresses.length];
    }

    private void open(int number) {
        if (number != attempt) {
            return;
        }
        order.use(address());
        int shares = Math.min(addresses.length - tried, SHARES_MAX);
        long shareMs = Math.max(1, leftMs() / shares);
        startTimer(shareMs, shares == 1 ? config.connectTimeoutMs() : shareMs);
        ChannelFuture connecting = connectTo(address());
        if (connecting.isDone()) {
            onEnd(connecting); // where there is no socket, its listeners would run elsewhere
        } else {
            channel = connecting.channel();
            connecting.addListener(
                    result -> {
                        if (number == attempt && connecting.channel().equals(channel)) {
                            onEnd(connecting);
                        }
                    });
        }
    }

    private ChannelFuture connectTo(InetAddress address) {
        return new Bootstrap()
                .group(loop.eventLoop())
                .channel(loop.channelType())
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 0) // there is the timer
                // So that we close the descriptor, not Netty: another thread may be in it.
                .option(ChannelOption.ALLOW_HALF_CLOSURE, tls == null || tls.isByAddress())
                .option(ChannelOption.RECVBUF_ALLOCATOR, receiveBuffer)
                // What TLS works in: the adaptive one makes a ByteBuffer for each record.
                .option(ChannelOption.ALLOCATOR, PooledByteBufAllocator.DEFAULT)
                .disableResolver()
                .handler(new Pipeline())
                .connect(new InetSocketAddress(address, config.port()));
    }

    private void onEnd(ChannelFuture connecting) {
        if (!connecting.isSuccess()) {
            listener.onFailed(Details.ofConnect(connecting.cause(), peer()));
        }
    }

    /** Host, address and port of what is tried, for a person. */
    private String peer() {
        if (addresses == null || address().getHostAddress().equals(config.host())) {
            return config.peer();
        }
        return config.host() + " (" + address().getHostAddress() + ":" + config.port() + ")";
    }

    private void fail(int number, TransportException why) {
        if (number == attempt) {
            listener.onFailed(why);
        }
    }

    private final class Pipeline extends ChannelInitializer<Channel> {
        @Override
        protected void initChannel(Channel socket) {
            if (tls != null) {
                SslHandler handler =
                        tls.newHandler(
                                socket.alloc(), config.authority().withoutZone(), config.port());
                handler.setHandshakeTimeoutMillis(0); // the address's share covers it
                socket.pipeline().addLast(handler);
            }
            socket.pipeline().addLast(new SocketHandler(listener));
        }
    }
}
