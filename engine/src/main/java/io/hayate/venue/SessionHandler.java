package io.hayate.venue;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.CodecException;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler.HandshakeComplete;
import java.io.IOException;

/** Turns the socket's events into those of a {@link VenueSession}. */
final class SessionHandler extends SimpleChannelInboundHandler<WebSocketFrame> {
    private final Exchange exchange;
    private final VenueLoop loop;
    private VenueSession session;

    SessionHandler(Exchange exchange, VenueLoop loop) {
        this.exchange = exchange;
        this.loop = loop;
    }

    /** True once hands are shaken. */
    boolean isOpen() {
        return session != null;
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) throws Exception {
        if (event instanceof HandshakeComplete) {
            loop.input(() -> open(ctx.channel()));
        }
        super.userEventTriggered(ctx, event);
    }

    private void open(Channel channel) {
        session = new VenueSession(exchange, channel, loop);
        exchange.sessions().add(session);
        exchange.traffic().opened();
        session.open();
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, WebSocketFrame frame) {
        if (frame instanceof TextWebSocketFrame text) {
            String content = text.text();
            loop.input(() -> session.onText(content));
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) throws Exception {
        if (session != null) {
            loop.input(session::onRead);
        }
        super.channelReadComplete(ctx);
    }

    /** A client that does not read is not read from, either: it cannot ask for more. */
    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) throws Exception {
        ctx.channel().config().setAutoRead(ctx.channel().isWritable());
        super.channelWritabilityChanged(ctx);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) throws Exception {
        if (session != null) {
            loop.input(this::leave);
        }
        super.channelInactive(ctx);
    }

    private void leave() {
        exchange.sessions().remove(session);
        exchange.traffic().closed();
        session.onClosed();
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // nobody is left to tell
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (cause instanceof TooLongFrameException) {
            WebSocketCloseStatus status = WebSocketCloseStatus.MESSAGE_TOO_BIG;
            ctx.writeAndFlush(new CloseWebSocketFrame(status));
        } else if (!(cause instanceof CodecException || cause instanceof IOException)) {
            VenueErrors.tell("a connection is dropped", cause); // not the client's doing, but ours
        }
        ctx.close();
    }
}
