package io.hayate.transport.websocket;

import io.hayate.benchmarks.BenchmarkDefaults;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.util.Arrays;
import org.agrona.BufferUtil;
import org.agrona.concurrent.UnsafeBuffer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

/**
 * Cost of making a masked frame of an order's text, some 95 bytes: ours, written where the socket
 * will take it from, against Netty's encoder. The write to the socket itself is not part of it.
 */
public class WebSocketEncoderBenchmark extends BenchmarkDefaults {
    private final OrderTexts orders = new OrderTexts();
    private final String[] strings = new String[OrderTexts.COUNT];
    private final WebSocketEncoder encoder = new WebSocketEncoder();
    private final UnsafeBuffer target =
            new UnsafeBuffer(BufferUtil.allocateDirectAligned(1_024, 64));
    private final ByteBuf payload = Unpooled.wrappedBuffer(orders.buffer().byteBuffer());
    private NettyWriter netty;
    private int next;

    /** Makes the pipeline, on the thread that will use it. */
    @Setup
    public void setUp() {
        netty = new NettyWriter();
        Arrays.setAll(strings, orders::text);
    }

    private int nextOrder() {
        return next++ & (OrderTexts.COUNT - 1);
    }

    /** Our encoder. */
    @Benchmark
    public int hayate() {
        int order = nextOrder();
        return encoder.encodeText(
                target, 0, orders.buffer(), orders.offset(order), orders.length(order));
    }

    /** Netty's encoder, the payload in a buffer that is there already. */
    @Benchmark
    public long nettyByteBuf() {
        int order = nextOrder();
        int offset = orders.offset(order);
        payload.setIndex(offset, offset + orders.length(order)).retain();
        return netty.write(new TextWebSocketFrame(payload));
    }

    /** Netty's encoder, the payload a String that is there already. */
    @Benchmark
    public long nettyString() {
        return netty.write(new TextWebSocketFrame(strings[nextOrder()]));
    }
}
