package io.hayate.recording;

import java.nio.charset.StandardCharsets;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * One entry of a recording: a flyweight over a text that lies elsewhere.
 *
 * <p>One thread at a time. That of an {@link EntrySource} is valid until its next entry; behind the
 * text there are eight bytes more in the buffer, which readers of frames want. Allocates nothing but
 * in {@link #textString()}.
 */
public final class RecordedEntry {
    /** Count of an END after which the run's next file goes on: readers keep it to themselves. */
    static final long GOES_ON = 1;

    private static final DirectBuffer NO_TEXT = new UnsafeBuffer(new byte[Long.BYTES]);

    private EntryKind kind = EntryKind.END;
    private int connection;
    private long timeNs;
    private long wallUs;
    private long lookedTimeNs;
    private DirectBuffer text = NO_TEXT;
    private int textOffset;
    private int textLength;
    private long count;
    private boolean isPublic;
    private boolean isPaper;
    private String cause = "";

    /** Begins another entry, without text, count or cause. */
    public RecordedEntry set(EntryKind entryKind, int connectionNumber, long ns, long us) {
        kind = entryKind;
        connection = connectionNumber;
        timeNs = ns;
        wallUs = us;
        lookedTimeNs = ns;
        text = NO_TEXT;
        textOffset = 0;
        textLength = 0;
        count = 0;
        isPublic = false;
        isPaper = false;
        cause = "";
        return this;
    }

    public RecordedEntry text(DirectBuffer buffer, int offset, int length) {
        text = buffer;
        textOffset = offset;
        textLength = length;
        return this;
    }

    public RecordedEntry lookedTimeNs(long ns) {
        lookedTimeNs = ns;
        return this;
    }

    public RecordedEntry count(long entries) {
        count = entries;
        return this;
    }

    public RecordedEntry isPublic(boolean is) {
        isPublic = is;
        return this;
    }

    public RecordedEntry isPaper(boolean is) {
        isPaper = is;
        return this;
    }

    public RecordedEntry cause(String word) {
        cause = word;
        return this;
    }

    /** The same at another time. */
    public RecordedEntry times(long ns, long us) {
        timeNs = ns;
        wallUs = us;
        return this;
    }

    /** The same of another connection. */
    public RecordedEntry connection(int number) {
        connection = number;
        return this;
    }

    /** What it tells. */
    public EntryKind kind() {
        return kind;
    }

    /** The number of the connection's socket in its run, from 1; 0 where there is none. */
    public int connection() {
        return connection;
    }

    /** Receipt or sending, in ns of a clock that never jumps and whose start means nothing. */
    public long timeNs() {
        return timeNs;
    }

    /** Receipt or sending by the wall clock, in microseconds since 1970 UTC. */
    public long wallUs() {
        return wallUs;
    }

    /** When the socket had been looked at before an IN was read: at most a millisecond off. */
    public long lookedTimeNs() {
        return lookedTimeNs;
    }

    /** Where the text lies, byte for byte as it came or went. */
    public DirectBuffer text() {
        return text;
    }

    /** Where in {@link #text()} it begins. */
    public int textOffset() {
        return textOffset;
    }

    /** Bytes of the text; 0 where there is none. */
    public int textLength() {
        return textLength;
    }

    /** Of LOST how many entries; of RECORDING the number of the file in its run, from 1; else 0. */
    public long count() {
        return count;
    }

    /** True for the OPEN of a connection that carries no account. */
    public boolean isPublic() {
        return isPublic;
    }

    /** True for the OPEN of a connection whose account is of paper: it lay in the process of the run. */
    public boolean isPaper() {
        return isPaper;
    }

    /** Of CLOSE why, in one word such as {@code LOST}; else empty. */
    public String cause() {
        return cause;
    }

    /** The text as a new string. */
    public String textString() {
        byte[] bytes = new byte[textLength];
        text.getBytes(textOffset, bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return kind + " " + connection + " " + wallUs + " " + textString();
    }
}
