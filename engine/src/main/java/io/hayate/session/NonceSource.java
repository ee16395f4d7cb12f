package io.hayate.session;

/**
 * Gives the nonces of an account: each is above all that were given before, and none comes twice.
 *
 * <p>Loop thread. Answers at once, from what another thread has set apart: touches no file, waits for
 * nothing, allocates nothing.
 */
@FunctionalInterface
public interface NonceSource {
    /** What {@link #next} answers while it has none to give. */
    long NONE = -1;

    /** The largest that the venue takes, 2^53 - 1. */
    long LARGEST = 9_007_199_254_740_991L;

    /** The next nonce, at least {@code atLeast} as far as those set apart reach; or {@link #NONE}. */
    long next(long atLeast);

    /** The venue knows a larger nonce than the latest: those to come are clearly larger. */
    default void onTooSmall() {}

    /** The venue took the latest nonce. */
    default void onTaken() {}

    /** True when a larger one than this has been given since: that may have come to the venue before it. */
    default boolean isOvertaken(long nonce) {
        return false;
    }

    /** True while larger ones are being set apart: {@link #next} answers {@link #NONE} until then. */
    default boolean isAwaited() {
        return false;
    }

    /** Why there is none, for a person. */
    default String shortage() {
        return "all nonces are used up";
    }
}
