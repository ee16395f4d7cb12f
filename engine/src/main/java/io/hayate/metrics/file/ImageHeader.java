package io.hayate.metrics.file;

import io.hayate.metrics.CountersHeader;
import io.hayate.metrics.CountersLayout;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The start of a counters' file, checked.
 *
 * @param layout where what lies in the file
 * @param pid number of the process that wrote it
 * @param startMs when that started, in ms since 1970
 * @param startNs the same by the clock that times in the file are of
 * @param heartbeatMs when the metrics thread wrote last, in ms since 1970
 * @param heartbeatNs the same by the other clock
 * @param isEnded whether the process ended by itself
 * @param texts what the process says of itself: {@code hayate}, {@code java}, {@code state}, {@code venue}
 */
public record ImageHeader(
        CountersLayout layout,
        long pid,
        long startMs,
        long startNs,
        long heartbeatMs,
        long heartbeatNs,
        boolean isEnded,
        Map<String, String> texts) {
    private static final int ENTRIES_MAX = 65_536;
    private static final int ERROR_BYTES_MAX = 16 << 20;

    /** Reads and checks it. */
    static ImageHeader of(ByteBuffer bytes, String name) throws CountersException {
        if (bytes.limit() < CountersLayout.HEADER_BYTES
                || bytes.getLong(CountersHeader.MAGIC_OFFSET) != CountersHeader.MAGIC) {
            throw new CountersException(name + " is no file of counters");
        }
        int version = bytes.getInt(CountersHeader.VERSION_OFFSET);
        if (version != CountersHeader.VERSION) {
            throw new CountersException(
                    name
                            + " has version "
                            + version
                            + " of counters: this is version "
                            + CountersHeader.VERSION);
        }
        byte[] text = checked(bytes, name);
        CountersLayout layout =
                new CountersLayout(
                        bytes.getInt(CountersHeader.COUNTERS_OFFSET),
                        bytes.getInt(CountersHeader.CHANNELS_OFFSET),
                        bytes.getInt(CountersHeader.ERROR_BYTES_OFFSET));
        checkRange(layout.counters(), ENTRIES_MAX, name);
        checkRange(layout.channels(), ENTRIES_MAX, name);
        checkRange(layout.errorBytes(), ERROR_BYTES_MAX, name);
        return new ImageHeader(
                layout,
                bytes.getLong(CountersHeader.PID_OFFSET),
                bytes.getLong(CountersHeader.START_MS_OFFSET),
                bytes.getLong(CountersHeader.START_NS_OFFSET),
                bytes.getLong(CountersHeader.HEARTBEAT_MS_OFFSET),
                bytes.getLong(CountersHeader.HEARTBEAT_NS_OFFSET),
                bytes.getLong(CountersHeader.STATE_OFFSET) == CountersHeader.ENDED,
                texts(new String(text, StandardCharsets.UTF_8)));
    }

    /** The texts, once the sum over all that never changes is right. */
    private static byte[] checked(ByteBuffer bytes, String name) throws CountersException {
        int headerBytes = bytes.getInt(CountersHeader.HEADER_BYTES_OFFSET);
        int textBytes = bytes.getInt(CountersHeader.TEXT_BYTES_OFFSET);
        boolean isSized =
                headerBytes == CountersLayout.HEADER_BYTES
                        && textBytes >= 0
                        && textBytes <= CountersHeader.TEXT_BYTES_MAX;
        byte[] head = new byte[CountersHeader.CRC_OFFSET - CountersHeader.VERSION_OFFSET];
        byte[] text = new byte[isSized ? textBytes : 0];
        bytes.get(CountersHeader.VERSION_OFFSET, head);
        bytes.get(CountersHeader.TEXT_OFFSET, text);
        int crc = bytes.getInt(CountersHeader.CRC_OFFSET);
        if (!isSized || crc != CountersHeader.crc(head, text)) {
            throw new CountersException(name + " is damaged: the sum of its header is wrong");
        }
        return text;
    }

    private static void checkRange(int value, int most, String name) throws CountersException {
        if (value < 1 || value > most) {
            throw new CountersException(name + " is damaged: its header says " + value);
        }
    }

    private static Map<String, String> texts(String lines) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String line : lines.split("\n", -1)) {
            int at = line.indexOf('=');
            if (at > 0) {
                texts.put(line.substring(0, at), line.substring(at + 1));
            }
        }
        return Map.copyOf(texts);
    }

    /** What the process says of itself; empty where it does not. */
    public String text(String key) {
        return texts.getOrDefault(key, "");
    }
}
