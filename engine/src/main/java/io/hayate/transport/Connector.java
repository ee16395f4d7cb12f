package io.hayate.transport;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Finds the venue's addresses and opens a socket to the first that answers. Names are looked up on a
 * thread of its own, which blocks; all else is on the loop. Sockets for {@code wss} do TLS by themselves.
 */
final class Connector {
    private static final int IDLE_THREAD_MS = 1_000;

    private final IoLoop loop;
    private final TransportConfig config;
    private final ReceiveBuffer receiveBuffer;
    private final SocketHandler.Listener listener;
    private final Resolver resolver;
    private final SslContext tls;
    // A look-up that hangs holds up later ones, of which only the newest waits.
    private final ThreadPoolExecutor resolving =
            new ThreadPoolExecutor(
                    1,
                    1,
                    IDLE_THREAD_MS,
                    TimeUnit.MILLISECONDS,
                    new ArrayBlockingQueue<>(1),
                    Connector::newThread,
                    new ThreadPoolExecutor.DiscardOldestPolicy());

    private int attempt;
    private long deadlineNs;
    private Channel channel;

    /** Looks a name up; may block. */
    @FunctionalInterface
    interface Resolver {
        InetAddress[] addressesOf(String host) throws UnknownHostException;
    }

    Connector(
            IoLoop loop,
            TransportConfig config,
            ReceiveBuffer receiveBuffer,
            SocketHandler.Listener listener,
            Resolver resolver) {
        this.loop = loop;
        this.config = config;
        this.receiveBuffer = receiveBuffer;
        this.listener = listener;
        this.resolver = resolver;
        tls = config.isSecure() ? Tls.context(config) : null;
        resolving.allowCoreThreadTimeOut(true);
    }

    private static Thread newThread(Runnable task) {
        Thread thread = new Thread(task, "resolver");
        thread.setDaemon(true);
        return thread;
    }

    /** Begins an attempt: the listener sees the socket open, or is told the failure. */
    void connect() {
        int number = ++attempt;
        deadlineNs = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(config.connectTimeoutMs());
        resolving.execute(() -> resolve(number));
    }

    /** Ends the attempt: no failure will be told, and the socket is closed if it is not active. */
    void cancel() {
        attempt++;
        if (channel != null && !channel.isActive()) {
            ChannelFuture unused = channel.close();
        }
        channel = null;
    }

    private void resolve(int number) {
        Runnable next;
        try {
            InetAddress[] addresses = resolver.addressesOf(config.host());
            next = () -> open(number, addresses, 0);
        } catch (UnknownHostException e) {
            next = () -> fail(number, Details.ofResolve(e, config.host()));
        }
        try {
            loop.execute(next);
        } catch (RejectedExecutionException e) {
            // The loop has ended, and with it the attempt.
        }
    }

    private void open(int number, InetAddress[] addresses, int index) {
        if (number != attempt) {
            return;
        }
        long leftMs = TimeUnit.NANOSECONDS.toMillis(deadlineNs - System.nanoTime());
        int shareMs = (int) Math.max(1, leftMs / (addresses.length - index));
        ChannelFuture connecting =
                new Bootstrap()
                        .group(loop.eventLoop())
                        .channel(loop.channelType())
                        .option(ChannelOption.TCP_NODELAY, true)
                        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, shareMs)
                        // So that we close the descriptor, not Netty: another thread may be in it.
                        .option(ChannelOption.ALLOW_HALF_CLOSURE, tls == null)
                        .option(ChannelOption.RECVBUF_ALLOCATOR, receiveBuffer)
                        // What TLS works in: the adaptive one makes a ByteBuffer for each record.
                        .option(ChannelOption.ALLOCATOR, PooledByteBufAllocator.DEFAULT)
                        .disableResolver()
                        .handler(new Pipeline())
                        .connect(new InetSocketAddress(addresses[index], config.port()));
        channel = connecting.channel();
        connecting.addListener(
                result -> {
                    if (number == attempt && !result.isSuccess()) {
                        tryNext(number, addresses, index, result.cause());
                    }
                });
    }

    private void tryNext(int number, InetAddress[] addresses, int index, Throwable why) {
        if (index + 1 < addresses.length) {
            open(number, addresses, index + 1);
            return;
        }
        String peer = addresses[index].getHostAddress() + ":" + config.port();
        boolean named = !addresses[index].getHostAddress().equals(config.host());
        fail(number, Details.ofConnect(why, named ? config.host() + " (" + peer + ")" : peer));
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
                SslHandler handler = tls.newHandler(socket.alloc(), config.host(), config.port());
                handler.setHandshakeTimeoutMillis(0); // that of the attempt covers it
                socket.pipeline().addLast(handler);
            }
            socket.pipeline().addLast(new SocketHandler(listener));
        }
    }
}
