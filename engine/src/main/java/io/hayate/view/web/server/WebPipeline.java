package io.hayate.view.web.server;

import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.flow.FlowControlHandler;
import io.netty.handler.ssl.SslContext;
import java.net.InetSocketAddress;

/** The handlers of one connection. Thread {@code web}. */
final class WebPipeline extends ChannelInitializer<Channel> {
    private static final int LINE_MAX = 4_096;
    private static final int HEADERS_MAX = 16_384;
    private static final int CHUNK_MAX = 8_192;
    private static final int BODY_MAX = 65_536;

    private final WebConfig config;
    private final WebLimits limits;
    private final WebParts parts;
    private final SslContext tls; // null for none

    WebPipeline(WebConfig config, WebLimits limits, WebParts parts, SslContext tls) {
        this.config = config;
        this.limits = limits;
        this.parts = parts;
        this.tls = tls;
    }

    @Override
    protected void initChannel(Channel channel) {
        if (!parts.connections().add(channel)) {
            channel.unsafe().closeForcibly();
            return;
        }
        int port = ((InetSocketAddress) channel.localAddress()).getPort();
        WebAccess access = new WebAccess(config, parts.sessions(), port);
        RequestClock clock = new RequestClock(limits.requestMs());
        channel.pipeline().addLast(clock);
        if (tls != null) {
            channel.pipeline().addLast(tls.newHandler(channel.alloc()));
        }
        channel.pipeline()
                .addLast(new HttpResponseEncoder())
                .addLast(new StrictRequestDecoder(LINE_MAX, HEADERS_MAX, CHUNK_MAX))
                .addLast(new HttpObjectAggregator(BODY_MAX, true))
                .addLast(
                        new FlowControlHandler()) // of those in one read, each when it is asked for
                .addLast(new WebHandler(parts, access, clock));
    }
}
