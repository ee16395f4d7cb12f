package io.hayate.recording.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.GZIPOutputStream;

/** One table. */
final class CsvFile {
    private static final int BUFFER_BYTES = 1 << 15;

    private final Path path;
    private final String type;
    private final String symbol;
    private final long day;
    private final String names;
    private Writer out;
    private long rows;
    private long frames;

    /**
     * A table that is not begun.
     *
     * @param day since 1970
     */
    CsvFile(Path path, String type, String symbol, long day) {
        this.path = path;
        this.type = type;
        this.symbol = symbol;
        this.day = day;
        names = PairName.exchange(symbol) + "," + PairName.of(symbol) + ",";
    }

    long day() {
        return day;
    }

    /** Makes the file, which must not be there. */
    void begin(String columns) throws IOException {
        out =
                new BufferedWriter(
                        new OutputStreamWriter(
                                new GZIPOutputStream(
                                        Files.newOutputStream(path, StandardOpenOption.CREATE_NEW),
                                        BUFFER_BYTES),
                                StandardCharsets.US_ASCII),
                        BUFFER_BYTES);
        out.write(columns);
        out.write('\n');
    }

    void row(ExportTime time, String a, String b, String c, String d) throws IOException {
        out.write(names);
        out.write(Long.toString(time.venueUs()));
        out.write(',');
        out.write(Long.toString(time.localUs()));
        for (String each : new String[] {a, b, c, d}) {
            out.write(',');
            out.write(each);
        }
        out.write('\n');
        rows++;
    }

    /** The rows of a frame are written. */
    void onFrame() {
        frames++;
    }

    void end() throws IOException {
        out.close();
    }

    ExportedFile made() {
        return new ExportedFile(path, type, symbol, rows, frames);
    }

    /** Removes it, where it was made here. */
    void remove() {
        if (out == null) {
            return;
        }
        try {
            out.close();
        } catch (IOException e) {
            // what could not be written is of no more use
        }
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
