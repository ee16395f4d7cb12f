package io.hayate.view.web.server;

import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.ssl.SslContext;
import io.netty.util.concurrent.ImmediateEventExecutor;
import java.net.InetSocketAddress;

/** The handlers of one connection, of which there are only so many at once. */
final class WebPipeline extends ChannelInitializer<Channel> {
    static final int CONNECTIONS_MAX = 128;
    static final int REQUEST_MS = 10_000;

    private static final int LINE_MAX = 4_096;
    private static final int HEADERS_MAX = 16_384;
    private static final int CHUNK_MAX = 8_192;
    private static final int BODY_MAX = 65_536;
    private static final int CLOSE_MAX_MS = 1_000;

    private final WebConfig config;
    private final WebRoutes routes;
    private final WebSessions sessions;
    private final EventFeed feed;
    private final SslContext tls; // null for none
    private final ChannelGroup open = new DefaultChannelGroup(ImmediateEventExecutor.INSTANCE);

    WebPipeline(
            WebConfig config,
            WebRoutes routes,
            WebSessions sessions,
            EventFeed feed,
            SslContext tls) {
        this.config = config;
        this.routes = routes;
        this.sessions = sessions;
        this.feed = feed;
        this.tls = tls;
    }

    @Override
    protected void initChannel(Channel channel) {
        if (open.size() >= CONNECTIONS_MAX) {
            channel.unsafe().closeForcibly();
            return;
        }
        int port = ((InetSocketAddress) channel.localAddress()).getPort();
        WebAccess access = new WebAccess(config, sessions, port);
        open.add(channel); // until it is closed
        RequestClock clock = new RequestClock(REQUEST_MS);
        channel.pipeline().addLast(clock);
        if (tls != null) {
            channel.pipeline().addLast(tls.newHandler(channel.alloc()));
        }
        channel.pipeline()
                .addLast(new HttpServerCodec(LINE_MAX, HEADERS_MAX, CHUNK_MAX))
                .addLast(new HttpObjectAggregator(BODY_MAX, true))
                .addLast(new WebHandler(routes, access, sessions, feed, clock));
    }

    /** Ends the connections that are left. */
    void close() {
        open.close().awaitUninterruptibly(CLOSE_MAX_MS);
    }
}
