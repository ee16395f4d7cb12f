package io.hayate.recording.capture;

import io.hayate.event.TrafficTap;
import io.hayate.recording.EntryKind;
import io.hayate.recording.EntryWriter;
import io.hayate.recording.RecordedEntry;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.Agent;
import org.agrona.concurrent.EpochMicroClock;
import org.agrona.concurrent.MessageHandler;
import org.agrona.concurrent.NanoClock;
import org.agrona.concurrent.ringbuffer.ManyToOneRingBuffer;

/**
 * Brings what trading threads capture into files, on a thread of its own. A disk that is full ends the
 * recording, not the run: what comes after is let go.
 */
public final class Recorder implements Agent {
    private static final int MESSAGES_AT_ONCE = 256; // a short turn sees the end soon

    private final CaptureBuffer captured;
    private final EntryWriter writer;
    private final NanoClock clock;
    private final WallTime wall;
    private final CapturedEntry entries;
    private final RecordedEntry mark = new RecordedEntry();
    private final MessageHandler onMessage = this::onMessage;
    private int lostTold; // as messages have it
    private final AtomicLong written = new AtomicLong();

    /**
     * A recorder that has not begun.
     *
     * @param bufferBytes what may wait to be written, a power of two
     * @param secrets texts that no recording may hold
     * @param clock that of the times which it is told
     * @param micros the wall clock
     * @param isPaper true where the run's account is of paper
     */
    public Recorder(
            int bufferBytes,
            List<String> secrets,
            EntryWriter writer,
            NanoClock clock,
            EpochMicroClock micros,
            boolean isPaper) {
        captured = new CaptureBuffer(bufferBytes, secrets);
        entries = new CapturedEntry(isPaper);
        this.writer = writer;
        this.clock = clock;
        wall = new WallTime(clock, micros);
    }

    /** What hears of the traffic; any thread. */
    public TrafficTap tap() {
        return captured;
    }

    /** Entries that found no room so far; any thread. */
    public long lost() {
        return captured.lost();
    }

    /** Entries written so far; any thread. */
    public long written() {
        return written.get();
    }

    /** Bytes of it on the disk so far; any thread. */
    public long bytes() {
        return writer.bytes();
    }

    /**
     * Makes the folder and the first file; before trading threads start.
     *
     * @throws IOException when that cannot be
     */
    public void begin() throws IOException {
        long nowNs = clock.nanoTime();
        writer.start(nowNs, wall.at(nowNs));
    }

    @Override
    public String roleName() {
        return "recorder";
    }

    /** Writes what waits, up to a number of entries; returns how many. */
    @Override
    public int doWork() {
        wall.onTurn();
        ManyToOneRingBuffer ring = captured.ring();
        int count = ring.read(onMessage, MESSAGES_AT_ONCE);
        count = count > 0 ? count : ring.read(onMessage, MESSAGES_AT_ONCE); // past its end
        if (count == 0) {
            writer.onIdle();
        }
        return count;
    }

    private void onMessage(int kind, MutableDirectBuffer buffer, int index, int length) {
        RecordedEntry entry = entries.of(kind, buffer, index, length, wall);
        tellLost(buffer.getInt(index + CaptureBuffer.LOST_OFFSET), entry.timeNs(), entry.wallUs());
        writer.write(entry);
        written.lazySet(written.getPlain() + 1);
    }

    private void tellLost(int lost, long timeNs, long wallUs) {
        if (lost != lostTold) {
            int more = lost - lostTold; // of two's complement, whatever the sum
            lostTold = lost;
            writer.write(mark.set(EntryKind.LOST, 0, timeNs, wallUs).count(more));
        }
    }

    /** Writes all that waits and the end; once no trading thread is left. */
    @Override
    public void onClose() {
        while (doWork() > 0) {
            Thread.onSpinWait();
        }
        long nowNs = clock.nanoTime();
        tellLost((int) captured.lost(), nowNs, wall.at(nowNs));
        writer.end(nowNs, wall.at(nowNs));
    }
}
