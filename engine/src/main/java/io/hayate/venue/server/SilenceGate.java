package io.hayate.venue.server;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;

/**
 * While the venue is silent it holds back pongs and closing frames, which Netty writes by itself, and the
 * client's farewell, at which Netty would close the connection: the client itself has to.
 */
final class SilenceGate extends ChannelDuplexHandler {
    private final SessionHandler session;
    private final FarewellGate farewell;

    SilenceGate(SessionHandler session, FarewellGate farewell) {
        this.session = session;
        this.farewell = farewell;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) throws Exception {
        if (!(message instanceof CloseWebSocketFrame) || !session.isSilent()) {
            super.channelRead(ctx, message);
            return;
        }
        ReferenceCountUtil.release(message);
        if (!session.isDeaf()) {
            farewell.pass();
        }
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise)
            throws Exception {
        if (message instanceof WebSocketFrame && session.isSilent()) {
            ReferenceCountUtil.release(message);
            promise.trySuccess();
        } else {
            super.write(ctx, message, promise);
        }
    }
}
