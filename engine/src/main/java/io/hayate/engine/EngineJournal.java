package io.hayate.engine;

import io.hayate.journal.JournalException;
import io.hayate.journal.SegmentSource;
import io.hayate.journal.file.DiskSpace;
import io.hayate.journal.file.JournalConfig;
import io.hayate.journal.file.JournalFolder;
import io.hayate.journal.file.JournalSegments;
import io.hayate.journal.file.JournalStart;
import io.hayate.journal.memory.MemorySegments;
import io.hayate.journal.past.PastOrders;
import io.hayate.metrics.Incidents;
import io.hayate.model.Clocks;
import io.hayate.model.ConfigException;
import io.hayate.model.Counts;
import io.hayate.state.Marks;
import io.hayate.state.StateDir;
import io.hayate.state.WriterLock;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Where an engine's journal of orders lies, and the thread that brings it to the disk: files in the state
 * folder where orders may leave, else memory.
 */
final class EngineJournal {
    private static final String NAME = JournalFolder.NAME;
    private static final int MEMORY_BYTES = 1 << 20;
    private static final int MEMORY_SEGMENTS = 4;
    private static final int LOOPBACK_BYTES = 6 << 20; // made sooner; no real money is at stake
    private static final long REST_NS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final long SHORT_REST_NS = TimeUnit.MICROSECONDS.toNanos(50);
    private static final long JOIN_MS = 5_000;

    private final SegmentSource source;
    private final WriterLock lock;
    private final PastOrders past;
    private final JournalSegments segments; // null in memory
    private final Incidents incidents;
    private final long restNs;
    private final Thread thread = new Thread(this::run, NAME);
    private volatile boolean stopping;
    private volatile boolean mayEnd;

    private EngineJournal(
            SegmentSource source,
            WriterLock lock,
            JournalSegments segments,
            PastOrders past,
            Incidents incidents,
            long restNs) {
        this.lock = lock;
        this.past = past;
        this.source = source;
        this.segments = segments;
        this.incidents = incidents;
        this.restNs = restNs;
        thread.setDaemon(true); // a disk that does not answer must not hold up the end
    }

    /**
     * Opens the journal of the account, and reads what is in it. Only one process may trade with a key: that
     * is held from here to the end, unless the venue is our own.
     *
     * @throws ConfigException when it cannot be written, or another process writes it or trades with the key
     */
    static EngineJournal open(
            EngineConfig config, Marks marks, Incidents incidents, Clocks clocks) {
        boolean mayTrade = config.path().orders().limits().tradingEnabled();
        if (config.stateDir() == null || !mayTrade || !config.credentials().isPresent()) {
            return inMemory(incidents);
        }
        WriterLock lock =
                config.venue().embedded()
                        ? WriterLock.none()
                        : WriterLock.hold(config.lockFolders(), writer(config));
        Path folder = marks.folder(NAME);
        try {
            JournalStart start = JournalStart.open(folder);
            return inFiles(config, lock, start, incidents, clocks);
        } catch (JournalException e) {
            lock.close();
            if (config.venue().embedded()) {
                incidents.tell("journal: it is kept in memory alone: " + e.getMessage());
                return inMemory(incidents);
            }
            String rule = " must be a folder where the journal of orders can be written: ";
            throw new ConfigException(StateDir.KEY + rule + e.getMessage(), e);
        }
    }

    private static EngineJournal inMemory(Incidents incidents) {
        SegmentSource memory = new MemorySegments(MEMORY_BYTES, MEMORY_SEGMENTS);
        return new EngineJournal(
                memory, WriterLock.none(), null, new PastOrders(0), incidents, REST_NS);
    }

    /** A key of the real exchange means one account; that of a venue on this machine is one of many demos. */
    private static String writer(EngineConfig config) {
        String key = config.credentials().apiKey();
        return config.venue().isLoopback() ? key + "@" + config.venue().url().getAuthority() : key;
    }

    private static EngineJournal inFiles(
            EngineConfig config,
            WriterLock lock,
            JournalStart start,
            Incidents incidents,
            Clocks clocks) {
        JournalConfig journal = config.path().orders().journal();
        if (config.venue().embedded()) {
            start.forgetOpenOrders(); // the venue that they were open at has ended
        }
        if (config.venue().isLoopback()) {
            journal = journal.withSegments(LOOPBACK_BYTES);
        }
        JournalSegments segments =
                new JournalSegments(journal, start, DiskSpace.OF_MACHINE, incidents, clocks);
        long restNs = journal.isBeforeWire() ? SHORT_REST_NS : REST_NS;
        PastOrders past = start.pastOrders();
        if (!past.all().isEmpty()) {
            String count = Counts.of(past.all().size(), "order");
            incidents.tell("journal: " + count + " of the run before without an end: looked up");
        }
        int held = past.books().account().holdings().size();
        if (held > 0) {
            incidents.tell(
                    "journal: the books of the run before go on: " + Counts.of(held, "instrument"));
        }
        return new EngineJournal(segments, lock, segments, past, incidents, restNs);
    }

    /** What runs before have left without an end. */
    PastOrders past() {
        return past;
    }

    /** Null in memory. */
    JournalSegments files() {
        return segments;
    }

    SegmentSource source() {
        return source;
    }

    void start() {
        if (segments != null) {
            segments.makeFirst();
            thread.start();
        }
    }

    private void run() {
        while (!stopping) {
            if (segments.doWork() == 0) {
                LockSupport.parkNanos(restNs);
            }
        }
        if (mayEnd) {
            segments.onClose();
        } else {
            segments.doWork();
        }
    }

    /**
     * Brings the rest to the disk and ends the thread; waits for that, a few seconds at most.
     *
     * @param hasWriterEnded false where a strategy never returned: its memory stays, and the next start
     *     finds what it wrote there
     */
    void close(boolean hasWriterEnded) {
        mayEnd = hasWriterEnded;
        stopping = true;
        if (segments != null && thread.getState() == Thread.State.NEW) {
            segments.onClose(); // an engine that did not start
        }
        LockSupport.unpark(thread);
        try {
            thread.join(JOIN_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            incidents.tell("journal: the disk does not answer; its end may be missing there");
        }
        lock.close();
    }
}
