package io.hayate.recording;

import io.hayate.machine.FileErrors;
import io.hayate.model.Printable;
import io.hayate.recording.foreign.CryptofeedJsonParser;
import io.hayate.recording.foreign.CryptofeedLineParser;
import io.hayate.recording.foreign.ForeignLineParser;
import io.hayate.recording.foreign.FrameLineParser;
import io.hayate.recording.foreign.FrameTime;
import io.hayate.recording.foreign.TardisLineParser;
import io.hayate.recording.line.Decompression;
import io.hayate.recording.line.LineReader;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Opens one file of a recording: tells by its first bytes how it is compressed and whose it is. */
final class RecordingFile {
    private static final int BUFFER_BYTES = 256 << 10;
    private static final int HEAD_BYTES = 1 << 10;
    private static final int TIMELESS_MAX = 10_000;
    private static final int SHOWN = 40;
    private static final String OWN_HEAD = "{\"k\":\"";
    private static final String BYTE_ORDER_MARK = "\u00EF\u00BB\u00BF"; // as bytes

    private final Path file;
    private final ForeignLinks links;
    private boolean isCut; // within its first bytes

    private RecordingFile(Path file, ForeignLinks links) {
        this.file = file;
        this.links = links;
    }

    /**
     * Its entries, until the source is closed.
     *
     * @param links of the recording that the file is a part of
     * @throws RecordingException when it cannot be read or is no recording
     */
    static EntrySource open(Path file, ForeignLinks links) throws IOException {
        InputStream in = null;
        try {
            in = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES);
            return new RecordingFile(file, links).source(Decompression.of(in));
        } catch (RecordingException e) {
            in.close();
            throw e;
        } catch (IOException e) {
            if (in != null) {
                in.close();
            }
            throw new RecordingException("cannot read " + file + ": " + FileErrors.reason(e), e);
        }
    }

    private EntrySource source(InputStream in) throws IOException {
        byte[] head = head(in);
        InputStream whole = new SequenceInputStream(new ByteArrayInputStream(head), in);
        FileLines lines = new FileLines(file, new LineReader(whole));
        String all = new String(head, StandardCharsets.ISO_8859_1);
        String text = all.startsWith(BYTE_ORDER_MARK) ? all.substring(3) : all;
        if (isOwn(text)) {
            return new OwnFileSource(lines);
        }
        byte[] first = firstLine(text).getBytes(StandardCharsets.ISO_8859_1);
        if (TardisLineParser.begins(first, first.length)) {
            return foreign(RecordingFormat.TARDIS, lines, new TardisLineParser());
        } else if (CryptofeedLineParser.begins(first, first.length)) {
            return foreign(RecordingFormat.CRYPTOFEED, lines, new CryptofeedLineParser());
        } else if (CryptofeedJsonParser.begins(first, first.length)) {
            return foreign(RecordingFormat.CRYPTOFEED, lines, new CryptofeedJsonParser());
        } else if (FrameLineParser.begins(first, first.length)) {
            return foreign(RecordingFormat.FRAMES, lines, new FrameLineParser(frameStart()));
        }
        throw new RecordingException(file + " is no recording: it " + beginning(text));
    }

    private boolean isOwn(String head) {
        return head.startsWith(OWN_HEAD)
                || (OWN_HEAD.startsWith(head)
                        && RecordingName.isOwn(file.getFileName().toString()));
    }

    /** From the first line on that is not empty. */
    private static String firstLine(String text) {
        int at = 0;
        while (at < text.length() && (text.charAt(at) == '\n' || text.charAt(at) == '\r')) {
            at++;
        }
        return text.substring(at);
    }

    /**
     * So that the first frame which tells a time has it, whatever came before; but behind the file
     * before.
     */
    private long frameStart() throws IOException {
        long behindNs = links.timeNs() == 0 ? 0 : links.timeNs() + FrameLineParser.STEP_NS;
        return Math.max(behindNs, toldStart());
    }

    private long toldStart() throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES);
                LineReader lines = new LineReader(Decompression.of(in))) {
            while (lines.number() < TIMELESS_MAX && lines.next()) {
                int end = lines.offset() + lines.length();
                int from = FrameLineParser.frameAt(lines.bytes(), lines.offset(), end);
                long timeNs = FrameTime.of(lines.bytes(), from, end);
                if (timeNs != FrameTime.NONE) {
                    return timeNs - (lines.number() - 1) * FrameLineParser.STEP_NS;
                }
            }
        }
        return 0;
    }

    private EntrySource foreign(RecordingFormat format, FileLines lines, ForeignLineParser parser) {
        return new ForeignSource(format, lines, parser, links);
    }

    private String beginning(String text) {
        if (text.isEmpty()) {
            return isCut ? "is cut short before its first line" : "is empty";
        } else if (text.isBlank()) {
            return "begins with blank lines alone";
        }
        String first = text.substring(0, Math.min(text.length(), SHOWN));
        return "begins with '" + Printable.line(first) + "'";
    }

    private byte[] head(InputStream in) throws IOException {
        byte[] head = new byte[HEAD_BYTES];
        int length = 0;
        try {
            int read = 0;
            while (read >= 0 && length < head.length) {
                length += read;
                read = in.read(head, length, head.length - length);
            }
        } catch (EOFException e) {
            isCut = true; // who reads on finds that, too
        }
        return Arrays.copyOf(head, length);
    }
}
