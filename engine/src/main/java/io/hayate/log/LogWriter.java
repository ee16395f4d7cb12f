package io.hayate.log;

import io.hayate.model.Counts;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.agrona.concurrent.EpochClock;

/**
 * Moves records from the queue to the file. A file that cannot be written is told once, and tried again
 * every ten seconds; what comes meanwhile is lost, counted, and told in the file once it is there. Thread
 * {@code log}.
 */
final class LogWriter {
    private static final int ENTRIES_MAX = 256;
    private static final long RETRY_MS = 10_000;

    private final LogQueue queue;
    private final LogText text;
    private final LogFile file;
    private final EpochClock clock;
    private final Consumer<String> teller;
    private final AtomicLong lost = new AtomicLong();
    private long lostTold;
    private long retryMs; // not before
    private boolean isTold;
    private final AtomicLong written = new AtomicLong();

    /**
     * A writer that opens the file with the first record.
     *
     * @param teller tells a person that the file cannot be written, or can again
     */
    LogWriter(
            LogQueue queue, LogText text, LogFile file, EpochClock clock, Consumer<String> teller) {
        this.queue = queue;
        this.text = text;
        this.file = file;
        this.clock = clock;
        this.teller = teller;
    }

    /** Opens the file; one that cannot be is told. */
    void open() {
        isReady();
    }

    /** Writes what waits, a bounded number; the answer is how many records it took. */
    int doWork() {
        int taken = queue.drain(this::write, ENTRIES_MAX);
        tellLost();
        return taken;
    }

    private void write(LogEntry entry) {
        if (!isReady() || !append(entry)) {
            lost.incrementAndGet();
        }
    }

    /** Records that were dropped or lost are told where they are missing. */
    private void tellLost() {
        long all = lost();
        if (all > lostTold && file.isOpen()) {
            String words =
                    Counts.of(all - lostTold, "record")
                            + " missing here: more than the disk could take";
            if (append(LogEntry.ofLog(clock.time(), words))) {
                lostTold = all;
            }
        }
    }

    private boolean isReady() {
        if (file.isOpen()) {
            return true;
        }
        long nowMs = clock.time();
        if (nowMs < retryMs) {
            return false;
        }
        try {
            file.open();
            return true;
        } catch (IOException e) {
            onFailure(e);
            return false;
        }
    }

    private boolean append(LogEntry entry) {
        try {
            byte[] record = text.of(entry).getBytes(StandardCharsets.UTF_8);
            file.write(ByteBuffer.wrap(record));
            written.incrementAndGet();
            tellAgain();
            return true;
        } catch (IOException e) {
            onFailure(e);
            return false;
        }
    }

    private void onFailure(IOException e) {
        retryMs = clock.time() + RETRY_MS;
        if (!isTold) {
            isTold = true;
            teller.accept(file.complaint(e) + "; what is said now is not in it");
        }
    }

    private void tellAgain() {
        if (isTold) {
            isTold = false;
            teller.accept("log: it is written again");
        }
    }

    /** Records in the file; any thread. */
    long written() {
        return written.get();
    }

    /** Records that are in no file; any thread. */
    long lost() {
        return lost.get() + queue.dropped();
    }

    /** After the last turn. */
    void close() {
        file.close();
    }
}
