package io.hayate.latency;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;

/**
 * What a venue, ours or the C rig's, wrote of one step.
 *
 * @param latency from the moment before the write
 * @param fromDue from when the frame was due
 * @param sendLag by which writes were late
 * @param histogram of {@code latency} in ns, encoded; empty from the C rig
 * @param firstUs the first latencies one by one, if the step keeps them
 */
record StepFigures(
        String step,
        boolean warm,
        double framesPerSecond,
        long triggers,
        long orders,
        long missed,
        long extra,
        long stalls,
        StepPercentiles latency,
        StepPercentiles fromDue,
        StepPercentiles sendLag,
        String histogram,
        List<Double> firstUs) {
    private static final double NS_PER_US = 1e3;

    /** Reads a result file, its steps in their order, the warm ones left out. */
    static Map<String, StepFigures> read(Path file) throws IOException {
        return of(new ObjectMapper().readTree(Files.readString(file)));
    }

    static Map<String, StepFigures> of(JsonNode results) {
        Map<String, StepFigures> steps = new LinkedHashMap<>();
        for (JsonNode json : results.path("steps")) {
            StepFigures figures = ofStep(json);
            if (!figures.warm()) {
                steps.put(figures.step(), figures);
            }
        }
        return steps;
    }

    private static StepFigures ofStep(JsonNode json) {
        List<Double> first = new ArrayList<>();
        json.path("first_ns").forEach(ns -> first.add(ns.asLong() / NS_PER_US));
        return new StepFigures(
                json.path("step").asText(),
                json.path("warm").asInt() != 0,
                json.path("frames_per_s").asDouble(),
                json.path("triggers").asLong(),
                json.path("orders").asLong(),
                json.path("missed").asLong(),
                json.path("extra").asLong(),
                json.path("send_stalls").asLong(),
                StepPercentiles.of(json.path("t2t_us")),
                StepPercentiles.of(json.path("t2t_from_due_us")),
                StepPercentiles.of(json.path("send_lag_us")),
                json.path("histogram").asText(""),
                first);
    }

    /** Each trigger has its order, and no order is without trigger. */
    boolean isComplete() {
        return missed == 0 && extra == 0 && triggers > 0;
    }

    /** Adds the latencies to a histogram in ns. */
    void addTo(Histogram sum) {
        if (!histogram.isEmpty()) {
            try {
                ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(histogram));
                sum.add(Histogram.decodeFromCompressedByteBuffer(bytes, 0));
            } catch (DataFormatException e) {
                throw new IllegalArgumentException("a histogram cannot be read", e);
            }
        }
    }
}
