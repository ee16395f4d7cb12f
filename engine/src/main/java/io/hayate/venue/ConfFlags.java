package io.hayate.venue;

/** What a client can ask for with {@code conf}: bits of its flags. */
final class ConfFlags {
    /** The time of sending at the end of every frame. */
    static final long TIMESTAMP = 32_768;

    /** The number of every frame. */
    static final long SEQ_ALL = 65_536;

    /** Checksums of books. */
    static final long CHECKSUM = 131_072;

    /** All changes of a book in one frame. */
    static final long BULK = 536_870_912;

    private ConfFlags() {}
}
