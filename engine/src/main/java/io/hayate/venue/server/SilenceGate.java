package io.hayate.venue.server;

import io.hayate.venue.fault.NetworkFaults;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;

/** Holds back pongs and closing frames, which Netty writes by itself, while the venue is silent. */
final class SilenceGate extends ChannelOutboundHandlerAdapter {
    private final NetworkFaults faults;

    SilenceGate(NetworkFaults faults) {
        this.faults = faults;
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise)
            throws Exception {
        if (faults.isSilent() && message instanceof WebSocketFrame) {
            ReferenceCountUtil.release(message);
            promise.trySuccess();
        } else {
            super.write(ctx, message, promise);
        }
    }
}
