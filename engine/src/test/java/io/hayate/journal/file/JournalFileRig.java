package io.hayate.journal.file;

import io.hayate.journal.JournalEnd;
import io.hayate.journal.JournalFill;
import io.hayate.journal.JournalReader;
import io.hayate.journal.RecordType;
import io.hayate.journal.SegmentHeader;
import io.hayate.metrics.Incidents;
import io.hayate.model.Clocks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A journal in files whose clock and thread a test turns by hand. */
final class JournalFileRig {
    static final int BYTES = SegmentHeader.SEGMENT_BYTES_MIN;

    private static final int FLUSH_EVERY = 50;

    final Path folder;
    final Path memory;
    final Incidents incidents = new Incidents();
    JournalConfig config;
    JournalStart start;
    JournalSegments segments;
    JournalFill fill;
    DiskSpace space = DiskSpace.OF_MACHINE;
    long nowNs = 1_000_000_000L;
    long nowMs = System.currentTimeMillis();

    JournalFileRig(Path root) throws IOException {
        folder = Files.createDirectories(root.resolve("state"));
        memory = Files.createDirectories(root.resolve("memory"));
        config = JournalConfig.DEFAULTS.withSegments(BYTES).withHeadDir(memory);
    }

    JournalFileRig begin() {
        start = JournalStart.open(folder);
        segments =
                new JournalSegments(
                        config, start, space, incidents, new Clocks(() -> nowNs, () -> nowMs));
        segments.makeFirst();
        fill = new JournalFill(segments);
        return this;
    }

    /** Turns the thread once when the next interval is over. */
    void flush() {
        nowNs += 20_000_000L;
        segments.doWork();
    }

    void orders(int from, int to) {
        for (int i = from; i <= to; i++) {
            if (!fill.order(i)) {
                throw new IllegalStateException("no room for " + i);
            }
            if (i % FLUSH_EVERY == 0 || i == to) {
                flush();
            }
        }
    }

    void end() {
        fill.journal.close();
        segments.onClose();
    }

    /** As kill -9 does: nothing is closed, but the lock goes. */
    void kill() {
        start.close();
    }

    /** Client order ids of all intents that are read, and how the reading ends. */
    record Read(List<Long> intents, JournalEnd end, String place, long firstRecord) {}

    Read read() {
        List<Long> intents = new ArrayList<>();
        try (JournalReader reader = new JournalReader(new JournalFolder(folder))) {
            while (reader.next()) {
                if (reader.record().type() == RecordType.INTENT) {
                    intents.add(reader.record().clientOrderId());
                }
            }
            return new Read(intents, reader.end(), reader.place(), reader.firstRecord());
        }
    }

    List<String> told() {
        List<String> told = new ArrayList<>();
        incidents.drain(incident -> told.add(incident.what()));
        return told;
    }

    static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
