package io.hayate.recording.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file of NumPy's format 1.0 that holds one structured array.
 *
 * <pre>ev u8 | exch_ts i8 | local_ts i8 | px f8 | qty f8 | order_id u8 | ival i8 | fval f8</pre>
 */
final class EventArray {
    private static final long BOTH_TIMES = 1L << 31 | 1L << 30; // for the exchange and for us
    private static final long BUY = 1L << 29;
    private static final long SELL = 1L << 28;
    private static final long NS_PER_US = 1_000;
    private static final int EVENT_BYTES = 8 * Long.BYTES;
    private static final int HEADER_BYTES = 256;
    private static final int PREFIX_BYTES = 10;
    private static final int BUFFER_EVENTS = 1_024;

    private final Path path;
    private final String symbol;
    private final ByteBuffer buffer =
            ByteBuffer.allocate(BUFFER_EVENTS * EVENT_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private FileChannel file;
    private long rows;
    private long frames;
    private long venueNs = Long.MIN_VALUE;
    private long localNs = Long.MIN_VALUE;

    EventArray(Path path, String symbol) {
        this.path = path;
        this.symbol = symbol;
    }

    /** Makes the file, which must not be there. */
    void begin() throws IOException {
        file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        writeHeader();
        file.position(HEADER_BYTES);
    }

    private void writeHeader() throws IOException {
        String fields =
                "{'descr': [('ev', '<u8'), ('exch_ts', '<i8'), ('local_ts', '<i8'), ('px', '<f8'),"
                        + " ('qty', '<f8'), ('order_id', '<u8'), ('ival', '<i8'), ('fval', '<f8')],"
                        + " 'fortran_order': False, 'shape': ("
                        + rows
                        + ",), }";
        int length = HEADER_BYTES - PREFIX_BYTES;
        String padded = fields + " ".repeat(length - 1 - fields.length()) + "\n";
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        header.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII));
        header.put((byte) 1).put((byte) 0).putShort((short) length);
        header.put(padded.getBytes(StandardCharsets.US_ASCII)).flip();
        long at = 0;
        while (header.hasRemaining()) {
            at += file.write(header, at);
        }
    }

    /** The time of the events that come now. */
    void time(ExportTime time, long behindUs) {
        localNs = Math.max(localNs, (time.localUs() + behindUs) * NS_PER_US);
        long told = Math.min(time.venueUs() * NS_PER_US, localNs);
        venueNs = Math.max(venueNs, told);
    }

    void add(long type, boolean isBuy, double price, double amount) throws IOException {
        if (!buffer.hasRemaining()) {
            flush();
        }
        buffer.putLong(BOTH_TIMES | (isBuy ? BUY : SELL) | type);
        buffer.putLong(venueNs).putLong(localNs);
        buffer.putDouble(price).putDouble(amount);
        buffer.putLong(0).putLong(0).putDouble(0);
        rows++;
    }

    private void flush() throws IOException {
        buffer.flip();
        while (buffer.hasRemaining()) {
            file.write(buffer);
        }
        buffer.clear();
    }

    /** The events of a frame are in. */
    void onFrame() {
        frames++;
    }

    void end() throws IOException {
        flush();
        writeHeader();
        file.close();
    }

    ExportedFile made() {
        return new ExportedFile(path, "events", symbol, rows, frames);
    }

    /** Removes it, where it was made here. */
    void remove() {
        if (file == null) {
            return;
        }
        try {
            file.close();
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
