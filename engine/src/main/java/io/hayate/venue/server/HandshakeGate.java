package io.hayate.venue.server;

import io.hayate.venue.fault.NetworkFaults;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Looks at the HTTP request that opens a connection: lets it pass, refuses it, or hangs up. */
final class HandshakeGate extends SimpleChannelInboundHandler<FullHttpRequest> {
    private final NetworkFaults faults;
    private final ConnectionCounts counts;
    private final int deadlineMs;
    private boolean shaking; // counted as a handshake
    private Future<?> deadline;
    private InetAddress address; // of a connection that was admitted, else null
    private boolean refused;

    /**
     * The gate of one connection.
     *
     * @param deadlineMs after which a connection without a session is closed
     */
    HandshakeGate(NetworkFaults faults, ConnectionCounts counts, int deadlineMs) {
        this.faults = faults;
        this.counts = counts;
        this.deadlineMs = deadlineMs;
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // there is nothing to tell
    public void channelActive(ChannelHandlerContext ctx) throws Exception {
        shaking = counts.beginHandshake();
        if (!shaking) {
            ctx.close();
            return;
        }
        deadline =
                ctx.executor().schedule(() -> onDeadline(ctx), deadlineMs, TimeUnit.MILLISECONDS);
        super.channelActive(ctx);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for it
    private static void onDeadline(ChannelHandlerContext ctx) {
        SessionHandler handler = ctx.pipeline().get(SessionHandler.class);
        if (handler == null || !handler.isOpen()) {
            ctx.close();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) throws Exception {
        endHandshake();
        if (deadline != null) {
            deadline.cancel(false); // else it keeps all of the connection until then
        }
        if (address != null) {
            counts.leave(address);
            address = null;
        }
        super.channelInactive(ctx);
    }

    private void endHandshake() {
        if (shaking) {
            shaking = false;
            counts.endHandshake();
        }
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // hanging up is the point
    protected void channelRead0(ChannelHandlerContext ctx, FullHttpRequest request) {
        if (refused) {
            return; // the answer is on its way, and the end behind it
        }
        boolean upgrade =
                request.headers()
                        .containsValue(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true);
        if (!upgrade) {
            refuse(ctx, HttpResponseStatus.UPGRADE_REQUIRED);
        } else if (faults.takeClosedHandshake()) {
            ctx.close();
        } else {
            int refusal = faults.takeRefusal();
            if (refusal != 0) {
                refuse(ctx, HttpResponseStatus.valueOf(refusal));
            } else if (!admit(ctx)) {
                refuse(ctx, HttpResponseStatus.TOO_MANY_REQUESTS);
            } else {
                ctx.fireChannelRead(request.retain());
            }
        }
    }

    private boolean admit(ChannelHandlerContext ctx) {
        InetAddress asking = ((InetSocketAddress) ctx.channel().remoteAddress()).getAddress();
        if (address == null && counts.admit(asking)) {
            endHandshake();
            address = asking;
        }
        return address != null;
    }

    private void refuse(ChannelHandlerContext ctx, HttpResponseStatus status) {
        refused = true;
        byte[] reason = (status.reasonPhrase() + "\n").getBytes(StandardCharsets.US_ASCII);
        DefaultFullHttpResponse response =
                new DefaultFullHttpResponse(
                        HttpVersion.HTTP_1_1, status, Unpooled.wrappedBuffer(reason));
        response.headers().set(HttpHeaderNames.CONTENT_TYPE, HttpHeaderValues.TEXT_PLAIN);
        response.headers().set(HttpHeaderNames.CONTENT_LENGTH, reason.length);
        response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        ctx.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
    }
}
