package io.hayate.venue;

import io.hayate.model.Printable;
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
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns the socket's events into those of a {@link VenueSession}. */
final class SessionHandler extends SimpleChannelInboundHandler<WebSocketFrame> {
    private static final Logger LOG = LoggerFactory.getLogger(SimulatedVenue.class);

    private static final AtomicInteger TOLD = new AtomicInteger();
    private static final int TOLD_MAX = 100;
    private static final int LENGTH_MAX = 200;

    private final Exchange exchange;
    private VenueSession session;

    SessionHandler(Exchange exchange) {
        this.exchange = exchange;
    }

    /** True once hands are shaken. */
    boolean isOpen() {
        return session != null;
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) throws Exception {
        if (event instanceof HandshakeComplete) {
            session = new VenueSession(exchange, ctx.channel());
            exchange.sessions().add(session);
            exchange.traffic().opened();
            session.open();
        }
        super.userEventTriggered(ctx, event);
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, WebSocketFrame frame) {
        if (frame instanceof TextWebSocketFrame text) {
            session.onText(text.text());
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) throws Exception {
        if (session != null) {
            session.onRead();
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
            exchange.sessions().remove(session);
            exchange.traffic().closed();
            session.onClosed();
        }
        super.channelInactive(ctx);
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // nobody is left to tell
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (cause instanceof TooLongFrameException) {
            WebSocketCloseStatus status = WebSocketCloseStatus.MESSAGE_TOO_BIG;
            ctx.writeAndFlush(new CloseWebSocketFrame(status));
        } else if (!(cause instanceof CodecException || cause instanceof IOException)) {
            tell(cause); // not the client's doing, but ours
        }
        ctx.close();
    }

    /** Whatever a client can bring about makes so many lines at most. */
    private static void tell(Throwable cause) {
        int number = TOLD.incrementAndGet();
        if (number <= TOLD_MAX) {
            LOG.error(number < TOLD_MAX ? line(cause) : line(cause) + " (the last that is told)");
        } else {
            TOLD.set(TOLD_MAX); // and never round
        }
    }

    /** An error as one line of bounded length: what it is, and where it comes from. */
    static String line(Throwable cause) {
        String what = Printable.line(cause.toString());
        String cut = what.length() > LENGTH_MAX ? what.substring(0, LENGTH_MAX) + "..." : what;
        StackTraceElement[] calls = cause.getStackTrace();
        String where = calls.length == 0 ? "" : " at " + Printable.line(calls[0].toString());
        return "venue: a connection is dropped: " + cut + where;
    }
}
