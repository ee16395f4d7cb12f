package io.hayate.journal.file;

import io.hayate.journal.JournalException;
import io.hayate.journal.Segment;
import io.hayate.journal.SegmentSource;
import io.hayate.metrics.Incidents;
import io.hayate.model.Clocks;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.Agent;
import org.agrona.concurrent.OneToOneConcurrentArrayQueue;

/**
 * Keeps segments ready ahead of the journal's writer, brings what it writes to the disk, and removes what
 * is old. While that fails no new risk is taken; what fails is told at once, and so is its end.
 *
 * <p>{@link SegmentSource} is the writer's side, which never waits unless the settings ask for it; {@link
 * #doWork} is turned by a thread of its own, as a disk may take its time.
 */
public final class JournalSegments implements SegmentSource, Agent {
    private static final String GONE = "the journal cannot be written";
    private static final int READY = 2;
    private static final long RETRY_NS = TimeUnit.SECONDS.toNanos(1);
    private static final long PRUNE_NS = TimeUnit.MINUTES.toNanos(1);
    private static final long DISK_TIMEOUT_NS = TimeUnit.SECONDS.toNanos(1);

    private final JournalConfig config;
    private final JournalStart start;
    private final SegmentMaker maker;
    private final Retention retention;
    private final Incidents incidents;
    private final Clocks clocks;
    private final OneToOneConcurrentArrayQueue<Segment> ready =
            new OneToOneConcurrentArrayQueue<>(READY);
    private final ArrayDeque<SegmentFile> files =
            new ArrayDeque<>(); // in use first, then ready ones

    private final SegmentProgress progress = new SegmentProgress();
    private volatile String trouble; // null while there is none
    private long makeDueNs;
    private long flushDueNs;
    private long pruneDueNs;
    private long lookDueNs;
    private boolean isGone;

    /**
     * Goes on with the journal that was found at the start; nothing is made yet.
     *
     * @param space tells what the disk can still take
     */
    public JournalSegments(
            JournalConfig config,
            JournalStart start,
            DiskSpace space,
            Incidents incidents,
            Clocks clocks) {
        this.config = config;
        this.start = start;
        this.incidents = incidents;
        this.clocks = clocks;
        maker = new SegmentMaker(config, start.folder(), space, start.nextSegment());
        retention = new Retention(config, start.folder(), incidents);
        makeDueNs = clocks.nano().nanoTime();
        flushDueNs = makeDueNs;
        pruneDueNs = makeDueNs;
        lookDueNs = makeDueNs;
        if (start.damage() != null) {
            trouble(start.damage() + "; no new order leaves until its folder is moved away");
        }
    }

    /** Makes a first segment; before the thread, so that the first order finds one. */
    public void makeFirst() {
        make(makeDueNs, 1);
    }

    @Override
    public String roleName() {
        return "journal";
    }

    @Override
    public long firstRecord() {
        return start.nextRecord();
    }

    @Override
    public Segment take() {
        return ready.poll();
    }

    @Override
    public void giveBack(Segment full) {
        // the one behind it has begun: that tells the other thread
    }

    @Override
    public boolean isSound() {
        return trouble == null;
    }

    /** What is wrong, in words for a person; null for nothing. Any thread. */
    public String trouble() {
        return trouble;
    }

    /** Number of the segment in use; any thread. */
    public long segment() {
        return start.nextSegment() + progress.full();
    }

    /** Bytes written so far by this run; any thread. */
    public long bytes() {
        return progress.bytes();
    }

    @Override
    public boolean awaitForced(Segment segment, int position) {
        if (config.flush() != FlushMode.BEFORE_WIRE) {
            return true;
        }
        long startNs = clocks.nano().nanoTime();
        while (segment.forced() < position) {
            if (trouble != null || clocks.nano().nanoTime() - startNs > DISK_TIMEOUT_NS) {
                return false;
            }
            Thread.onSpinWait();
        }
        return true;
    }

    /** Whatever goes wrong here must be known: else risk would go on with nothing written. */
    @Override
    public int doWork() {
        try {
            return takeTurn();
        } catch (Throwable e) {
            isGone = true; // until a new start
            onGone(e);
            return 0;
        }
    }

    /** No new risk is taken from now on, whether it can be told or not. */
    private void onGone(Throwable cause) {
        boolean isKnown = trouble != null;
        trouble = isKnown ? trouble : GONE;
        if (!isKnown) {
            try {
                tellTrouble(GONE + ": " + cause);
            } catch (OutOfMemoryError e) {
                // the gate names it with each order that it refuses
            }
        }
    }

