package io.hayate.benchmarks.suite;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What the rows of a class are compared with: its method {@code hayate} at the same parameters, or
 * else one whose name begins so, or else the first method at these parameters.
 */
final class Baseline {
    private static final String OURS = "hayate";

    private Baseline() {}

    /** The row that this one is compared with; it may be itself. */
    static Result of(Result row, List<Result> rows) {
        List<Result> sameCase = rows.stream().filter(row::isSameCaseAs).toList();
        return first(sameCase, name -> name.equals(OURS))
                .orElseGet(
                        () ->
                                first(sameCase, name -> name.startsWith(OURS))
                                        .orElse(sameCase.get(0)));
    }

    private static Optional<Result> first(List<Result> rows, Predicate<String> name) {
        return rows.stream().filter(row -> name.test(row.method())).findFirst();
    }
}
