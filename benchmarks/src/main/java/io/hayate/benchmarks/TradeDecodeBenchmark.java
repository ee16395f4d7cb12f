package io.hayate.benchmarks;

import io.hayate.codec.DecoderKind;
import io.hayate.event.Event;
import io.hayate.model.ChannelSpec;
import java.io.IOException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

/** Cost of reading a frame of a print into a slot, head, row, sequence number, time and end. */
public class TradeDecodeBenchmark extends BenchmarkDefaults {
    private MarketFrameReader scanner;
    private MarketFrameReader jackson;

    /** Makes the frames. */
    @Setup
    public void setUp() {
        MarketFramePool frames = new MarketFramePool(MarketFramePool.Form.TRADE);
        ChannelSpec spec = ChannelSpec.trades("tBTCUSD");
        scanner = new MarketFrameReader(DecoderKind.SCANNER, frames, spec);
        jackson = new MarketFrameReader(DecoderKind.JACKSON, frames, spec);
    }

    /** As a session reads it. */
    @Benchmark
    public Event hayate() throws IOException {
        return scanner.read();
    }

    /** The same with {@code codec.decoder = jackson}: one parser for all frames. */
    @Benchmark
    public Event hayateJackson() throws IOException {
        return jackson.read();
    }
}
