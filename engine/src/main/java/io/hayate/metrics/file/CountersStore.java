package io.hayate.metrics.file;

import io.hayate.machine.FileErrors;
import io.hayate.machine.OwnerFiles;
import io.hayate.metrics.CountersHeader;
import io.hayate.metrics.CountersLayout;
import io.hayate.metrics.CountersMemory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.CRC32C;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Where the counters of a run lie, for as long as it lives: a file in memory, mapped, with all its pages there
 * before anybody writes; else the process's own memory, which {@link #copy} brings into a file of the state
 * folder. In the end the last state stays in the state folder alone.
 *
 * <p>Made on the starting thread, copied and closed by the metrics thread or behind its end.
 */
public final class CountersStore {
    private static final int ZEROS_BYTES = 1 << 16;
    private static final int PAGE_BYTES = 4_096;
    private static final int TRIES = 50;
    private static final long PAUSE_NS = TimeUnit.MILLISECONDS.toNanos(1);

    private final CountersMemory memory;
    private final byte[] copy;
    private final Path stateDir;
    private final Path file; // null while there is none
    private final FileChannel channel; // with it; it holds the lock
    private final boolean isMapped;
    private final String why;
    private boolean isCopied = true; // until it fails

    private CountersStore(
            CountersMemory memory, Path stateDir, Path file, FileChannel channel, String why) {
        this.memory = memory;
        copy = new byte[memory.layout().bytes()];
        this.stateDir = stateDir;
        this.file = file;
        this.channel = channel;
        this.isMapped = why.isEmpty();
        this.why = why;
    }

    /**
     * Makes the store of this process, once what dead engines left has been put away. Falls back to memory
     * whatever is wrong with files.
     *
     * @param stateDir that is there
     */
    public static CountersStore open(CountersConfig config, Path stateDir, CountersLayout layout) {
        return open(config, new LiveFolder(config.dir()), stateDir, layout);
    }

    static CountersStore open(
            CountersConfig config, LiveFolder live, Path stateDir, CountersLayout layout) {
        LeftFiles.tidy(stateDir.resolve(CountersFiles.FOLDER));
        if (config.place() == CountersConfig.Place.MEMORY) {
            return inMemory(stateDir, layout, "counters.file = memory");
        }
        try {
            Path folder = live.make();
            LeftFiles.tidy(folder);
            return mapped(folder.resolve(name(stateDir)), stateDir, layout);
        } catch (IOException e) {
            return inMemory(stateDir, layout, FileErrors.reason(e));
        }
    }

    /** Of the process's number and its state folder. */
    private static String name(Path stateDir) {
        CRC32C crc = new CRC32C();
        crc.update(stateDir.toAbsolutePath().toString().getBytes(StandardCharsets.UTF_8));
        return String.format(
                "%d-%08x%s", ProcessHandle.current().pid(), crc.getValue(), CountersFiles.SUFFIX);
    }

    private static CountersStore mapped(Path file, Path stateDir, CountersLayout layout)
            throws IOException {
        FileChannel channel = make(file);
        try {
            fill(channel, layout.bytes());
            MappedByteBuffer bytes = channel.map(FileChannel.MapMode.READ_WRITE, 0, layout.bytes());
            bytes.order(ByteOrder.nativeOrder());
            for (int at = 0; at < layout.bytes(); at += PAGE_BYTES) {
                bytes.put(at, (byte) 0); // no page is found missing later
            }
            CountersMemory memory = new CountersMemory(layout, new UnsafeBuffer(bytes));
            return new CountersStore(memory, stateDir, file, channel, "");
        } catch (IOException | RuntimeException e) {
            channel.close();
            Files.deleteIfExists(file);
            WrittenFiles.remove(file);
            throw e;
        }
    }

    /**
     * A file that only its owner may read, and whose lock says that its writer lives. One that a dead engine
     * left there, which had this process's number, is put away first.
     */
    private static FileChannel make(Path file) throws IOException {
        LeftFiles.tidyOne(file);
        if (!WrittenFiles.add(file)) {
            throw new CountersException(file + " is written by this process already");
        }
        try {
            return makeLocked(file);
        } catch (IOException e) {
            WrittenFiles.remove(file);
            throw e;
        }
    }

