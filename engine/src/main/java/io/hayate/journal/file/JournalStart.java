package io.hayate.journal.file;

import io.hayate.journal.JournalEnd;
import io.hayate.journal.JournalException;
import io.hayate.journal.JournalReader;
import io.hayate.journal.past.PastOrders;
import io.hayate.journal.past.UnendedOrders;
import io.hayate.machine.OwnerFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * What a run finds of the journal of those before it, and the right to go on with it, which one process
 * alone has. What the last run had in memory alone is brought to the disk first.
 *
 * <p>Reads all of it: not for a trading thread.
 */
public final class JournalStart implements AutoCloseable {
    private static final long DAMAGE_GAP = 1L << 32; // more records than any segment holds

    private static final int PID_DIGITS_MAX = 20;
    private static final int PAST_MAX = 1 << 14;

    private final JournalFolder folder;
    private final FileChannel lock;
    private final UnendedOrders orders = new UnendedOrders();
    private final PastOrders pastOrders = new PastOrders(PAST_MAX);
    private String damage;
    private boolean isTorn;
    private long nextRecord;
    private long nextSegment;

    private JournalStart(JournalFolder folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * Opens the journal in a folder that is there.
     *
     * @throws JournalException when another process has it, or the system cannot read or write there
     */
    public static JournalStart open(Path path) {
        JournalFolder folder = new JournalFolder(path);
        try {
            JournalStart start = new JournalStart(folder, lock(folder));
            try {
                start.find();
                return start;
            } catch (IOException | RuntimeException e) {
                start.close();
                throw e;
            }
        } catch (IOException e) {
            throw new JournalException("the journal cannot be opened: " + FileReasons.of(e), e);
        }
    }

    private static FileChannel lock(JournalFolder folder) throws IOException {
        OwnerFiles.closeFolder(folder.path());
        FileChannel channel =
                OwnerFiles.open(
                        folder.lockFile(),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        if (!isLocked(channel)) {
            String holder = holder(channel);
            channel.close();
            throw new JournalException(folder.path() + " is written by another process" + holder);
        }
        String pid = Long.toString(ProcessHandle.current().pid());
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)), 0);
        return channel;
    }

    /** The number that it wrote down; empty where that is none. */
    private static String holder(FileChannel channel) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(PID_DIGITS_MAX);
        int length = Math.max(0, channel.read(text, 0));
        String pid = new String(text.array(), 0, length, StandardCharsets.US_ASCII);
        return pid.matches("\\d+") ? ", " + pid : "";
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock held = channel.tryLock(); // until the channel is closed
            return held != null;
        } catch (OverlappingFileLockException e) {
            return false; // by this process
        }
    }

    private void find() throws IOException {
        damage = HeadRecovery.recover(folder);
        removeUnused();
        JournalReader reader = new JournalReader(folder);
        try (reader) {
            while (reader.next()) {
                orders.segment(reader.segmentNumber());
                orders.onRecord(reader.record());
                pastOrders.onRecord(reader.record(), reader::symbol);
            }
            JournalEnd end = reader.end();
            isTorn = end == JournalEnd.TORN;
            if (damage == null && end == JournalEnd.DAMAGED) {
                damage = reader.place();
            }
        } catch (JournalException e) {
            damage = e.getMessage();
        }
        nextRecord = reader.nextRecord() + (damage == null ? 0 : DAMAGE_GAP);
        List<Long> numbers = folder.numbers();
        nextSegment = numbers.isEmpty() ? 1 : numbers.get(numbers.size() - 1) + 1;
    }

    /** Those made ahead by a run that was ended at once. */
    private void removeUnused() throws IOException {
        List<Long> numbers = folder.numbers();
        for (int i = numbers.size() - 1; i >= 0 && !folder.isBegun(numbers.get(i)); i--) {
            Files.deleteIfExists(folder.segment(numbers.get(i)));
        }
    }

    /** Where it lies. */
    public JournalFolder folder() {
        return folder;
    }

    /** Which orders have no end; from now on its writer's own. */
    UnendedOrders orders() {
        return orders;
    }

    /** Forgets which orders have no end: their venue has ended with its process. */
    public void forgetOpenOrders() {
        orders.clear();
        pastOrders.clear();
    }

    /** Those of them that may still be open at the venue, as far as the journal knows them. */
    public PastOrders pastOrders() {
        return pastOrders;
    }

    /** How many orders have no end. */
    public int openOrders() {
        return orders.count();
    }

    /** What is missing or altered in it, in words for a person; null for nothing. */
    public String damage() {
        return damage;
    }

    /** True when the run before was ended while it wrote a record, which is not counted. */
    public boolean isTorn() {
        return isTorn;
    }

    /** Number that the next record gets. */
    public long nextRecord() {
        return nextRecord;
    }

    /** Number that the next segment gets. */
    public long nextSegment() {
        return nextSegment;
    }

    /** Gives the journal up for others. */
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new JournalException("the journal's lock cannot be given up", e);
        }
    }
}
