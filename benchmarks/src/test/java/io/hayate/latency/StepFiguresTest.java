package io.hayate.latency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class StepFiguresTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String RIG =
            """
            {"venue":1,"label":"","agent":"c-busy","busy":1,"tickers":10,"unit":"us","steps":[
              {"step":"warm","kind":"pp","warm":1,"seconds":1.0,"frames":9,"frames_per_s":9,
               "triggers":9,"orders":9,"missed":0,"extra":0,"send_stalls":0,
               "t2t_us":{"n":0},"t2t_from_due_us":{"n":0},"send_lag_us":{"n":0}},
              {"step":"r10k","kind":"rate","warm":0,"rate":10000,"burst":5,"every":5,
               "seconds":2.0,"frames":20000,"frames_per_s":10000,"mbytes_per_s":1.13,
               "triggers":4000,"orders":3999,"by_cid":3999,"by_order":0,"missed":1,"extra":2,
               "pp_timeouts":0,"send_stalls":3,
               "t2t_us":{"n":3999,"min":9.1,"mean":14.2,"p1":9.9,"p10":11.0,"p50":13.50,
                 "p75":15.0,"p90":18.25,"p99":63.00,"p99.9":99.5,"p99.99":120.0,"max":130.75},
               "t2t_from_due_us":{"n":3999,"p50":13.6,"p90":18.5,"p99":70.25,"p99.9":1,"max":2},
               "send_lag_us":{"n":4000,"p50":0.1,"p90":0.2,"p99":1.5,"p99.9":3,"max":4}}
            ]}
            """;

    @Test
    void shouldReadTheRigsResultsWhenWarmStepIsLeftOut() throws IOException {
        Map<String, StepFigures> steps = StepFigures.of(MAPPER.readTree(RIG));

        assertEquals(List.of("r10k"), List.copyOf(steps.keySet()));
        StepFigures step = steps.get("r10k");
        assertEquals(10_000, step.framesPerSecond());
        assertEquals(new StepPercentiles(3_999, 13.5, 18.25, 63, 99.5, 130.75), step.latency());
        assertEquals(70.25, step.fromDue().p99());
        assertEquals(1.5, step.sendLag().p99());
        assertEquals(3, step.stalls());
        assertFalse(step.isComplete());
    }

    @Test
    void shouldReadBackWhatTheVenueWroteWhenHistogramIsEncoded() {
        Histogram latency = new Histogram(StepRun.LATENCY_MAX_NS, 3);
        for (int us = 1; us <= 100; us++) {
            latency.recordValue(us * 1_000L);
        }
        StepResult result =
                new StepResult(
                        Step.parse("pp,name=x"),
                        2,
                        400,
                        100,
                        100,
                        0,
                        0,
                        0,
                        latency,
                        latency,
                        latency,
                        List.of(1_500L, 2_000L));
        JsonNode json = MAPPER.createObjectNode().set("steps", array(result));

        StepFigures step = StepFigures.of(json).get("x");

        assertTrue(step.isComplete());
        assertEquals(200, step.framesPerSecond());
        assertEquals(50, step.latency().p50(), 0.1);
        assertEquals(List.of(1.5, 2.0), step.firstUs());
        Histogram sum = new Histogram(StepRun.LATENCY_MAX_NS, 3);
        step.addTo(sum);
        step.addTo(sum);
        assertEquals(200, sum.getTotalCount());
        assertEquals(latency.getMaxValue(), sum.getMaxValue());
    }

    private static JsonNode array(StepResult result) {
        return MAPPER.createArrayNode().add(result.json(MAPPER));
    }
}
