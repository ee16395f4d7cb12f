package io.hayate.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.model.Clocks;
import io.hayate.transport.IoKind;
import io.hayate.transport.tls.TlsKind;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.SystemEpochClock;
import org.agrona.concurrent.SystemNanoClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** This machine's clock against that of a venue whose clock the test sets. */
class VenueClockCheckTest {
    private static final Clocks OURS =
            new Clocks(SystemNanoClock.INSTANCE, SystemEpochClock.INSTANCE);
    private static final String INFO = "{\"event\":\"info\",\"version\":2,\"ts\":1}";

    private final EventLoopGroup group =
            new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());

    @AfterEach
    void stopVenue() {
        group.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }

    /** A venue that answers pings, by a clock that is so far ahead of ours. */
    private URI venue(long aheadMs) {
        Channel server =
                new ServerBootstrap()
                        .group(group)
                        .channel(NioServerSocketChannel.class)
                        .childHandler(new Pipeline(aheadMs))
                        .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                        .syncUninterruptibly()
                        .channel();
        int port = ((InetSocketAddress) server.localAddress()).getPort();
        return URI.create("ws://127.0.0.1:" + port + "/ws/2");
    }

    private static final class Pipeline extends ChannelInitializer<Channel> {
        private final long aheadMs;

        Pipeline(long aheadMs) {
            this.aheadMs = aheadMs;
        }

        @Override
        protected void initChannel(Channel channel) {
            channel.pipeline()
                    .addLast(new HttpServerCodec(), new HttpObjectAggregator(65_536))
                    .addLast(new WebSocketServerProtocolHandler("/ws/2"))
                    .addLast(new Pongs(aheadMs));
        }
    }

    private static final class Pongs extends SimpleChannelInboundHandler<TextWebSocketFrame> {
        private final long aheadMs;

        Pongs(long aheadMs) {
            this.aheadMs = aheadMs;
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, TextWebSocketFrame frame) {
            long timeMs = System.currentTimeMillis() + aheadMs;
            say(context, INFO);
            say(context, "{\"event\":\"pong\",\"ts\":" + timeMs + "}");
        }

        @SuppressWarnings("FutureReturnValueIgnored") // the void promise tells the pipeline
        private static void say(ChannelHandlerContext context, String text) {
            context.writeAndFlush(new TextWebSocketFrame(text), context.voidPromise());
        }
    }

    @ParameterizedTest
    @CsvSource({"3600000, FAIL, behind", "-3600000, FAIL, ahead of"})
    void shouldTellHowFarItIsFromOurs(long venueAheadMs, Status status, String word) {
        Finding finding = new VenueClockCheck(venue(venueAheadMs), OURS).examine();

        assertEquals(status, finding.status());
        assertTrue(
                finding.found().matches("3[56]\\d{5} ms " + word + " the venue's, .*"),
                finding.found());
    }

    @Test
    void shouldBeLookedAtWhenAVenueIsNamed() {
        RunSettings settings =
                new RunSettings(
                        Optional.empty(),
                        "",
                        Path.of("target"),
                        Optional.empty(),
                        IoKind.AUTO,
                        TlsKind.AUTO);

        Report report = Doctor.examine(1, settings, Optional.of(venue(3_600_000)), OURS);

        Report.Entry found =
                report.entries().stream()
                        .filter(entry -> entry.name().equals("clock-diff"))
                        .findFirst()
                        .orElseThrow();
        assertEquals(Status.FAIL, found.finding().status());
    }
}
