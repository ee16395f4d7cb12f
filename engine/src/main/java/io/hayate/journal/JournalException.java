package io.hayate.journal;

/** A journal that cannot be read, or a record that does not hold what its type promises. */
public final class JournalException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * What is wrong.
     *
     * @param message names file and place, and what was expected
     */
    public JournalException(String message) {
        super(message);
    }

    /** As above, with what the system said. */
    public JournalException(String message, Throwable cause) {
        super(message, cause);
    }
}
