package io.hayate.metrics;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32C;
import org.agrona.concurrent.AtomicBuffer;

/**
 * The start of the counters' memory: what it is, whose, and when the metrics thread wrote last. In the byte
 * order of the machine; all from {@link #MAGIC_OFFSET} up to the CRC, and the texts, never change.
 */
public final class CountersHeader {
    /** Of a file of this kind: {@code HAYATE} and {@code CO}. */
    public static final long MAGIC = 0x4F43_4554_4159_4148L;

    /** Changes when an older reader would read wrong. */
    public static final int VERSION = 1;

    public static final int MAGIC_OFFSET = 0;
    public static final int VERSION_OFFSET = 8;
    public static final int HEADER_BYTES_OFFSET = 12;
    public static final int COUNTERS_OFFSET = 16;
    public static final int CHANNELS_OFFSET = 20;
    public static final int ERROR_BYTES_OFFSET = 24;
    public static final int TEXT_BYTES_OFFSET = 28;
    public static final int PID_OFFSET = 32;
    public static final int START_MS_OFFSET = 40;
    public static final int START_NS_OFFSET = 48;

    /** CRC-32C of what stands before it, and of the texts. */
    public static final int CRC_OFFSET = 56;

    /** Odd while the metrics thread writes. */
    public static final int CHANGES_OFFSET = 64;

    /** Wall clock when it wrote last, in ms since 1970. */
    public static final int HEARTBEAT_MS_OFFSET = 72;

    /** The same by the clock that times in the file are of. */
    public static final int HEARTBEAT_NS_OFFSET = 80;

    /** {@link #RUNNING} or {@link #ENDED}. */
    public static final int STATE_OFFSET = 88;

    /** Lines {@code key=value} of UTF-8. */
    public static final int TEXT_OFFSET = 128;

    public static final int TEXT_BYTES_MAX = CountersLayout.HEADER_BYTES - TEXT_OFFSET;
    public static final long RUNNING = 1;
    public static final long ENDED = 2;

    private CountersHeader() {}

    /**
     * Writes all of it, the magic number last: what begins without it is no such file yet.
     *
     * @param startNs the start by the clock that times in the memory are of
     * @param texts what a reader shows of the process; of too many the last are left out
     */
    static void write(
            AtomicBuffer buffer,
            CountersLayout layout,
            long pid,
            long startMs,
            long startNs,
            Map<String, String> texts) {
        byte[] text = text(texts);
        buffer.putInt(VERSION_OFFSET, VERSION);
        buffer.putInt(HEADER_BYTES_OFFSET, CountersLayout.HEADER_BYTES);
        buffer.putInt(COUNTERS_OFFSET, layout.counters());
        buffer.putInt(CHANNELS_OFFSET, layout.channels());
        buffer.putInt(ERROR_BYTES_OFFSET, layout.errorBytes());
        buffer.putInt(TEXT_BYTES_OFFSET, text.length);
        buffer.putLong(PID_OFFSET, pid);
        buffer.putLong(START_MS_OFFSET, startMs);
        buffer.putLong(START_NS_OFFSET, startNs);
        buffer.putLong(HEARTBEAT_MS_OFFSET, startMs);
        buffer.putLong(HEARTBEAT_NS_OFFSET, startNs);
        buffer.putLong(STATE_OFFSET, RUNNING);
        buffer.putBytes(TEXT_OFFSET, text);
        byte[] head = new byte[CRC_OFFSET - VERSION_OFFSET];
        buffer.getBytes(VERSION_OFFSET, head);
        buffer.putInt(CRC_OFFSET, crc(head, text));
        buffer.putLongRelease(MAGIC_OFFSET, MAGIC);
    }

    private static byte[] text(Map<String, String> texts) {
        StringBuilder text = new StringBuilder();
        texts.forEach(
                (key, value) -> {
                    String line = key + "=" + value.replaceAll("\\p{Cntrl}", " ") + "\n";
                    boolean hasRoom = bytes(text + line).length <= TEXT_BYTES_MAX;
                    text.append(hasRoom ? line : "");
                });
        return bytes(text.toString());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The sum over what never changes: from the version up to the sum, and the texts. */
    public static int crc(byte[] head, byte[] text) {
        CRC32C crc = new CRC32C();
        crc.update(head);
        crc.update(text);
        return (int) crc.getValue();
    }

    /** The process ends, and is to be known as one that ended by itself. */
    static void end(AtomicBuffer buffer) {
        buffer.putLongRelease(STATE_OFFSET, ENDED);
    }
}
