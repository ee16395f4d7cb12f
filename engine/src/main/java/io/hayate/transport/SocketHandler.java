package io.hayate.transport;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;

/** Netty's end of one socket: tells what happens to it in our words. */
final class SocketHandler extends ChannelInboundHandlerAdapter {
    private final Listener listener;

    /** Takes what happens, on the loop. */
    interface Listener {
        void onOpen(Channel channel);

        /** TLS is done. */
        void onSecured(Channel channel);

        void onTlsFailed(Channel channel, Throwable cause);

        /** Takes what a read brought, and releases it. */
        void onRead(Channel channel, ByteBuf data);

        /** The venue ended its side, or the socket is closed. */
        void onEnd(Channel channel);

        void onError(Channel channel, Throwable cause);
    }

    SocketHandler(Listener listener) {
        this.listener = listener;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        listener.onOpen(context.channel());
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof SslHandshakeCompletionEvent handshake) {
            if (handshake.isSuccess()) {
                listener.onSecured(context.channel());
            } else {
                listener.onTlsFailed(context.channel(), handshake.cause());
            }
        } else if (event instanceof ChannelInputShutdownEvent
                || (event instanceof SslCloseCompletionEvent && hasTls(context))) {
            listener.onEnd(context.channel());
        }
    }

    /** A handler of TLS that is taken out says that it is closed; the connection is not. */
    private static boolean hasTls(ChannelHandlerContext context) {
        return context.pipeline().get(SslHandler.class) != null;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object data) {
        listener.onRead(context.channel(), (ByteBuf) data);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        listener.onEnd(context.channel());
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        listener.onError(context.channel(), cause);
    }
}
