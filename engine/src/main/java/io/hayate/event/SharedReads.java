package io.hayate.event;

/**
 * Every read by which one trading thread learns, at a moment of its own, what another thread has written.
 * Live it answers with what there is; where traffic is recorded each change of an answer is told; in a
 * replay it answers with what was read then, since no replay meets the same moments.
 *
 * <p>One for each thread that reads. Allocates nothing.
 */
@FunctionalInterface
public interface SharedReads {
    /** Answers with what there is, and tells nobody. */
    SharedReads PLAIN = (what, value) -> value;

    /**
     * What is to be taken for read.
     *
     * @param value what there is
     */
    long read(SharedValue what, long value);

    /**
     * What the next read of this will answer, where that is known before, as in a replay: for what must not
     * even be tried where it failed then.
     *
     * @param otherwise the answer where nothing is known
     */
    default boolean expects(SharedValue what, boolean otherwise) {
        return otherwise;
    }

    /**
     * What lets the thread go on at a moment of its own: told each time, as whoever looks for it in vain tells
     * nothing.
     *
     * @param parts that go on, as bits, not 0
     * @return those that may; none in a replay, which says itself where they did
     */
    default long goOn(SharedValue what, long parts) {
        return parts;
    }

    /**
     * The thread is about to add a channel: in a replay those that others had added before come first.
     *
     * @param words the channel's, as they stand in a recording
     */
    default void beforeAdding(String words) {}

    /** The same of a yes or no. */
    default boolean read(SharedValue what, boolean value) {
        return read(what, value ? 1 : 0) != 0;
    }

    /** The same of a double, which is told by its raw bits. */
    default double read(SharedValue what, double value) {
        return Double.longBitsToDouble(read(what, Double.doubleToRawLongBits(value)));
    }
}
