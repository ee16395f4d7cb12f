package io.hayate.recording.line;

import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Reads a file as it was before it was compressed: by gzip, by Zstandard, or not at all. */
public final class Decompression {
    private static final int BUFFER_BYTES = 256 << 10;
    private static final int MAGIC_BYTES = 4;
    private static final int[] GZIP = {0x1F, 0x8B};
    private static final int[] ZSTD = {0x28, 0xB5, 0x2F, 0xFD};
    private static final int[] SKIPPABLE = {0x50, 0x2A, 0x4D, 0x18}; // to 0x5F

    private Decompression() {}

    /**
     * Tells by the first bytes which it is.
     *
     * @param in must support marks
     * @return a stream that throws EOFException where the file was cut short, and ZipException where it
     *     is damaged
     */
    public static InputStream of(InputStream in) throws IOException {
        in.mark(MAGIC_BYTES);
        byte[] magic = in.readNBytes(MAGIC_BYTES);
        in.reset();
        try {
            if (begins(magic, GZIP)) {
                return new GZIPInputStream(in, BUFFER_BYTES);
            } else if (begins(magic, ZSTD) || isSkippable(magic)) {
                return new ZstdInput(in);
            }
            return in;
        } catch (EOFException e) {
            return new CutInput(in); // within its first bytes
        }
    }

    /** A frame of Zstandard that holds something of whoever compressed the file. */
    private static boolean isSkippable(byte[] magic) {
        return magic.length == SKIPPABLE.length
                && (magic[0] & 0xF0) == SKIPPABLE[0]
                && magic[1] == SKIPPABLE[1]
                && magic[2] == SKIPPABLE[2]
                && magic[3] == SKIPPABLE[3];
    }

    private static boolean begins(byte[] magic, int[] with) {
        for (int i = 0; i < Math.min(magic.length, with.length); i++) {
            if (magic[i] != (byte) with[i]) {
                return false;
            }
        }
        return magic.length > 0;
    }

    /** Tells its errors as gzip does. */
    private static final class ZstdInput extends FilterInputStream {
        private static final String CUT = "Truncated source";

        private ZstdInput(InputStream in) throws IOException {
            super(new ZstdInputStream(in));
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            try {
                return in.read(to, offset, length);
            } catch (ZstdIOException e) {
                if (CUT.equals(e.getMessage())) {
                    throw new EOFException();
                }
                throw new ZipException(e.getMessage());
            }
        }
    }

    /** Nothing, of a file that was cut before there was anything to read. */
    private static final class CutInput extends FilterInputStream {
        private CutInput(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            throw new EOFException();
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            throw new EOFException();
        }
    }
}
