package io.hayate.venue.server;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.FullHttpMessage;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;

/** Puts the parts of a request together; one that is too long is answered and ends its connection. */
final class BodyAggregator extends HttpObjectAggregator {
    private final RequestDeadline deadline;

    /** Tells this deadline when a request begins. */
    BodyAggregator(int bytesMax, RequestDeadline deadline) {
        super(bytesMax);
        this.deadline = deadline;
    }

    @Override
    protected FullHttpMessage beginAggregation(HttpMessage start, ByteBuf content)
            throws Exception {
        deadline.onBegun();
        return super.beginAggregation(start, content);
    }

    @Override
    protected void handleOversizedMessage(ChannelHandlerContext ctx, HttpMessage oversized) {
        RestResponder.refuse(ctx, HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE, "body: too large");
    }
}
