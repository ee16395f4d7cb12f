package io.hayate.view.web;

/**
 * What a person in a browser may ask of a run. Thread {@code web}, which waits for it; what is slow, which are
 * stories and commands for a strategy, on thread {@code web-slow}.
 */
public interface LiveActions {
    /**
     * Carries a line out as the console does, and has it written down who asked.
     *
     * @param line such as {@code cancel 123}; one of {@link LiveRoutes#VERBS} comes first
     * @param asker where from
     * @return what was said at once; the rest comes in the log
     */
    String carryOut(String line, String asker);

    /** The whole story of an order, or why there is none. */
    String explain(String order);
}
