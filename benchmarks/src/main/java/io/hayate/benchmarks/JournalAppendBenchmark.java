package io.hayate.benchmarks;

import io.hayate.journal.OrderJournal;
import io.hayate.journal.RecordType;
import io.hayate.journal.RequestRecord;
import io.hayate.journal.file.DiskSpace;
import io.hayate.journal.file.JournalConfig;
import io.hayate.journal.file.JournalSegments;
import io.hayate.journal.file.JournalStart;
import io.hayate.metrics.Counters;
import io.hayate.metrics.Incidents;
import io.hayate.model.Clocks;
import io.hayate.model.Instruments;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.agrona.concurrent.AgentRunner;
import org.agrona.concurrent.SleepingMillisIdleStrategy;
import org.agrona.concurrent.SystemEpochClock;
import org.agrona.concurrent.SystemNanoClock;
import org.agrona.concurrent.UnsafeBuffer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Time of writing an intent to the journal while the journal's own thread brings them to the disk: each
 * sample is one record, with the two readings of the clock around it. The memory of the next one is warmed
 * in between, as an engine does behind each order.
 *
 * <p>190 bytes are an intent with a short text, 336 one as an engine writes it. The segment in use lies in
 * {@code /dev/shm}, or on the disk itself. One record each 50 us meets colder caches than one each 10
 * us.
 *
 * <p>{@link #floor} is what the machine takes for as many bytes copied into memory of this process that was
 * written before, with no journal at all: what is above 5 us there, no journal can be below.
 */
@BenchmarkMode(Mode.SampleTime)
public class JournalAppendBenchmark extends BenchmarkDefaults {
    private static final int FLOOR_BYTES = 32 << 20; // of a size that no cache of a core holds
    private static final int AROUND_BYTES = 84; // header, lengths and checksum
    private static final int FIELDS_BYTES = 72;

    @Param({"190", "336"})
    int bytes;

    @Param({"memory", "disk"})
    String head;

    /** Time from one record to the next, in microseconds. */
    @Param({"10", "50"})
    int pauseUs;

    private final RequestRecord request = new RequestRecord();
    private final UnsafeBuffer content = new UnsafeBuffer(new byte[512]);
    private final UnsafeBuffer plain = new UnsafeBuffer(ByteBuffer.allocateDirect(FLOOR_BYTES));
    private Path folder;
    private AgentRunner flusher;
    private OrderJournal journal;
    private long dueNs;
    private long order;
    private int textBytes;
    private long pauseNs;
    private int plainAt;

    /** Begins a journal of its own. */
    @Setup
    public void begin() throws IOException {
        textBytes = bytes - AROUND_BYTES - FIELDS_BYTES;
        pauseNs = TimeUnit.MICROSECONDS.toNanos(pauseUs);
        plain.setMemory(0, FLOOR_BYTES, (byte) 1);
        folder = Files.createTempDirectory(Path.of("").toAbsolutePath(), "journal");
        Clocks clocks = new Clocks(SystemNanoClock.INSTANCE, SystemEpochClock.INSTANCE);
        boolean isInMemory = head.equals("memory");
        JournalConfig config =
                JournalConfig.DEFAULTS.withHeadDir(isInMemory ? JournalConfig.SHARED_MEMORY : null);
        JournalSegments segments =
                new JournalSegments(
                        config,
                        JournalStart.open(folder),
                        DiskSpace.OF_MACHINE,
                        new Incidents(),
                        clocks);
        segments.makeFirst();
        flusher = new AgentRunner(new SleepingMillisIdleStrategy(1), error -> {}, null, segments);
        AgentRunner.startOnThread(flusher);
        journal =
                new OrderJournal(
                        segments, Instruments.of(List.of("tBTCUSD")), clocks, new Counters());
        dueNs = System.nanoTime();
    }

    /** Warms what the next record will lie in, and waits until it is due. */
    @Setup(Level.Invocation)
    public void pace() {
        journal.warm();
        plain.setMemory(plainAt, bytes, (byte) 0);
        dueNs += pauseNs;
        long nowNs = System.nanoTime();
        while (nowNs - dueNs < 0) {
            Thread.onSpinWait();
            nowNs = System.nanoTime();
        }
        dueNs = Math.max(dueNs, nowNs - pauseNs);
    }

    /** One record. */
    @Benchmark
    public long hayate() {
        order++;
        if (!journal.begin(RecordType.INTENT, 0, RequestRecord.length(FIELDS_BYTES, textBytes))) {
            throw new IllegalStateException("no segment is ready");
        }
        request.wrap(journal.buffer(), journal.bodyOffset());
        request.addFields(content, 0, FIELDS_BYTES).text(content, FIELDS_BYTES, textBytes);
        return journal.about(1, order, 0).commit(request.length());
    }

    /** As many bytes copied, and nothing else. */
    @Benchmark
    public int floor() {
        plain.putBytes(plainAt, content, 0, bytes);
        plainAt += bytes;
        plainAt = plainAt + bytes > FLOOR_BYTES ? 0 : plainAt;
        return plainAt;
    }

    /** Ends it and takes its files away. */
    @TearDown
    public void end() throws IOException {
        journal.close();
        flusher.close();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