    private int takeTurn() {
        long nowNs = clocks.nano().nanoTime();
        int work = flush(nowNs);
        if (ready.size() < READY && nowNs - makeDueNs >= 0) {
            work += make(nowNs, READY);
        }
        if (nowNs - lookDueNs >= 0) {
            lookDueNs = nowNs + RETRY_NS;
            look();
        }
        if (nowNs - pruneDueNs >= 0) {
            pruneDueNs = nowNs + PRUNE_NS;
            if (start.damage() == null) { // else nobody knows what of it is still open
                retention.prune(start.orders().neededSegment(), clocks.epoch().time());
            }
        }
        return work;
    }

    /** What is written into a file that somebody has removed is lost. */
    private void look() {
        for (SegmentFile file : files) {
            if (!file.exists()) {
                isGone = true;
                trouble(file.path() + " is gone: the journal is whole again after a new start");
            }
        }
    }

    private int flush(long nowNs) {
        boolean isDue = nowNs - flushDueNs >= 0 || config.flush() == FlushMode.BEFORE_WIRE;
        if (!isDue || isFlushed()) {
            return 0;
        }
        flushDueNs = nowNs + TimeUnit.MILLISECONDS.toNanos(config.flushIntervalMs());
        try {
            flushAll();
            return 1;
        } catch (JournalException e) {
            trouble(e.getMessage());
        } catch (IOException e) {
            trouble("the journal cannot be written: " + FileReasons.of(e));
        }
        return 0;
    }

    private boolean isFlushed() {
        for (SegmentFile file : files) {
            if (!file.isFlushed()) {
                return false;
            }
        }
        return true;
    }

    private void flushAll() throws IOException {
        while (!files.isEmpty()) {
            SegmentFile first = files.peekFirst();
            boolean isFull =
                    isNextBegun(); // before: what was written last in this one is seen then
            first.flush(start.orders());
            if (!isFull) {
                break;
            }
            progress.onFull(first.segment());
            maker.keep(first.retire());
            files.removeFirst();
            progress.onUse(files.peekFirst().segment()); // the next one has begun
        }
        recover();
    }

    private boolean isNextBegun() {
        int index = 0;
        for (SegmentFile file : files) {
            if (index++ == 1) {
                return file.isBegun();
            }
        }
        return false;
    }

    private int make(long nowNs, int count) {
        makeDueNs = nowNs + RETRY_NS;
        try {
            while (ready.size() < count) {
                SegmentFile next = maker.make(incidents);
                files.addLast(next);
                progress.onUse(files.peekFirst().segment());
                ready.offer(next.segment());
            }
            makeDueNs = nowNs;
            recover();
            return 1;
        } catch (JournalException e) {
            trouble(e.getMessage());
        } catch (IOException e) {
            trouble("the journal has no room for more: " + FileReasons.of(e));
        }
        return 0;
    }

    private void trouble(String what) {
        if (trouble == null) {
            trouble = what;
            tellTrouble(what);
        }
    }

    private void tellTrouble(String what) {
        incidents.tell("journal: " + what + "; no new risk is taken");
    }

    /** What was found damaged at the start, or in memory, stays so. */
    private void recover() {
        boolean isLasting = start.damage() != null || isGone || trouble == null;
        if (!isLasting && isFlushed() && ready.size() == READY) {
            trouble = null;
            incidents.tell("journal: it is written again");
        }
    }

    /** Brings the rest to the disk and leaves nothing behind that is not used; its writer has closed. */
    @Override
    public void onClose() {
        try {
            flushAll();
        } catch (JournalException | IOException e) {
            tellEnd(e);
        }
        while (!files.isEmpty()) { // one that cannot be ended keeps no other
            try {
                end(files.removeFirst());
            } catch (JournalException | IOException e) {
                tellEnd(e);
            }
        }
        try {
            maker.close();
        } catch (IOException e) {
            tellEnd(e);
        }
        start.close();
    }

    private static void end(SegmentFile file) throws IOException {
        if (file.isBegun()) {
            file.retireLast();
        } else {
            file.discard();
        }
    }

    private void tellEnd(Exception reason) {
        incidents.tell("journal: its end may be missing on the disk: " + reason.getMessage());
    }
}
