package io.hayate.venue.server;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;
import java.util.function.BooleanSupplier;

/** Holds back pongs and closing frames, which Netty writes by itself, while the venue is silent. */
final class SilenceGate extends ChannelOutboundHandlerAdapter {
    private final BooleanSupplier silent;

    SilenceGate(BooleanSupplier silent) {
        this.silent = silent;
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise)
            throws Exception {
        if (silent.getAsBoolean() && message instanceof WebSocketFrame) {
            ReferenceCountUtil.release(message);
            promise.trySuccess();
        } else {
            super.write(ctx, message, promise);
        }
    }
}
