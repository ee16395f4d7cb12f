package io.hayate.transport.websocket;

import io.hayate.benchmarks.BenchmarkDefaults;
import org.agrona.DirectBuffer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * Cost of taking one text frame of some 105 bytes out of what was read from a socket: ours, which
 * leaves it where it lies, against Netty's decoder, which copies it into a buffer of its own. The
 * copy that Netty makes of the read itself is left out for both.
 */
@OperationsPerInvocation(WebSocketDecoderBenchmark.FRAMES)
public class WebSocketDecoderBenchmark extends BenchmarkDefaults {
    static final int FRAMES = 10;

    /** How many frames one read of the socket brings. */
    @Param({"1", "10"})
    int framesPerRead;

    private final TextFrames frames = new TextFrames();
    private final Taker taker = new Taker();
    private final WebSocketDecoder decoder =
            new WebSocketDecoder(new FrameRoom(1 << 16, FrameBudget.UNBOUNDED), taker);
    private NettyReader frameReader;
    private NettyReader checkedReader;
    private NettyReader stringReader;
    private int next;

    /** Makes the pipelines, on the thread that will use them. */
    @Setup
    public void setUp() {
        frameReader = new NettyReader(frames.bytes(), NettyReader.Use.FRAME);
        checkedReader = new NettyReader(frames.bytes(), NettyReader.Use.CHECKED_FRAME);
        stringReader = new NettyReader(frames.bytes(), NettyReader.Use.STRING);
    }

    private int nextFrames() {
        int first = next;
        next = next + FRAMES == TextFrames.COUNT ? 0 : next + FRAMES;
        return first;
    }

    /** Our decoder, in place, the check for UTF-8 included. */
    @Benchmark
    public long hayate() throws WebSocketException {
        int first = nextFrames();
        for (int i = first; i < first + FRAMES; i += framesPerRead) {
            int offset = frames.offset(i);
            int length = frames.offset(i + framesPerRead) - offset;
            if (decoder.decode(frames.buffer(), offset, length) != length) {
                throw new IllegalStateException("frames were left");
            }
        }
        return taker.taken;
    }

    /** Netty's decoder without its check for UTF-8. */
    @Benchmark
    public long netty() {
        return read(frameReader);
    }

    /** Netty's decoder and its check, which is what its WebSocket client does. */
    @Benchmark
    public long nettyChecked() {
        return read(checkedReader);
    }

    /** The same, and the text as a String. */
    @Benchmark
    public long nettyString() {
        return read(stringReader);
    }

    private long read(NettyReader reader) {
        int first = nextFrames();
        for (int i = first; i < first + FRAMES; i += framesPerRead) {
            int offset = frames.offset(i);
            reader.read(offset, frames.offset(i + framesPerRead) - offset);
        }
        return reader.taken();
    }

    private static final class Taker implements WebSocketDecoder.Handler {
        private long taken;

        @Override
        public boolean onText(DirectBuffer buffer, int offset, int length) {
            taken += length;
            return true;
        }

        @Override
        public void onPing(DirectBuffer buffer, int offset, int length) {
            throw new IllegalStateException("no frame is a ping");
        }

        @Override
        public void onClose(int code, String reason) {
            throw new IllegalStateException("no frame is a close");
        }
    }
}
