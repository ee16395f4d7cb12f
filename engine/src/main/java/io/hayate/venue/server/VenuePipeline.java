package io.hayate.venue.server;

import io.hayate.venue.exchange.Exchange;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import io.netty.handler.flow.FlowControlHandler;
import io.netty.util.concurrent.ImmediateEventExecutor;

/**
 * The handlers of one connection. Netty shakes hands (on any path), unmasks, answers pings and
 * closes; it refuses unmasked frames with 1002 and long ones with 1009. No compression.
 */
final class VenuePipeline extends ChannelInitializer<Channel> {
    private static final int REQUEST_BYTES_MAX = 65_536;
    private static final int CLOSE_MAX_MS = 5_000;

    private static final WebSocketServerProtocolConfig CONFIG =
            WebSocketServerProtocolConfig.newBuilder()
                    .websocketPath("/")
                    .checkStartsWith(true)
                    .sendCloseFrame(null) // a dropped connection says no goodbye
                    .decoderConfig(
                            WebSocketDecoderConfig.newBuilder()
                                    .maxFramePayloadLength(REQUEST_BYTES_MAX)
                                    .expectMaskedFrames(true)
                                    .allowExtensions(false)
                                    .closeOnProtocolViolation(true)
                                    .withUTF8Validator(true)
                                    .build())
                    .build();

    private final Exchange exchange;
    private final VenueLoop loop;
    private final Backlogs backlogs;
    private final ConnectionCounts counts;
    private final Times times;
    private final VenueTls tls; // or null
    private final ChannelGroup open = new DefaultChannelGroup(ImmediateEventExecutor.INSTANCE);

    /**
     * How long a connection may take.
     *
     * @param handshakeMs after which one that has not shaken hands, or whose request is not whole,
     *     is closed
     * @param idleMs after which one without a session that asks nothing is closed
     */
    record Times(int handshakeMs, int idleMs) {}

    /**
     * Makes the handlers of each connection.
     *
     * @param tls null for none
     */
    VenuePipeline(
            Exchange exchange,
            VenueLoop loop,
            Backlogs backlogs,
            ConnectionCounts counts,
            Times times,
            VenueTls tls) {
        this.exchange = exchange;
        this.loop = loop;
        this.backlogs = backlogs;
        this.counts = counts;
        this.times = times;
        this.tls = tls;
    }

    @Override
    protected void initChannel(Channel channel) {
        open.add(channel); // until it is closed
        RequestDeadline deadline = new RequestDeadline(times.handshakeMs(), times.idleMs());
        RestResponder rest = new RestResponder(exchange, loop);
        FarewellGate farewell = new FarewellGate();
        SessionHandler session = new SessionHandler(exchange, loop, backlogs, farewell);
        if (tls != null) {
            channel.pipeline().addLast(tls.newHandler(channel.alloc()));
        }
        channel.pipeline()
                .addLast(deadline)
                .addLast(new HttpServerCodec())
                .addLast(new BodyAggregator(REQUEST_BYTES_MAX, deadline))
                .addLast(new FlowControlHandler()) // who does not read is asked no more
                .addLast(new HandshakeGate(exchange.networkFaults(), counts, deadline, rest))
                .addLast(new SilenceGate(session, farewell))
                .addLast(farewell)
                .addLast(new WebSocketServerProtocolHandler(CONFIG))
                .addLast(new WebSocketFrameAggregator(REQUEST_BYTES_MAX))
                .addLast(session);
    }

    /** Ends the connections that are left, those that wait for a request or an answer, too. */
    void close() {
        open.close().awaitUninterruptibly(CLOSE_MAX_MS);
    }
}
