package io.hayate.view.web.server;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.NanoClock;

/**
 * Browsers that hear events. One that does not take what it was sent is dropped: it comes again by itself,
 * and is told all anew. Thread {@code web}.
 */
final class EventStreams {
    static final int STREAMS_MAX = 32;
    static final long STUCK_NS = TimeUnit.SECONDS.toNanos(5);

    private final NanoClock clock;
    private final Map<Channel, Long> stuckSinceNs =
            new LinkedHashMap<>(); // 0: takes what it is sent
    private long dropped;

    EventStreams(NanoClock clock) {
        this.clock = clock;
    }

    boolean isFull() {
        return stuckSinceNs.size() >= STREAMS_MAX;
    }

    int size() {
        return stuckSinceNs.size();
    }

    /** Those that were dropped since the start. */
    long dropped() {
        return dropped;
    }

    /** Begins a stream, which tells from now on what {@link #send} is given. */
    @SuppressWarnings("FutureReturnValueIgnored") // a write that fails closes the connection
    void add(ChannelHandlerContext ctx, String first) {
        HttpResponse response =
                new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, "text/event-stream; charset=utf-8")
                .set(HttpHeaderNames.TRANSFER_ENCODING, "chunked");
        StandardHeaders.addTo(response);
        ctx.write(response);
        Channel channel = ctx.channel();
        stuckSinceNs.put(channel, 0L);
        channel.closeFuture().addListener(closed -> stuckSinceNs.remove(channel));
        write(channel, first);
    }

    /** Tells an event to all, in the form of the stream. */
    void send(String event) {
        for (Channel channel : stuckSinceNs.keySet().toArray(Channel[]::new)) {
            if (channel.isWritable()) {
                stuckSinceNs.replace(channel, 0L);
                write(channel, event);
            } else {
                dropIfStuck(channel);
            }
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // hanging up is the point
    private void dropIfStuck(Channel channel) {
        long nowNs = clock.nanoTime() | 1; // never 0
        Long sinceNs = stuckSinceNs.get(channel);
        if (sinceNs == null) {
            return;
        }
        if (sinceNs == 0) {
            stuckSinceNs.put(channel, nowNs);
        } else if (nowNs - sinceNs >= STUCK_NS) {
            dropped++;
            channel.close();
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // a write that fails closes the connection
    private static void write(Channel channel, String event) {
        ByteBuf bytes = Unpooled.copiedBuffer(event, StandardCharsets.UTF_8);
        channel.writeAndFlush(new DefaultHttpContent(bytes));
    }
}
