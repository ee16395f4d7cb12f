package io.hayate.benchmarks.suite;

import java.util.Map;

/**
 * What one benchmark came to at one choice of parameters.
 *
 * @param type name of its class, without package and {@code Benchmark}
 * @param parameters in the order of their declaration
 * @param score ns an operation
 * @param error half the width of the score's confidence interval; NaN when it is not known
 * @param bytes bytes allocated an operation; NaN when they were not counted
 */
record Result(
        String type,
        String method,
        Map<String, String> parameters,
        double score,
        double error,
        double bytes) {
    /** True for the same operation with the same parameters. */
    boolean isSameAs(Result other) {
        return isSameCaseAs(other) && method.equals(other.method);
    }

    /** True for an operation of the same class with the same parameters. */
    boolean isSameCaseAs(Result other) {
        return type.equals(other.type) && parameters.equals(other.parameters);
    }

    /** True when the other lies so far off that the errors of both do not explain it. */
    boolean isBeyondErrorOf(Result other) {
        return Math.abs(score - other.score) > error + other.error;
    }

    /** Method and parameters: {@code netty framesPerRead=10}. */
    String label() {
        StringBuilder label = new StringBuilder(method);
        parameters.forEach(
                (name, value) -> label.append(' ').append(name).append('=').append(value));
        return label.toString();
    }
}
