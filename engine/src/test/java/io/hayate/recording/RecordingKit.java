package io.hayate.recording;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.agrona.concurrent.UnsafeBuffer;

/** Makes recordings and reads them whole, for tests. */
final class RecordingKit {
    static final RecordingHead HEAD = new RecordingHead("0.1.0", "25", "{\"a\":[1]}", false);
    static final long START_US = 1_700_000_000_000_000L; // 2023-11-14T22:13:20Z
    static final long LARGE = 1L << 40;

    private RecordingKit() {}

    /** A copy of an entry. */
    record Seen(
            EntryKind kind,
            int connection,
            long timeNs,
            long wallUs,
            String text,
            long count,
            boolean isPublic,
            String cause) {
        static Seen of(RecordedEntry entry) {
            byte[] bytes = new byte[entry.textLength()];
            entry.text().getBytes(entry.textOffset(), bytes);
            return new Seen(
                    entry.kind(),
                    entry.connection(),
                    entry.timeNs(),
                    entry.wallUs(),
                    new String(bytes, StandardCharsets.ISO_8859_1),
                    entry.count(),
                    entry.isPublic(),
                    entry.cause());
        }
    }

    /** Everything of a recording, its heads left out. */
    static List<Seen> read(Path recording, List<String> tears) throws IOException {
        List<Seen> all = new ArrayList<>();
        try (EntrySource source = Recordings.open(recording)) {
            while (source.next()) {
                if (source.entry().kind() != EntryKind.RECORDING) {
                    all.add(Seen.of(source.entry()));
                }
            }
            tears.addAll(source.tears());
        }
        return all;
    }

    static List<Seen> read(Path recording) throws IOException {
        return read(recording, new ArrayList<>());
    }

    static RecordedEntry entry(EntryKind kind, int connection, long step, byte[] text) {
        return new RecordedEntry()
                .set(kind, connection, step * 1_000, START_US + step)
                .text(new UnsafeBuffer(text), 0, text.length);
    }

    static RecordedEntry entry(EntryKind kind, int connection, long step, String text) {
        return entry(kind, connection, step, text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    static byte[] gunzip(Path file) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return in.readAllBytes();
        }
    }

    static String lines(Path file) throws IOException {
        return new String(gunzip(file), StandardCharsets.UTF_8);
    }
}
