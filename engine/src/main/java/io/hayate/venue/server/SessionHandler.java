package io.hayate.venue.server;

import io.hayate.venue.exchange.Exchange;
import io.hayate.venue.session.VenueSession;
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
import java.net.InetSocketAddress;

/** Turns the socket's events into those of a {@link VenueSession}. */
final class SessionHandler extends SimpleChannelInboundHandler<WebSocketFrame> {
    private final Exchange exchange;
    private final VenueLoop loop;
    private final Backlogs backlogs;
    private final FarewellGate farewell;
    private final RequestWay way;
    private ClientSocket socket; // null until hands are shaken
    private VenueSession session;

    SessionHandler(Exchange exchange, VenueLoop loop, Backlogs backlogs, FarewellGate farewell) {
        this.exchange = exchange;
        this.loop = loop;
        this.backlogs = backlogs;
        this.farewell = farewell;
        way = loop.newWay();
    }

    /** True once hands are shaken. */
    boolean isOpen() {
        return session != null;
    }

    /** True while nothing at all may be sent, pongs included. */
    boolean isSilent() {
        return session != null && session.writer().exit().isSilent();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) throws Exception {
        if (event instanceof HandshakeComplete) {
            loop.input(() -> open(ctx.channel()));
        }
        super.userEventTriggered(ctx, event);
    }

    /** True while nothing that comes is to be read. */
    boolean isDeaf() {
        return session != null && session.writer().exit().isHalfOpen();
    }

    private void open(Channel channel) {
        socket = new ClientSocket(channel, exchange.traffic(), backlogs, this::end);
        backlogs.add(socket);
        session = exchange.onConnected(socket, address(channel));
    }

    private static String address(Channel channel) {
        return channel.remoteAddress() instanceof InetSocketAddress address
                ? address.getAddress().getHostAddress() + ":" + address.getPort()
                : "an unknown address";
    }

    private void end(String reason) {
        loop.input(() -> exchange.end(session, VenueSession.POLICY, reason));
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, WebSocketFrame frame) {
        if (frame instanceof TextWebSocketFrame text) {
            String content = text.text();
            way.bring(() -> loop.input(() -> exchange.onText(session, content)));
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) throws Exception {
        if (session != null) {
            loop.input(() -> exchange.onRead(session));
        }
        super.channelReadComplete(ctx);
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) throws Exception {
        boolean hasRoom = ctx.channel().isWritable();
        if (session == null) {
            ctx.channel().config().setAutoRead(hasRoom);
        } else {
            socket.room(hasRoom);
            exchange.onRoom(session, hasRoom);
        }
        super.channelWritabilityChanged(ctx);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) throws Exception {
        if (session != null) {
            way.bring(() -> loop.input(this::leave));
        }
        super.channelInactive(ctx);
    }

    private void leave() {
        backlogs.remove(socket);
        if (farewell.hasPassed()) {
            exchange.onFarewell(session);
        }
        exchange.onLeft(session);
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
