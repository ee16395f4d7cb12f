package io.hayate.latency;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.lmax.disruptor.BlockingWaitStrategy;
import com.lmax.disruptor.dsl.Disruptor;
import com.lmax.disruptor.dsl.ProducerType;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler.ClientHandshakeStateEvent;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.ThreadFactory;

/**
 * What most Java clients look like: Netty's stock pipeline, each text frame a String, each String a
 * tree, the tree's fields into a ring whose reader sleeps on a lock, and the order as a String
 * handed back to the event loop from the strategy's thread.
 */
@SuppressWarnings("FutureReturnValueIgnored") // as such clients do
final class NaiveClient {
    private static final int RING_SIZE = 1 << 16;
    private static final int LAST = 6;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final int port;
    private final int symbols;
    private final Disruptor<Tick> disruptor =
            new Disruptor<>(
                    Tick::new,
                    RING_SIZE,
                    named("strategy"),
                    ProducerType.SINGLE,
                    new BlockingWaitStrategy());
    private Channel channel;

    private final SslContext tls; // null on ws

    private NaiveClient(int port, int symbols, SslContext tls) {
        this.port = port;
        this.symbols = symbols;
        this.tls = tls;
    }

    /** A slot of the ring. */
    private static final class Tick {
        private double last;
    }

    private static ThreadFactory named(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    private void run() throws InterruptedException {
        EventLoopGroup loops =
                new MultiThreadIoEventLoopGroup(1, named("loop"), NioIoHandler.newFactory());
        channel =
                new Bootstrap()
                        .group(loops)
                        .channel(NioSocketChannel.class)
                        .option(ChannelOption.TCP_NODELAY, true)
                        .handler(new Pipeline())
                        .connect("127.0.0.1", port)
                        .sync()
                        .channel();
        disruptor.handleEventsWith((tick, sequence, endOfBatch) -> onTick(tick));
        disruptor.start();
        channel.closeFuture().sync();
    }

    private void onTick(Tick tick) {
        if (ClientTexts.isTrigger(tick.last)) {
            channel.writeAndFlush(new TextWebSocketFrame(ClientTexts.order((long) tick.last)));
        }
    }

    /** The handlers of the connection. */
    private final class Pipeline extends ChannelInitializer<Channel> {
        @Override
        protected void initChannel(Channel made) {
            String scheme = tls == null ? "ws" : "wss";
            WebSocketClientProtocolConfig config =
                    WebSocketClientProtocolConfig.newBuilder()
                            .webSocketUri(URI.create(scheme + "://127.0.0.1:" + port + "/ws/2"))
                            .build();
            if (tls != null) {
                made.pipeline().addLast(tls.newHandler(made.alloc(), "127.0.0.1", port));
            }
            made.pipeline()
                    .addLast(
                            new HttpClientCodec(),
                            new HttpObjectAggregator(8_192),
                            new WebSocketClientProtocolHandler(config),
                            new Reader());
        }
    }

    /** Turns frames into ticks. */
    private final class Reader extends SimpleChannelInboundHandler<TextWebSocketFrame> {
        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) {
            if (event == ClientHandshakeStateEvent.HANDSHAKE_COMPLETE) {
                context.write(new TextWebSocketFrame(ClientTexts.AUTH));
                for (int i = 0; i < symbols; i++) {
                    context.write(new TextWebSocketFrame(ClientTexts.subscribe(i)));
                }
                context.flush();
            }
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, TextWebSocketFrame frame)
                throws IOException {
            JsonNode message = MAPPER.readTree(frame.text());
            JsonNode row = message.path(1);
            if (message.path(0).asInt() != 0 && row.isArray()) {
                double last = row.get(LAST).asDouble();
                disruptor.publishEvent((tick, sequence) -> tick.last = last);
            }
        }
    }

    /** Arguments: port, number of symbols, and on wss the certificate to trust. */
    public static void main(String[] arguments) throws InterruptedException, IOException {
        SslContext tls =
                arguments.length > 2
                        ? SslContextBuilder.forClient().trustManager(new File(arguments[2])).build()
                        : null;
        new NaiveClient(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]), tls).run();
        System.exit(0);
    }
}
