package io.hayate.transport.websocket;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameEncoder;

/** Netty's way out: its encoder in a pipeline without socket, and a handler that drops the bytes. */
final class NettyWriter {
    private final EmbeddedChannel channel = new EmbeddedChannel();
    private long written;

    NettyWriter() {
        channel.config().setAllocator(PooledByteBufAllocator.DEFAULT);
        channel.pipeline().addLast(new Sink()).addLast(new WebSocket13FrameEncoder(true));
    }

    /** Writes one frame, which is released; returns the bytes written so far. */
    long write(TextWebSocketFrame frame) {
        ChannelFuture unused = channel.pipeline().write(frame, channel.voidPromise());
        return written;
    }

    private final class Sink extends ChannelOutboundHandlerAdapter {
        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
            ByteBuf bytes = (ByteBuf) message;
            written += bytes.readableBytes();
            bytes.release();
        }
    }
}
