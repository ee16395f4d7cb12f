package io.hayate.venue.server;

import io.hayate.model.ConfigException;
import io.hayate.venue.VenueConfig;
import io.hayate.venue.VenueLimits;
import io.hayate.venue.VenueListener;
import io.hayate.venue.VenueTotals;
import io.hayate.venue.exchange.Exchange;
import io.hayate.venue.exchange.MirrorInputs;
import io.hayate.venue.exchange.VenueControls;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.ServerSocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.FastThreadLocalThread;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.agrona.concurrent.EpochClock;
import org.agrona.concurrent.NanoClock;
import org.agrona.concurrent.SystemEpochClock;
import org.agrona.concurrent.SystemNanoClock;

/**
 * A venue that any client of the protocol can use, on loopback unless its settings name another
 * address. It listens from {@link #start} to {@link #close} on a daemon thread named {@code venue}.
 * Any thread may call it.
 */
public final class SimulatedVenue implements AutoCloseable {
    /** The key of the demo account. */
    public static final String DEMO_KEY = Exchange.DEMO_KEY;

    /** The secret of the demo account: no secret at all. */
    public static final String DEMO_SECRET = Exchange.DEMO_SECRET;

    private static final EpochClock EPOCH_CLOCK = SystemEpochClock.INSTANCE;
    private static final NanoClock NANO_CLOCK = SystemNanoClock.INSTANCE;
    private static final String PATH = "/ws/2";
    private static final int STOP_MAX_S = 5;

    private final EventLoopGroup group;
    private final Exchange exchange;
    private final VenueLoop loop;
    private final Backlogs backlogs;
    private final VenueControls controls;
    private final VenueTls tls; // or null
    private final ListenAddress address;
    private final VenuePipeline pipeline;
    private final Channel listener;

    private SimulatedVenue(
            EventLoopGroup group,
            Exchange exchange,
            VenueConfig config,
            ListenAddress address,
            MirrorSupply supply) {
        this.group = group;
        this.address = address;
        this.exchange = exchange;
        VenueLimits limits = config.clients().limits();
        loop = new VenueLoop(group.next(), exchange, EPOCH_CLOCK, NANO_CLOCK, supply);
        backlogs = new Backlogs(config.clients().outboundBytesMax(), limits.backlogBytes());
        controls = exchange.controls(this::carryOut);
        ConnectionCounts counts = new ConnectionCounts(limits);
        Instant now = Instant.ofEpochMilli(EPOCH_CLOCK.time());
        tls = VenueTls.of(config.listen().tls(), now, address);
        VenuePipeline.Times times =
                new VenuePipeline.Times(limits.handshakeMs(), config.clients().idleTimeoutMs());
        pipeline = new VenuePipeline(exchange, loop, backlogs, counts, times, tls);
        listener = listen(config.clients().outboundBytesMax());
        loop.start();
    }

    /**
     * Starts to listen.
     *
     * @throws ConfigException when the host is none of this machine or the port is in use
     */
    public static SimulatedVenue start(VenueConfig config) {
        return start(config, VenueListener.NONE);
    }

    /**
     * Starts to listen, and tells what clients do.
     *
     * @throws ConfigException when the host is none of this machine or the port is in use
     */
    public static SimulatedVenue start(VenueConfig config, VenueListener listener) {
        return start(
                config,
                () -> new Exchange(config, listener, EPOCH_CLOCK.time(), NANO_CLOCK.nanoTime()),
                null);
    }

    /**
     * Starts to listen, with the markets of another exchange.
     *
     * @throws ConfigException when the port is in use
     */
    public static SimulatedVenue start(VenueConfig config, MirrorSupply supply) {
        return start(
                config,
                () ->
                        Exchange.mirrored(
                                config,
                                supply.plan(),
                                VenueListener.NONE,
                                EPOCH_CLOCK.time(),
                                NANO_CLOCK.nanoTime()),
                supply);
    }

