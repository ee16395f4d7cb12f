package io.hayate.venue.server;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;

/** Sees the client's closing frame, which Netty answers by itself. */
final class FarewellGate extends ChannelInboundHandlerAdapter {
    private boolean passed;

    /** True once the client has said goodbye. */
    boolean hasPassed() {
        return passed;
    }

    /** The client has said goodbye, and gets no answer to it. */
    void pass() {
        passed = true;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) throws Exception {
        passed |= message instanceof CloseWebSocketFrame;
        super.channelRead(ctx, message);
    }
}
