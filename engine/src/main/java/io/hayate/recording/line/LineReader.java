package io.hayate.recording.line;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Cuts a stream into lines, each of which stands in memory until the next. Memory grows to the longest
 * line, up to a bound. A byte order mark (UTF-8) before a line is no part of it.
 *
 * <p>One thread. Allocates nothing but that.
 */
public final class LineReader implements Closeable {
    /** Longest line that is read, its end not counted. */
    public static final int LINE_MAX = 16 << 20;

    /** Bytes that may be read behind each line: they belong to nobody. */
    public static final int SLACK = Long.BYTES;

    private static final int START = 256 << 10;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream in;
    private final UnsafeBuffer buffer;
    private byte[] bytes;
    private int filled;
    private int next;
    private int lineStart;
    private int lineEnd;
    private boolean isWhole;
    private boolean isAtEnd;
    private boolean isCut;
    private long number;

    /** A reader before the first line; it closes the stream. */
    public LineReader(InputStream in) {
        this.in = in;
        bytes = new byte[START];
        buffer = new UnsafeBuffer(bytes);
    }

    /**
     * Moves to the next line; false at the end.
     *
     * @throws LineTooLongException when no line ends within the bound
     */
    public boolean next() throws IOException {
        lineStart = next;
        int searched = next;
        while (true) {
            int found = lineFeed(searched);
            if (found >= 0) {
                return line(found, found + 1, true);
            }
            searched = filled;
            if (isAtEnd) {
                return filled > lineStart && line(filled, filled, false);
            } else if (filled - lineStart > LINE_MAX) {
                throw new LineTooLongException(number + 1, LINE_MAX);
            }
            searched -= fill();
        }
    }

    private int lineFeed(int from) {
        for (int i = from; i < filled; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private boolean line(int end, int then, boolean whole) throws LineTooLongException {
        number++;
        if (end - lineStart > LINE_MAX) {
            throw new LineTooLongException(number, LINE_MAX);
        }
        if (isMarked(end)) {
            lineStart += BYTE_ORDER_MARK.length;
        }
        lineEnd = end;
        next = then;
        isWhole = whole;
        return true;
    }

    /** Some put such a mark before the text of a file; of files that were joined it stands between. */
    private boolean isMarked(int end) {
        return end - lineStart >= BYTE_ORDER_MARK.length
                && bytes[lineStart] == BYTE_ORDER_MARK[0]
                && bytes[lineStart + 1] == BYTE_ORDER_MARK[1]
                && bytes[lineStart + 2] == BYTE_ORDER_MARK[2];
    }

    /** Reads more; returns by how much what had been read has moved. */
    private int fill() throws IOException {
        int moved = 0;
        if (bytes.length - SLACK - filled < 1) {
            moved = lineStart;
            makeRoom();
        }
        try {
            int read = in.read(bytes, filled, bytes.length - SLACK - filled);
            isAtEnd = read < 0;
            filled += Math.max(0, read);
        } catch (EOFException e) { // of a file that is compressed
            isAtEnd = true;
            isCut = true;
        }
        return moved;
    }

    private void makeRoom() {
        int kept = filled - lineStart;
        byte[] from = bytes;
        if (kept > bytes.length / 2) {
            bytes = Arrays.copyOfRange(from, lineStart, lineStart + 2 * bytes.length);
            buffer.wrap(bytes);
        } else {
            System.arraycopy(from, lineStart, bytes, 0, kept);
        }
        lineStart = 0;
        filled = kept;
    }

    /** Memory that the line lies in; another one after each line. */
    public UnsafeBuffer buffer() {
        return buffer;
    }

    /** The same as an array; another one after each line. */
    public byte[] bytes() {
        return bytes;
    }

    /** Where the line begins. */
    public int offset() {
        return lineStart;
    }

    /** Bytes of the line, without its end. */
    public int length() {
        return lineEnd - lineStart;
    }

    /** True when the line has its line feed. */
    public boolean isWhole() {
        return isWhole;
    }

    /** True when the stream has ended before its own end: compressed, and not to the end. */
    public boolean isCut() {
        return isCut;
    }

    /** The number of the line, from 1; 0 before the first. */
    public long number() {
        return number;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
