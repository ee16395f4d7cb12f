package io.hayate.recording;

import io.hayate.machine.FileErrors;
import io.hayate.model.Printable;
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
import java.util.zip.GZIPInputStream;

/** Opens one file of a recording: tells by its first bytes how it is compressed and whose it is. */
final class RecordingFile {
    private static final int BUFFER_BYTES = 256 << 10;
    private static final int HEAD_BYTES = 1 << 10;
    private static final int SHOWN = 40;
    private static final int MAGIC_BYTES = 4;
    private static final int GZIP_0 = 0x1F;
    private static final int GZIP_1 = 0x8B;
    private static final String OWN_HEAD = "{\"k\":\"";

    private RecordingFile() {}

    /**
     * Its entries, until the source is closed.
     *
     * @throws RecordingException when it cannot be read or is no recording
     */
    static EntrySource open(Path file) throws IOException {
        InputStream in = null;
        try {
            in = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES);
            return source(file, plain(in));
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

    private static InputStream plain(InputStream in) throws IOException {
        in.mark(MAGIC_BYTES);
        byte[] magic = in.readNBytes(MAGIC_BYTES);
        in.reset();
        if (isGzip(magic)) {
            try {
                return new GZIPInputStream(in, BUFFER_BYTES);
            } catch (EOFException e) {
                return new CutInput(); // within its first bytes
            }
        }
        return in;
    }

    private static boolean isGzip(byte[] magic) {
        return magic.length > 0
                && magic[0] == GZIP_0
                && (magic.length == 1 || magic[1] == (byte) GZIP_1);
    }

    /** Nothing of a file that was cut before there was anything to read. */
    private static final class CutInput extends InputStream {
        @Override
        public int read() throws IOException {
            throw new EOFException();
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            throw new EOFException();
        }
    }

    private static EntrySource source(Path file, InputStream in) throws IOException {
        byte[] head = head(in);
        InputStream whole = new SequenceInputStream(new ByteArrayInputStream(head), in);
        String text = new String(head, StandardCharsets.ISO_8859_1);
        FileLines lines = new FileLines(file, new LineReader(whole));
        boolean isOwn =
                text.startsWith(OWN_HEAD)
                        || (OWN_HEAD.startsWith(text)
                                && RecordingName.isOwn(file.getFileName().toString()));
        if (isOwn) {
            return new OwnFileSource(lines);
        }
        throw new RecordingException(file + " is no recording: it " + beginning(text));
    }

    private static String beginning(String text) {
        if (text.isEmpty()) {
            return "is empty";
        }
        String first = text.substring(0, Math.min(text.length(), SHOWN));
        return "begins with '" + Printable.line(first) + "'";
    }

    private static byte[] head(InputStream in) throws IOException {
        byte[] head = new byte[HEAD_BYTES];
        int length = 0;
        try {
            int read = 0;
            while (read >= 0 && length < head.length) {
                length += read;
                read = in.read(head, length, head.length - length);
            }
        } catch (EOFException e) {
            // cut: who reads on finds that, too
        }
        return Arrays.copyOf(head, length);
    }
}
