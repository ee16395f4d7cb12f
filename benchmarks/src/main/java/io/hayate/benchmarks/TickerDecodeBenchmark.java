package io.hayate.benchmarks;

import io.hayate.codec.DecoderKind;
import io.hayate.codec.FrameDecoder;
import io.hayate.event.Event;
import io.hayate.model.ChannelSpec;
import io.hayate.model.Instruments;
import io.hayate.model.MarketChannel;
import io.hayate.model.MarketChannels;
import java.io.IOException;
import org.agrona.DirectBuffer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * Cost of reading a ticker frame into a slot, head, ten numbers, sequence number and end: by the
 * decoder of the trading path, and by others. {@link #touchEveryByte} is the floor: nothing can be
 * known of a frame for less.
 */
public class TickerDecodeBenchmark extends BenchmarkDefaults {
    private static final int FRAME_BYTES_MAX = 4_096;

    @Param({"long", "short"})
    String form;

    private final Event event = Event.allocate();
    private final MarketChannel channel =
            new MarketChannels().register(ChannelSpec.ticker("tBTCUSD"), new Instruments());
    private FrameDecoder scanner;
    private FrameDecoder jackson;
    private TickerFrames frames;
    private OtherTickerDecoders others;

    /** Makes the frames. */
    @Setup
    public void setUp() {
        frames = new TickerFrames(form);
        others = new OtherTickerDecoders(frames);
        scanner = new FrameDecoder(new Instruments(), FRAME_BYTES_MAX, DecoderKind.SCANNER);
        jackson = new FrameDecoder(new Instruments(), FRAME_BYTES_MAX, DecoderKind.JACKSON);
    }

    /** Reads each byte, one by one. */
    @Benchmark
    public int touchEveryByte() {
        frames.next();
        DirectBuffer buffer = frames.buffer();
        int end = frames.offset() + frames.length();
        int sum = 0;
        for (int i = frames.offset(); i < end; i++) {
            sum += buffer.getByte(i);
        }
        return sum;
    }

    /** As a session reads it. */
    @Benchmark
    public Event hayate() throws IOException {
        return decode(scanner);
    }

    /** The same with {@code codec.decoder = jackson}: one parser for all frames. */
    @Benchmark
    public Event hayateJackson() throws IOException {
        return decode(jackson);
    }

    private Event decode(FrameDecoder decoder) throws IOException {
        frames.next();
        decoder.begin(frames.buffer(), frames.offset(), frames.length());
        decoder.decodeMarketRow(channel, event.begin(0, 1));
        decoder.end();
        return event.venueSequence(decoder.venueSequence());
    }

    /** A parser for each frame, as its makers set it up. */
    @Benchmark
    public Event jacksonParserPerFrame() throws IOException {
        return others.jacksonParserPerFrame();
    }

    /** The frame as a tree of objects. */
    @Benchmark
    public Event jacksonTree() throws IOException {
        return others.jacksonTree();
    }

    /** DSL-JSON, one reader for all frames. */
    @Benchmark
    public Event dslJson() throws IOException {
        return others.dslJson();
    }

    /** fastjson2, a reader for each frame, since it has no other way. */
    @Benchmark
    public Event fastjson2() {
        return others.fastjson2();
    }
}
