package io.hayate.latency;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * What came of one step, as the venue writes it: figures in µs under the names that the C rig uses,
 * too, and the whole histogram.
 *
 * @param missed triggers without answer
 * @param extra orders that answer no trigger
 * @param stalls how often the client's socket was full
 * @param latency ns from the moment before the write
 * @param fromDue ns from when the frame was due, so that a late write hides no waiting
 * @param sendLag ns by which writes were late
 * @param first ns of the first answers, in the order of their triggers
 */
record StepResult(
        Step step,
        double seconds,
        long frames,
        long triggers,
        long orders,
        long missed,
        long extra,
        long stalls,
        Histogram latency,
        Histogram fromDue,
        Histogram sendLag,
        List<Long> first) {
    private static final double NS_PER_US = 1e3;

    boolean isValid() {
        return missed == 0 && extra == 0;
    }

    ObjectNode json(ObjectMapper mapper) {
        ObjectNode json = mapper.createObjectNode();
        json.put("step", step.name()).put("warm", step.warm() ? 1 : 0).put("seconds", seconds);
        json.put("frames", frames).put("frames_per_s", seconds > 0 ? frames / seconds : 0);
        json.put("triggers", triggers).put("orders", orders);
        json.put("missed", missed).put("extra", extra).put("send_stalls", stalls);
        percentiles(json.putObject("t2t_us"), latency);
        percentiles(json.putObject("t2t_from_due_us"), fromDue);
        percentiles(json.putObject("send_lag_us"), sendLag);
        json.put("histogram", encoded(latency));
        ArrayNode kept = json.putArray("first_ns");
        first.forEach(kept::add);
        return json;
    }

    private static void percentiles(ObjectNode json, Histogram histogram) {
        json.put("n", histogram.getTotalCount());
        json.put("p50", histogram.getValueAtPercentile(50) / NS_PER_US);
        json.put("p90", histogram.getValueAtPercentile(90) / NS_PER_US);
        json.put("p99", histogram.getValueAtPercentile(99) / NS_PER_US);
        json.put("p99.9", histogram.getValueAtPercentile(99.9) / NS_PER_US);
        json.put("max", histogram.getMaxValue() / NS_PER_US);
    }

    private static String encoded(Histogram histogram) {
        ByteBuffer bytes = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
        int length = histogram.encodeIntoCompressedByteBuffer(bytes);
        return Base64.getEncoder().encodeToString(Arrays.copyOf(bytes.array(), length));
    }
}
