package io.hayate.benchmarks;

import io.hayate.codec.OrderEncoder;
import io.hayate.model.Instrument;
import io.hayate.model.Instruments;
import io.hayate.model.Side;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Cost of writing an order and a cancel as text. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
@Fork(value = 3, jvmArgsAppend = Jvm.EXPORTS)
public class OrderEncoderBenchmark {
    private final OrderEncoder encoder = new OrderEncoder();
    private final Instrument instrument = Instruments.of(List.of("tBTCUSD")).get(0);
    private long clientOrderId = 10_000_000;

    /** A market order whose amount has up to eight decimals. */
    @Benchmark
    public int marketOrder() {
        clientOrderId++;
        return encoder.marketOrder(clientOrderId, instrument, Side.SELL, clientOrderId * 37);
    }

    /** A cancel by the venue's number. */
    @Benchmark
    public int cancel() {
        return encoder.cancel(244_611_273_982L + clientOrderId++);
    }
}
