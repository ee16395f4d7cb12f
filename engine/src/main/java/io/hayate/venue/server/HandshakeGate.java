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
import io.netty.handler.flow.FlowControlHandler;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/**
 * Looks at the HTTP requests of a connection: lets an upgrade pass, refuses it, or hangs up. What is
 * no upgrade is answered by REST, one request after the other.
 */
final class HandshakeGate extends SimpleChannelInboundHandler<FullHttpRequest> {
    private static final String SOCKET_PATH = "/ws";

    private final NetworkFaults faults;
    private final ConnectionCounts counts;
    private final RequestDeadline deadline;
    private final RestResponder rest;
    private boolean shaking; // counted as a handshake
    private InetAddress address; // of a connection that was admitted, else null
    private boolean answering; // a request that was not answered yet
    private boolean deferred; // nothing is read until it is
    private boolean refused;

    /** The gate of one connection. */
    HandshakeGate(
            NetworkFaults faults,
            ConnectionCounts counts,
            RequestDeadline deadline,
            RestResponder rest) {
        this.faults = faults;
        this.counts = counts;
        this.deadline = deadline;
        this.rest = rest;
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // there is nothing to tell
    public void channelActive(ChannelHandlerContext ctx) throws Exception {
        shaking = counts.beginHandshake();
        if (!shaking) {
            ctx.close();
            return;
        }
        super.channelActive(ctx);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) throws Exception {
        endHandshake();
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
            onRequest(ctx, request);
        } else if (faults.takeClosedHandshake()) {
            ctx.close();
        } else if (faults.takeHangingHandshake()) {
            refused = true; // by silence: what follows is not read, either
        } else {
            int refusal = faults.takeRefusal();
            if (refusal != 0) {
                refuse(ctx, HttpResponseStatus.valueOf(refusal));
            } else if (!admit(ctx)) {
                refuse(ctx, HttpResponseStatus.TOO_MANY_REQUESTS);
            } else {
                ctx.fireChannelRead(request.retain());
                ctx.pipeline().remove(FlowControlHandler.class); // frames need none
            }
        }
    }

    private void onRequest(ChannelHandlerContext ctx, FullHttpRequest request) {
        if (request.uri().startsWith(SOCKET_PATH)) {
            refuse(ctx, HttpResponseStatus.UPGRADE_REQUIRED);
        } else if (!admit(ctx)) {
            refused = true;
            RestResponder.refuseAsTooMany(ctx);
        } else {
            answering = true;
            rest.answer(ctx, request, goesOn -> onAnswered(ctx, goesOn));
            if (answering) { // it comes later, or never: what follows waits
                deferred = true;
                ctx.channel().config().setAutoRead(false);
                deadline.onDeferred();
            }
        }
    }

    private void onAnswered(ChannelHandlerContext ctx, boolean goesOn) {
        answering = false;
        refused = !goesOn;
        if (!goesOn || !ctx.channel().isActive()) {
            return;
        }
        deadline.onAnswered();
        if (deferred) {
            deferred = false;
            ctx.executor().execute(() -> ctx.channel().config().setAutoRead(true));
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
