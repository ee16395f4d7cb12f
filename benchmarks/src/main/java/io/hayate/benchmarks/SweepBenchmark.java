package io.hayate.benchmarks;

import io.hayate.backtest.Backtest;
import io.hayate.backtest.BacktestConfig;
import io.hayate.backtest.BacktestOutputs;
import io.hayate.backtest.ParameterGrid;
import io.hayate.settings.ConfigLoader;
import io.hayate.settings.Overrides;
import io.hayate.simulation.LatencySpec;
import io.hayate.venue.QueueModel;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Cost of one text of one set of parameters in a whole backtest from a cold start, on all cores: the
 * recording of an hour of 100 pairs at 500 texts a second, read from its file, three sets of parameters.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@OperationsPerInvocation(SweepBenchmark.TEXTS * SweepBenchmark.SETS)
@Fork(
        value = 3,
        jvmArgsAppend = {ForkOptions.EXPORTS, "-Xmx2g"})
public class SweepBenchmark {
    static final int TEXTS = 1_800_000;
    static final int SETS = 3;

    private static final int SYMBOLS = 100;
    private static final long STEP_US = 2_000;

    /** What the strategy hears of each pair. */
    @Param({"tickers", "books"})
    String heard;

    private Path folder;
    private Path recording;

    /** Writes the recording. */
    @Setup(Level.Trial)
    public void setUp() throws IOException {
        folder = Files.createTempDirectory("hayate-sweep");
        recording = folder.resolve("hayate-20251124T160000Z-0001.jsonl.gz");
        RecordedHour.write(recording, SYMBOLS, TEXTS, STEP_US);
    }

    /** Removes it. */
    @TearDown(Level.Trial)
    public void tearDown() throws IOException {
        Files.delete(recording);
        Files.delete(folder);
    }

    /** The whole command, without its words. */
    @Benchmark
    public int sweep() {
        Overrides overrides = new Overrides().prompt(false);
        overrides.set("sweep", "strategy.name", "sma-cross");
        overrides.set("sweep", "loop.topology", "one-thread");
        if (heard.equals("books")) {
            overrides.set("sweep", "subscriptions.channels", channels());
        }
        BacktestConfig config =
                new BacktestConfig(
                        recording,
                        new ConfigLoader(Map.of(), folder, folder).load(null, overrides),
                        ParameterGrid.of(Map.of("fast", "5,10,20")),
                        null,
                        QueueModel.RISK_AVERSE,
                        LatencySpec.DEFAULT,
                        Runtime.getRuntime().availableProcessors());
        return new Backtest(
                        config,
                        new PrintWriter(Writer.nullWriter()),
                        new BacktestOutputs(false, null, null))
                .run();
    }

    private static List<String> channels() {
        List<String> channels = new ArrayList<>();
        for (int i = 0; i < SYMBOLS; i++) {
            channels.add("book " + RecordedHour.symbol(i).substring(1) + " P0 F0 25");
        }
        return channels;
    }
}
