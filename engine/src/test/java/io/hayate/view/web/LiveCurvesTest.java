package io.hayate.view.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LiveCurvesTest {
    private final LiveCurves curves = new LiveCurves();

    private void add(long timeMs, double equity, long depth) {
        curves.add(timeMs, new LiveMoment("USD", equity, depth, depth * 2));
    }

    /** The arrays, by name; NaN for null. */
    private Map<String, List<Double>> arrays() throws IOException {
        Map<String, List<Double>> arrays = new HashMap<>();
        try (JsonParser json = new JsonFactory().createParser(LiveJson.text(curves::write))) {
            while (json.nextToken() != null) {
                if (json.currentToken() == JsonToken.START_ARRAY) {
                    List<Double> values = new ArrayList<>();
                    String name = json.currentName();
                    while (json.nextToken() != JsonToken.END_ARRAY) {
                        boolean isNull = json.currentToken() == JsonToken.VALUE_NULL;
                        values.add(isNull ? Double.NaN : json.getDoubleValue());
                    }
                    arrays.put(name, values);
                }
            }
        }
        return arrays;
    }

    @Test
    void shouldKeepEachMomentWhileThereIsRoom() throws IOException {
        add(1_000, 0.5, 3);
        add(2_000, Double.NaN, 4);

        Map<String, List<Double>> arrays = arrays();

        assertEquals(List.of(1_000.0, 2_000.0), arrays.get("times"));
        assertEquals(List.of(0.5, Double.NaN), arrays.get("equity"));
        assertEquals(List.of(3.0, 4.0), arrays.get("depth"));
        assertEquals(List.of(6.0, 8.0), arrays.get("ageUs"));
    }

    @Test
    void shouldHoldTheWholeRunAndEveryPeakHoweverLongItIs() throws IOException {
        int moments = 100_000;
        for (int i = 0; i < moments; i++) {
            add(i, i, i == 31_415 ? 999 : 1);
        }

        Map<String, List<Double>> arrays = arrays();

        List<Double> times = arrays.get("times");
        assertTrue(times.size() <= LiveCurves.KEPT && times.size() > LiveCurves.KEPT / 2 - 1);
        assertTrue(times.get(0) < 200, "begins with " + times.get(0));
        assertEquals(moments - 1.0, times.get(times.size() - 1));
        assertEquals(moments - 1.0, arrays.get("equity").get(times.size() - 1));
        assertEquals(1, arrays.get("depth").stream().filter(depth -> depth == 999).count());
        for (int i = 1; i < times.size() - 2; i++) { // the last is not whole yet
            assertEquals(times.get(1) - times.get(0), times.get(i + 1) - times.get(i), "at " + i);
        }
    }
}
