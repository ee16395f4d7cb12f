package io.hayate.benchmarks.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The results of a run, as JMH writes them in JSON.
 *
 * @param title JVM and extent of the run, for a person
 */
record Results(String title, List<Result> results) {
    private static final String SUFFIX = "Benchmark";
    private static final Map<String, Double> NS =
            Map.of("ns/op", 1.0, "us/op", 1e3, "ms/op", 1e6, "s/op", 1e9);

    /**
     * Reads a file of JMH's.
     *
     * @throws IOException when it cannot be read, or holds something else
     */
    static Results read(Path file) throws IOException {
        JsonNode runs = new ObjectMapper().readTree(file.toFile());
        if (!runs.isArray()) {
            throw new IOException("not a list of results");
        }
        List<Result> results = new ArrayList<>();
        for (JsonNode run : runs) {
            result(run).ifPresent(results::add);
        }
        return new Results(runs.isEmpty() ? "no results" : title(runs.get(0)), results);
    }

    private static String title(JsonNode run) {
        return String.format(
                "JDK %s, %s warm-up and %s measured iterations of %s in %s JVMs",
                run.path("jdkVersion").asText(),
                run.path("warmupIterations").asText(),
                run.path("measurementIterations").asText(),
                run.path("measurementTime").asText(),
                run.path("forks").asText());
    }

    /** Empty for one that did not measure time, such as throughput. */
    private static Optional<Result> result(JsonNode run) throws IOException {
        String[] names = run.path("benchmark").asText().split("\\.", -1);
        if (names.length < 2) {
            throw new IOException("not a result of JMH: no benchmark is named");
        }
        JsonNode metric = run.path("primaryMetric");
        Double scale = NS.get(metric.path("scoreUnit").asText());
        if (scale == null) {
            return Optional.empty();
        }
        JsonNode bytes = run.path("secondaryMetrics").path("gc.alloc.rate.norm");
        return Optional.of(
                new Result(
                        withoutSuffix(names[names.length - 2]),
                        names[names.length - 1],
                        parameters(run.path("params")),
                        number(metric.path("score")) * scale,
                        number(metric.path("scoreError")) * scale,
                        number(bytes.path("score"))));
    }

    private static String withoutSuffix(String type) {
        return type.endsWith(SUFFIX) ? type.substring(0, type.length() - SUFFIX.length()) : type;
    }

    private static Map<String, String> parameters(JsonNode params) {
        Map<String, String> parameters = new LinkedHashMap<>();
        params.properties()
                .forEach(param -> parameters.put(param.getKey(), param.getValue().asText()));
        return parameters;
    }

    /** NaN where there is none; JMH writes NaN as text. */
    private static double number(JsonNode node) {
        return node.isNumber() ? node.asDouble() : Double.NaN;
    }

    int count() {
        return results.size();
    }

    /** The types in order, each once. */
    List<String> types() {
        return results.stream().map(Result::type).distinct().toList();
    }

    List<Result> ofType(String type) {
        return results.stream().filter(result -> result.type().equals(type)).toList();
    }

    /** The same operation with the same parameters in this run. */
    Optional<Result> find(Result other) {
        return results.stream().filter(other::isSameAs).findFirst();
    }
}
