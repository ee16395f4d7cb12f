package io.hayate.venue;

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
import java.nio.charset.StandardCharsets;

/** Looks at the HTTP request that opens a connection: lets it pass, refuses it, or hangs up. */
final class HandshakeGate extends SimpleChannelInboundHandler<FullHttpRequest> {
    private final FaultPlan faults;

    HandshakeGate(FaultPlan faults) {
        this.faults = faults;
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // hanging up is the point
    protected void channelRead0(ChannelHandlerContext ctx, FullHttpRequest request) {
        boolean upgrade =
                request.headers()
                        .containsValue(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true);
        if (!upgrade) {
            refuse(ctx, HttpResponseStatus.UPGRADE_REQUIRED);
        } else if (faults.takeClosedHandshake()) {
            ctx.close();
        } else {
            HttpResponseStatus refusal = faults.takeRefusal();
            if (refusal != null) {
                refuse(ctx, refusal);
            } else {
                ctx.fireChannelRead(request.retain());
            }
        }
    }

    private static void refuse(ChannelHandlerContext ctx, HttpResponseStatus status) {
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
