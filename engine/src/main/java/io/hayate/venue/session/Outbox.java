package io.hayate.venue.session;

/**
 * What goes out to one client. The exchange calls it while it works on an input, on the same thread;
 * it does not call the exchange back. What was ended takes nothing any more.
 */
public interface Outbox {
    /** A text message of these bytes, whatever they are; they are copied before this returns. */
    void text(byte[] bytes, int length);

    /** As {@link #text}, cut into fragments of so many bytes where this is a socket. */
    default void fragments(byte[] bytes, int length, int fragmentBytes) {
        text(bytes, length);
    }

    /** Reads nothing from the client until told otherwise, where this is a socket. */
    default void reading(boolean reads) {}

    /** A text message that is masked, which no server may send. */
    void masked(byte[] bytes, int length);

    /** Ends the connection with a code and a word, behind all that was written. */
    void close(int code, String reason);

    /** Ends the connection at once; what was written and has not left yet is lost. */
    void drop();
}
