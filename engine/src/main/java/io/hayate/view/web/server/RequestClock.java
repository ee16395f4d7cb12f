package io.hayate.view.web.server;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Closes a connection whose request is not whole in time, however slowly its bytes drip. */
final class RequestClock extends ChannelInboundHandlerAdapter {
    private final long requestMs;
    private ChannelHandlerContext context;
    private Future<?> timer;

    RequestClock(long requestMs) {
        this.requestMs = requestMs;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        context = ctx;
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) throws Exception {
        restart();
        super.channelActive(ctx);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) throws Exception {
        stop();
        super.channelInactive(ctx);
    }

    /** A request was answered: the next one has as long, from now on. */
    @SuppressWarnings("FutureReturnValueIgnored") // hanging up is the point
    void restart() {
        stop();
        timer =
                context.executor()
                        .schedule(() -> context.close(), requestMs, TimeUnit.MILLISECONDS);
    }

    /** The connection may stay: events are streamed on it. */
    void stop() {
        if (timer != null) {
            timer.cancel(false); // else it keeps all of the connection until then
            timer = null;
        }
    }
}