    private static SimulatedVenue start(
            VenueConfig config, Supplier<Exchange> maker, MirrorSupply supply) {
        ListenAddress address = ListenAddress.of(config.listen());
        IoHandlerFactory io =
                Epoll.isAvailable() ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
        EventLoopGroup group = new MultiThreadIoEventLoopGroup(1, SimulatedVenue::thread, io);
        try {
            return new SimulatedVenue(group, maker.get(), config, address, supply);
        } catch (RuntimeException e) {
            stop(group);
            throw e;
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new FastThreadLocalThread(work, "venue");
        thread.setDaemon(true);
        return thread;
    }

    private Channel listen(int bytesMax) {
        Class<? extends ServerSocketChannel> kind =
                Epoll.isAvailable() ? EpollServerSocketChannel.class : NioServerSocketChannel.class;
        ChannelFuture bound =
                new ServerBootstrap()
                        .group(group)
                        .channel(kind)
                        .childOption(ChannelOption.TCP_NODELAY, true)
                        .childOption(
                                ChannelOption.WRITE_BUFFER_WATER_MARK,
                                new WriteBufferWaterMark(bytesMax / 2, bytesMax))
                        .childHandler(pipeline)
                        .bind(address.socket())
                        .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw address.refused(bound.cause());
        }
        return bound.channel();
    }

    /**
     * Where clients on this machine connect: {@code ws://127.0.0.1:8765/ws/2}, or {@code wss} with
     * TLS.
     */
    public URI url() {
        return URI.create((tls == null ? "ws://" : "wss://") + address.here(port()) + PATH);
    }

    /** True when it listens beyond loopback: whoever reaches its port can be a client. */
    public boolean isOpen() {
        return address.isOpen();
    }

    /** The certificate in PEM that was made at start, for clients to trust; else null. */
    public String certificatePem() {
        return tls == null ? null : tls.pem();
    }

    /** The port it listens on, also when the settings left the choice open. */
    public int port() {
        return ((InetSocketAddress) listener.localAddress()).getPort();
    }

    /** What makes the venue misbehave, for tests. */
    public VenueControls controls() {
        return controls;
    }

    private void carryOut(Runnable action) {
        if (group.next().inEventLoop()) {
            loop.input(action);
        } else {
            group.next().submit(() -> carryOutAndFlush(action)).syncUninterruptibly();
        }
    }

    /** What the action wrote lies in the sockets when it returns. */
    private void carryOutAndFlush(Runnable action) {
        loop.input(action);
        backlogs.flush();
    }

    /** Asks what moves its markets, where those are of another exchange; the answer shares nothing with it. */
    public <T> T ofMirror(Function<MirrorInputs, T> question) {
        return group.next()
                .submit(() -> question.apply(exchange.mirror()))
                .syncUninterruptibly()
                .getNow();
    }

    /** Feeds that somebody listens to. */
    int feeds() {
        return group.next().submit(exchange::feedCount).syncUninterruptibly().getNow();
    }

    /** Connections that were not ended, nor have ended. */
    int openSessions() {
        return group.next().submit(exchange::openSessions).syncUninterruptibly().getNow();
    }

    /** Connections that are open and have shaken hands. */
    public long connections() {
        return exchange.traffic().connectionsOpen();
    }

    /** Connections that ever shook hands. */
    public long connectionsOpened() {
        return exchange.traffic().connectionsOpened();
    }

    /** What it has seen since it started. */
    public VenueTotals totals() {
        return exchange.totals();
    }

    /** Texts that clients have sent. */
    public long framesReceived() {
        return exchange.traffic().framesReceived();
    }

    /** New orders that clients have sent, good or bad. */
    public long ordersReceived() {
        return exchange.traffic().ordersReceived();
    }

    /** Texts of any kind that were handed to the sockets, over all connections. */
    public long textsSent() {
        return exchange.traffic().textsSent();
    }

    /** Tickers that were written, over all connections. */
    public long tickersSent() {
        return exchange.traffic().tickersSent();
    }

    /** Snapshots and updates of books that were written, over all connections. */
    public long bookFramesSent() {
        return exchange.traffic().bookFramesSent();
    }

    /** Tickers left out because a client or this machine could not keep up. */
    public long tickersSkipped() {
        return exchange.traffic().tickersSkipped();
    }

    /** Candles left out because a client could not keep up. */
    public long updatesSkipped() {
        return exchange.traffic().updatesSkipped();
    }

    /** The latest texts that clients have sent, 256 at most, oldest first; long ones are cut. */
    public List<String> recentFrames() {
        return exchange.traffic().recent();
    }

    /** Says goodbye to every connection with 1001 and stops listening. A second call does nothing. */
    @Override
    public void close() {
        if (!group.isShuttingDown()) {
            controls.closeConnections(1001, "venue stops");
            listener.close().awaitUninterruptibly();
            pipeline.close();
            stop(group);
        }
    }

    private static void stop(EventLoopGroup group) {
        group.shutdownGracefully(0, STOP_MAX_S, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
