package io.hayate.view.web.server;

import io.hayate.model.Clocks;
import io.hayate.model.ConfigException;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;

/**
 * The server: one thread, {@code web}, answers all but what is slow.
 * {@link #start}, {@link #newLink} and {@link #close} by any thread but that.
 */
public final class WebServer implements AutoCloseable {
    private static final int BACKLOG = 64;
    private static final int UNSENT_MOST = 1 << 20; // bytes to one browser
    private static final int READ_MIN = 64;
    private static final int READ_FIRST = 2_048;
    private static final int READ_MOST = 8_192; // at once: so much of pipelined requests is held
    private static final int CLOSE_MAX_MS = 2_000;

    private final WebConfig config;
    private final EventLoopGroup group;
    private final Channel listener;
    private final WebSessions sessions;
    private final EventStreams streams;
    private final OpenConnections connections;
    private final SlowAnswers slow = new SlowAnswers();
    private final WebPipeline pipeline;
    private final AtomicLong failed = new AtomicLong();

    private WebServer(
            WebConfig config,
            WebLimits limits,
            WebRoutes routes,
            Supplier<String> first,
            Clocks clocks) {
        this.config = config;
        SslContext tls = tls(config);
        group =
                new MultiThreadIoEventLoopGroup(
                        1,
                        new DefaultThreadFactory("web", true, Thread.MIN_PRIORITY),
                        NioIoHandler.newFactory());
        sessions = new WebSessions(clocks.epoch());
        streams = new EventStreams(clocks.nano());
        connections = new OpenConnections(limits.connections());
        Feed feed = new Feed(streams, first);
        pipeline =
                new WebPipeline(
                        config,
                        limits,
                        new WebParts(routes, sessions, feed, slow, connections),
                        tls);
        try {
            listener = bind();
        } catch (ConfigException e) {
            group.shutdownGracefully(0, 0, TimeUnit.MILLISECONDS)
                    .awaitUninterruptibly(CLOSE_MAX_MS);
            throw e;
        }
    }

    private record Feed(EventStreams streams, Supplier<String> text) implements EventFeed {
        @Override
        public String first() {
            return text.get();
        }
    }

    /**
     * Starts to listen.
     *
     * @param first what one who begins to listen to the stream is told, in its form; thread {@code web}
     * @throws ConfigException when it cannot listen there, or certificate and key are none
     */
    public static WebServer start(
            WebConfig config, WebRoutes routes, Supplier<String> first, Clocks clocks) {
        return start(config, WebLimits.DEFAULTS, routes, first, clocks);
    }

    static WebServer start(
            WebConfig config,
            WebLimits limits,
            WebRoutes routes,
            Supplier<String> first,
            Clocks clocks) {
        return new WebServer(config, limits, routes, first, clocks);
    }

    private static SslContext tls(WebConfig config) {
        if (config.tls() == null) {
            return null;
        }
        Path certificate = readable("tls-cert", config.tls().certificate());
        Path key = readable("tls-key", config.tls().key());
        try {
            return SslContextBuilder.forServer(certificate.toFile(), key.toFile())
                    .sslProvider(SslProvider.JDK)
                    .protocols("TLSv1.3", "TLSv1.2")
                    .build();
        } catch (SSLException | IllegalArgumentException e) {
            throw new ConfigException(
                    "http.tls-cert must hold a certificate and http.tls-key its key, in PEM and PKCS#8:"
                            + " was "
                            + certificate
                            + " and "
                            + key,
                    e);
        }
    }

    private static Path readable(String key, Path file) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new ConfigException("http." + key + " must be a readable file: was " + file);
        }
        return file;
    }

    private Channel bind() {
        ServerBootstrap bootstrap =
                new ServerBootstrap()
                        .group(group)
                        .channel(NioServerSocketChannel.class)
                        .option(ChannelOption.SO_BACKLOG, BACKLOG)
                        .option(ChannelOption.SO_REUSEADDR, true)
                        .childOption(ChannelOption.AUTO_READ, false)
                        .childOption(
                                ChannelOption.RECVBUF_ALLOCATOR,
                                new AdaptiveRecvByteBufAllocator(READ_MIN, READ_FIRST, READ_MOST))
                        .childOption(
                                ChannelOption.WRITE_BUFFER_WATER_MARK,
                                new WriteBufferWaterMark(UNSENT_MOST / 2, UNSENT_MOST))
                        .childHandler(pipeline);
        InetSocketAddress address = new InetSocketAddress(config.host(), config.port());
        try {
            return bootstrap.bind(address).syncUninterruptibly().channel();
        } catch (Exception e) { // of whatever class the system's answer is
            throw new ConfigException(
                    "http.host and http.port must be an address of this machine that is free: was "
                            + config.host()
                            + ' '
                            + config.port()
                            + ", "
                            + e.getMessage(),
                    e);
        }
    }

    /** The port that it listens at. */
    public int port() {
        return ((InetSocketAddress) listener.localAddress()).getPort();
    }

    /** Its address, for a person. */
    public String url() {
        String host = config.host().contains(":") ? '[' + config.host() + ']' : config.host();
        return (config.tls() == null ? "http://" : "https://") + host + ':' + port();
    }

    /** An address that lets whoever opens it first in, within a quarter of an hour. */
    public String newLink() {
        return url()
                + WebHandler.LINK_PATH
                + '?'
                + WebHandler.LINK_PARAMETER
                + '='
                + sessions.newLink();
    }

    /** Does this on thread {@code web}, again and again, also when it fails once. */
    @SuppressWarnings("FutureReturnValueIgnored") // it goes on until the end
    public void every(long periodMs, Runnable task) {
        Runnable guarded =
                () -> {
                    try {
                        task.run();
                    } catch (RuntimeException e) {
                        failed.incrementAndGet();
                    }
                };
        group.next().scheduleWithFixedDelay(guarded, periodMs, periodMs, TimeUnit.MILLISECONDS);
    }

    /** Times that what is done again and again failed. */
    public long failed() {
        return failed.get();
    }

    /** Tells an event to all who listen, in the form of the stream. Thread {@code web}. */
    public void send(String event) {
        streams.send(event);
    }

    /** Streams that were dropped since the start, as nobody took what they were sent. Thread {@code web}. */
    long dropped() {
        return streams.dropped();
    }

    /** Bytes that wait in this process for clients to take them. Thread {@code web}. */
    long unsentBytes() {
        return connections.unsentBytes();
    }

    /** How many listen. Thread {@code web}. */
    public int listeners() {
        return streams.size();
    }

    /** Ends all connections and the thread; waits two seconds at most. */
    @Override
    public void close() {
        listener.close().awaitUninterruptibly(CLOSE_MAX_MS);
        slow.close();
        connections.close();
        group.shutdownGracefully(0, CLOSE_MAX_MS, TimeUnit.MILLISECONDS)
                .awaitUninterruptibly(CLOSE_MAX_MS);
    }
}
