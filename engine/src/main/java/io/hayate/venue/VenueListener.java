package io.hayate.venue;

import java.util.function.Supplier;

/**
 * Hears what clients do, on the venue's thread: it returns at once, blocks on nothing and throws
 * nothing.
 */
public interface VenueListener {
    /** Who does not want to hear of anything. */
    VenueListener NONE = (subject, text) -> {};

    /** What is told of. */
    enum Subject {
        CLIENT,
        ORDER,
        FAULT
    }

    /**
     * Something has happened.
     *
     * @param text says it in one line of the venue's own words and numbers, without anything that a
     *     client made up but for the frame that a fault touched, which is made printable and cut; called
     *     before this returns, or not at all
     */
    void onNews(Subject subject, Supplier<String> text);

    /** A client's order is about to meet what lies in the book: a new or changed one, or a stop. */
    default void onMeeting(String account, String symbol) {}

    /** What is left of a client's order lies in the book now. */
    default void onResting(VenueResting resting) {}

    /** A part of a client's order was executed. */
    default void onFill(VenueFill fill) {}
}
