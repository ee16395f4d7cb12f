package io.hayate.venue.server;

import io.hayate.venue.exchange.Exchange;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import io.netty.handler.flow.FlowControlHandler;

/**
 * The handlers of one connection. Netty shakes hands (on any path), unmasks, answers pings and
 * closes; it refuses unmasked frames with 1002 and long ones with 1009. No compression.
 */
final class VenuePipeline extends ChannelInitializer<Channel> {
    private static final int REQUEST_BYTES_MAX = 65_536;

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
    private final int handshakeMs;
    private final int idleMs;

    /**
     * Makes the handlers of each connection.
     *
     * @param handshakeMs after which a connection that has not shaken hands, or a request that is not
     *     whole, is closed
     * @param idleMs after which a connection without a session that asks nothing is closed
     */
    VenuePipeline(
            Exchange exchange,
            VenueLoop loop,
            Backlogs backlogs,
            ConnectionCounts counts,
            int handshakeMs,
            int idleMs) {
        this.exchange = exchange;
        this.loop = loop;
        this.backlogs = backlogs;
        this.counts = counts;
        this.handshakeMs = handshakeMs;
        this.idleMs = idleMs;
    }

    @Override
    protected void initChannel(Channel channel) {
        RequestDeadline deadline = new RequestDeadline(handshakeMs, idleMs);
        RestResponder rest = new RestResponder(exchange, loop);
        FarewellGate farewell = new FarewellGate();
        channel.pipeline()
                .addLast(deadline)
                .addLast(new HttpServerCodec())
                .addLast(new BodyAggregator(REQUEST_BYTES_MAX, deadline))
                .addLast(new FlowControlHandler()) // who does not read is asked no more
                .addLast(new HandshakeGate(exchange.networkFaults(), counts, deadline, rest))
                .addLast(new SilenceGate(exchange.networkFaults()))
                .addLast(farewell)
                .addLast(new WebSocketServerProtocolHandler(CONFIG))
                .addLast(new WebSocketFrameAggregator(REQUEST_BYTES_MAX))
                .addLast(new SessionHandler(exchange, loop, backlogs, farewell));
    }
}
