package io.hayate.benchmarks;

import io.hayate.codec.DecoderKind;
import io.hayate.event.Event;
import io.hayate.model.BookPrecision;
import io.hayate.model.ChannelSpec;
import java.io.IOException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * Cost of reading a frame of a book into a slot, head, rows, sequence number, time and end: one level,
 * one order, or ten levels at once, counted first as the ring's room must be.
 */
public class BookEntryDecodeBenchmark extends BenchmarkDefaults {
    @Param({"LEVEL", "ORDER", "BULK"})
    String form;

    private MarketFrameReader scanner;
    private MarketFrameReader jackson;

    /** Makes the frames. */
    @Setup
    public void setUp() {
        MarketFramePool frames = new MarketFramePool(MarketFramePool.Form.valueOf(form));
        BookPrecision precision = form.equals("ORDER") ? BookPrecision.R0 : BookPrecision.P0;
        ChannelSpec spec = ChannelSpec.book("tBTCUSD", precision, "F0", 25);
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
