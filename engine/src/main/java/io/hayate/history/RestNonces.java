package io.hayate.history;

/** The nonces of requests by REST. One thread asks. */
@FunctionalInterface
public interface RestNonces {
    /** The next one, above all before; a negative number while there is none to give. */
    long next();

    /** The venue knows a larger one than it was told last. */
    default void onTooSmall() {}

    /** The venue took the last one. */
    default void onTaken() {}
}
