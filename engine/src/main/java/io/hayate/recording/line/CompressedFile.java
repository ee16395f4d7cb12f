package io.hayate.recording.line;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** One file of lines that is being written, compressed: what was flushed is readable whatever follows. */
public final class CompressedFile {
    private static final int BUFFER_BYTES = 64 << 10;

    private final Counted file;
    private final Compressor compressor;
    private boolean isDirty;

    /** Counts what reaches the file. */
    private static final class Counted extends FilterOutputStream {
        private long bytes;

        private Counted(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            bytes++;
        }

        @Override
        public void write(byte[] from, int offset, int length) throws IOException {
            out.write(from, offset, length);
            bytes += length;
        }
    }

    /** Fast rather than small: the machine has better to do. */
    private static final class Compressor extends GZIPOutputStream {
        private Compressor(OutputStream out) throws IOException {
            super(out, BUFFER_BYTES, true);
            def.setLevel(Deflater.BEST_SPEED);
        }

        private void release() {
            def.end();
        }
    }

    private CompressedFile(Counted file) throws IOException {
        this.file = file;
        compressor = new Compressor(file);
    }

    /** Begins a file, which is closed when that fails. */
    public static CompressedFile over(OutputStream out) throws IOException {
        try {
            return new CompressedFile(new Counted(out));
        } catch (IOException e) {
            out.close();
            throw e;
        }
    }

    /** Adds bytes from the start of an array. */
    public void write(byte[] bytes, int length) throws IOException {
        compressor.write(bytes, 0, length);
        isDirty = true;
    }

    /** Brings to the file what was written since the last time. */
    public void flush() throws IOException {
        if (isDirty) {
            compressor.flush();
            isDirty = false;
        }
    }

    /** Bytes of the file until now. */
    public long bytes() {
        return file.bytes;
    }

    /** Ends the file. Whatever fails, nothing of it stays open. */
    public void close() throws IOException {
        try {
            compressor.finish();
        } finally {
            compressor.release();
            file.close();
        }
    }
}
