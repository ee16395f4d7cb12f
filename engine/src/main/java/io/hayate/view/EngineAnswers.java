package io.hayate.view;

/** What a person at the console may ask of a run. Asked on thread {@code console}, which may wait for it. */
@FunctionalInterface
public interface EngineAnswers {
    /** Counters and latency in lines for a person. */
    String status();

    /** The whole story of an order in such lines, or why there is none. */
    default String explain(String order) {
        return "no journal of orders is kept in files";
    }
}
