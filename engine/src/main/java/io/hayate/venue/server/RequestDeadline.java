package io.hayate.venue.server;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Closes a connection that begins a request and does not end it in time, headers and body together,
 * or that asks nothing for long. One that has become a session is left alone.
 */
final class RequestDeadline extends ChannelInboundHandlerAdapter {
    private static final int DEFERRED_MS = 600_000; // no client waits longer

    private final int requestMs;
    private final int restMs;
    private ChannelHandlerContext context;
    private int unanswered; // requests that have begun
    private boolean resting; // all were answered, and no byte has come since
    private Future<?> timer;

    /**
     * The deadlines of one connection.
     *
     * @param requestMs from the first byte, or from the start, until a request is whole
     * @param restMs between an answer and the first byte of the next request
     */
    RequestDeadline(int requestMs, int restMs) {
        this.requestMs = requestMs;
        this.restMs = restMs;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        context = ctx;
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) throws Exception {
        arm(requestMs);
        super.channelActive(ctx);
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) throws Exception {
        onBytes();
        super.channelRead(ctx, message);
    }

    private void onBytes() {
        if (resting) {
            resting = false;
            arm(requestMs);
        }
    }

    /** The head of a request has come. */
    void onBegun() {
        unanswered++;
        onBytes();
    }

    /** A request was answered: the next one may take its time to come. */
    void onAnswered() {
        unanswered--;
        resting = unanswered == 0;
        arm(resting ? restMs : requestMs);
    }

    /** The answer to a request that is whole comes later, or never. */
    void onDeferred() {
        resting = false;
        arm(DEFERRED_MS);
    }

    private void arm(int delayMs) {
        cancel();
        timer = context.executor().schedule(this::expire, delayMs, TimeUnit.MILLISECONDS);
    }

    private void cancel() {
        if (timer != null) {
            timer.cancel(false); // else it keeps all of the connection until then
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for it
    private void expire() {
        SessionHandler handler = context.pipeline().get(SessionHandler.class);
        if (handler == null || !handler.isOpen()) {
            context.close();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) throws Exception {
        cancel();
        super.channelInactive(ctx);
    }
}