    private static FileChannel makeLocked(Path file) throws IOException {
        for (int i = 0; i < TRIES; i++) {
            FileChannel channel =
                    OwnerFiles.open(
                            file,
                            StandardOpenOption.CREATE_NEW,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE);
            if (isLocked(channel) && Files.exists(file)) {
                return channel;
            }
            channel.close(); // another engine's start took it for a dead one's, and put it away
            Files.deleteIfExists(file);
        }
        throw new CountersException(file + " is locked by another process");
    }

    /** Others hold the lock for a moment, when they look whether the file is written. */
    private static boolean isLocked(FileChannel channel) throws IOException {
        for (int i = 0; i < TRIES; i++) {
            if (channel.tryLock() != null) {
                return true;
            }
            LockSupport.parkNanos(PAUSE_NS);
        }
        return false;
    }

    /** Written as any file is: a mapped file without its bytes ends the process where memory is full. */
    private static void fill(FileChannel channel, int bytes) throws IOException {
        ByteBuffer zeros = ByteBuffer.allocateDirect(ZEROS_BYTES);
        for (long at = 0; at < bytes; ) {
            zeros.clear().limit((int) Math.min(ZEROS_BYTES, bytes - at));
            at += channel.write(zeros, at);
        }
    }

    private static CountersStore inMemory(Path stateDir, CountersLayout layout, String why) {
        CountersMemory memory = CountersMemory.ofProcess(layout);
        try {
            Path folder = CountersFiles.makeFolder(stateDir);
            Path file = folder.resolve(ProcessHandle.current().pid() + CountersFiles.SUFFIX);
            return new CountersStore(memory, stateDir, file, make(file), why);
        } catch (IOException e) {
            String both = why + "; nobody else can read them: " + FileErrors.reason(e);
            return new CountersStore(memory, stateDir, null, null, both);
        }
    }

    /** Where counters are written. */
    public CountersMemory memory() {
        return memory;
    }

    /** The file that others read; null for none. */
    public Path file() {
        return file;
    }

    /** Why they lie in no file in memory, in words for a person; empty where they do. */
    public String why() {
        return why;
    }

    /**
     * Says whose they are: from now on others can read them.
     *
     * @param startMs the start, in ms since 1970
     * @param startNs the same by the clock that times in the memory are of
     * @param texts what a reader shows of the process
     */
    public void begin(long startMs, long startNs, Map<String, String> texts) {
        memory.begin(ProcessHandle.current().pid(), startMs, startNs, texts);
        copy();
    }

    /**
     * What it holds now, for who reads it in this process; who opens the file there would give up its lock.
     * Any thread but the trading ones; copies what is used, into the same bytes each time.
     */
    public synchronized CountersImage image() throws IOException {
        return ImageParser.parse(bytes(), "the counters of this process");
    }

    /** As of a moment at which the metrics thread does not write, where there is one soon. */
    private byte[] bytes() throws IOException {
        for (int i = 0; i < TRIES; i++) {
            long before = changes();
            CopiedParts.forEach(
                    memory,
                    (offset, bytes) -> memory.buffer().getBytes(offset, copy, offset, bytes));
            if (before % 2 == 0 && before == changes()) {
                break;
            }
            LockSupport.parkNanos(PAUSE_NS);
        }
        return copy;
    }

    private long changes() {
        return memory.buffer().getLongVolatile(CountersHeader.CHANGES_OFFSET);
    }

    /**
     * Brings the process's own memory into its file; nothing where that is the memory. Between two changes.
     *
     * @return false when it failed, the first time
     */
    public boolean copy() {
        if (isMapped || channel == null) {
            return true;
        }
        boolean wasCopied = isCopied;
        try {
            CopiedParts.write(memory, channel);
            isCopied = true;
        } catch (IOException e) {
            isCopied = false;
        }
        return isCopied || !wasCopied;
    }

    /** Leaves nothing behind: its engine was never made. */
    public void discard() throws IOException {
        if (channel != null) {
            Files.deleteIfExists(file);
            channel.close();
            WrittenFiles.remove(file);
        }
    }

    /**
     * The last state goes to the state folder, and the file of the living goes. The memory stays as long as
     * the process: a strategy that never returned may still write.
     *
     * @throws IOException when it could not be kept
     */
    public synchronized void end() throws IOException {
        memory.end();
        try {
            CountersFiles.keep(bytes(), stateDir);
        } finally {
            discard();
        }
    }
}
