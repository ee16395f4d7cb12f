package io.hayate.venue.wire;

/** What a client can ask for with {@code conf}: bits of its flags. */
public final class ConfFlags {
    /** The time of sending at the end of every frame. */
    public static final long TIMESTAMP = 32_768;

    /** The number of every frame. */
    public static final long SEQ_ALL = 65_536;

    /** Checksums of books. */
    public static final long CHECKSUM = 131_072;

    /** All changes of a book in one frame. */
    public static final long BULK = 536_870_912;

    private ConfFlags() {}
}
