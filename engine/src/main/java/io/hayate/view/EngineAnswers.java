package io.hayate.view;

/** What a person at the console may ask of a run. Asked on thread {@code console}, which may wait for it. */
@FunctionalInterface
public interface EngineAnswers {
    /** Counters and latency in lines for a person. */
    String status();

    /** A link that lets one browser in to the page of this run, or why there is none. */
    default String web() {
        return "no page is served: --web serves one";
    }

    /** The strategies, in lines for a person: name, state, orders, positions and profit of each. */
    default String strategies() {
        return "no strategy runs";
    }

    /** Does what is asked of a strategy: its name, and stop, start or set with KEY=VALUE; says what came of it. */
    default String strategy(String asked) {
        return "no strategy runs";
    }

    /** Where several strategies run, lines of positions of each beside the account's; else empty. */
    default String positionsOfEach() {
        return "";
    }

    /** As {@link #positionsOfEach}, of profit. */
    default String profitOfEach() {
        return "";
    }

    /** The whole story of an order in such lines, or why there is none. */
    default String explain(String order) {
        return "no journal of orders is kept in files";
    }
}
