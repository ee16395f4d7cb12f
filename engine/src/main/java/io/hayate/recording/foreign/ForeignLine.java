package io.hayate.recording.foreign;

import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * What a line of another's format tells: a flyweight over its text.
 *
 * <p>One thread. Valid until the next line is read.
 */
public final class ForeignLine {
    /** Kinds of lines. */
    public enum Kind {
        /** A text that came in. */
        IN,
        /** A text that went out. */
        OUT,
        /** An answer of REST. */
        REST,
        /** The client connects, whatever was before. */
        CONNECT,
        /** The connection was lost. */
        DISCONNECT,
        /** Nothing that an entry is made of. */
        NOTHING
    }

    private static final DirectBuffer NO_TEXT = new UnsafeBuffer(new byte[Long.BYTES]);

    private Kind kind = Kind.NOTHING;
    private long timeNs;
    private String link = "";
    private DirectBuffer text = NO_TEXT;
    private int textOffset;
    private int textLength;

    /** A line without text. Its time stays that of the line before until it is set. */
    ForeignLine set(Kind of) {
        kind = of;
        link = "";
        text = NO_TEXT;
        textOffset = 0;
        textLength = 0;
        return this;
    }

    ForeignLine timeNs(long ns) {
        timeNs = ns;
        return this;
    }

    ForeignLine link(String name) {
        link = name;
        return this;
    }

    ForeignLine text(DirectBuffer buffer, int offset, int length) {
        text = buffer;
        textOffset = offset;
        textLength = length;
        return this;
    }

    /** What it tells. */
    public Kind kind() {
        return kind;
    }

    /** When, in ns since 1970 UTC: of the line before where it has no time. */
    public long timeNs() {
        return timeNs;
    }

    /** Which of several connections it is about; empty where the format has one. */
    public String link() {
        return link;
    }

    /** Where the text lies: in an array, from its beginning. */
    public DirectBuffer text() {
        return text;
    }

    /** Where in {@link #text()} it begins. */
    public int textOffset() {
        return textOffset;
    }

    /** Where in {@link #text()} it ends. */
    public int textEnd() {
        return textOffset + textLength;
    }

    /** Bytes of the text. */
    public int textLength() {
        return textLength;
    }
}
