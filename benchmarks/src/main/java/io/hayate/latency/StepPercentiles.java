package io.hayate.latency;

import com.fasterxml.jackson.databind.JsonNode;

/** Percentiles in µs. */
record StepPercentiles(long count, double p50, double p90, double p99, double p999, double max) {
    static StepPercentiles of(JsonNode json) {
        return new StepPercentiles(
                json.path("n").asLong(),
                json.path("p50").asDouble(),
                json.path("p90").asDouble(),
                json.path("p99").asDouble(),
                json.path("p99.9").asDouble(),
                json.path("max").asDouble());
    }
}
