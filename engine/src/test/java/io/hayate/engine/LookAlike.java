package io.hayate.engine;

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
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Bitfinex look-alike that is not ours and does the least: it answers {@code subscribe} with four
 * keys, sends old, short ticker rows, never beats, never answers conf or ping, and sends no sequence
 * numbers.
 */
final class LookAlike implements AutoCloseable {
    private static final Pattern SYMBOL = Pattern.compile("\"symbol\":\"(t\\w+)\"");
    private static final int TICKERS = 20;
    private static final int PATH_LENGTH_MAX = 65_536;

    private final EventLoopGroup group =
            new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final Channel server;

    LookAlike() {
        server =
                new ServerBootstrap()
                        .group(group)
                        .channel(NioServerSocketChannel.class)
                        .childHandler(new Pipeline())
                        .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                        .syncUninterruptibly()
                        .channel();
    }

    URI url() {
        int port = ((InetSocketAddress) server.localAddress()).getPort();
        return URI.create("ws://127.0.0.1:" + port + "/ws/2");
    }

    @Override
    public void close() {
        group.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }

    private static final class Pipeline extends ChannelInitializer<Channel> {
        @Override
        protected void initChannel(Channel channel) {
            channel.pipeline()
                    .addLast(new HttpServerCodec())
                    .addLast(new HttpObjectAggregator(PATH_LENGTH_MAX))
                    .addLast(new WebSocketServerProtocolHandler("/ws/2"))
                    .addLast(new Talk());
        }
    }

    private static final class Talk extends SimpleChannelInboundHandler<TextWebSocketFrame> {
        private int channelIds = 16;

        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) {
            if (event instanceof WebSocketServerProtocolHandler.HandshakeComplete) {
                say(context, "{\"event\":\"info\",\"version\":2}");
            }
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, TextWebSocketFrame frame) {
            Matcher symbol = SYMBOL.matcher(frame.text());
            if (frame.text().contains("\"subscribe\"") && symbol.find()) {
                int id = ++channelIds;
                say(
                        context,
                        "{\"event\":\"subscribed\",\"channel\":\"ticker\",\"symbol\":\""
                                + symbol.group(1)
                                + "\",\"chanId\":"
                                + id
                                + "}");
                for (int i = 0; i < TICKERS; i++) {
                    say(context, "[" + id + ",[7616.5,31.89,7617.5,43.35,-550.8,-0.0674,7617.1]]");
                }
            }
        }

        @SuppressWarnings("FutureReturnValueIgnored") // the void promise tells the pipeline
        private static void say(ChannelHandlerContext context, String text) {
            context.writeAndFlush(new TextWebSocketFrame(text), context.voidPromise());
        }
    }
}
