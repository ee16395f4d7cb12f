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
    private static final int BATCH_BYTES = 1 << 16;
    private static final long RETRY_MS = 10_000;

    private final LogQueue queue;
    private final LogText text;
    private final LogFile file;
    private final EpochClock clock;
    private final Consumer<String> teller;
    private final ByteBuffer batch = ByteBuffer.allocateDirect(BATCH_BYTES);
    private int batched; // records in it
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

    /**
     * Writes what waits, a bounded number, as few times as it can: each write is a call of the system. The
     * answer is how many records it took.
     */
    int doWork() {
        int taken = queue.drain(this::put, ENTRIES_MAX);
        flush();
        tellLost();
        return taken;
    }

    private void put(LogEntry entry) {
        if (!isReady()) {
            lost.incrementAndGet();
            return;
        }
        byte[] record = text.of(entry).getBytes(StandardCharsets.UTF_8);
        if (record.length > batch.remaining() || file.isFull(batch.position())) {
            flush();
        }
        if (record.length > batch.capacity()) {
            append(ByteBuffer.wrap(record), 1);
            return;
        }
        batch.put(record);
        batched++;
    }

    private void flush() {
        if (batched > 0) {
            append(batch.flip(), batched);
            batch.clear();
            batched = 0;
        }
    }

    /** Records that were dropped or lost are told where they are missing. */
    private void tellLost() {
        long all = lost();
        if (all > lostTold && file.isOpen()) {
            String words =
                    Counts.of(all - lostTold, "record")
                            + " missing here: more than the disk could take";
            String record = text.of(LogEntry.ofLog(clock.time(), words));
            if (append(ByteBuffer.wrap(record.getBytes(StandardCharsets.UTF_8)), 1)) {
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

    /** Whole records, which all find room or none. */
    private boolean append(ByteBuffer records, int count) {
        try {
            if (!isReady()) {
                lost.addAndGet(count);
                return false;
            }
            file.write(records);
            written.addAndGet(count);
            tellAgain();
            return true;
        } catch (IOException e) {
            lost.addAndGet(count);
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
