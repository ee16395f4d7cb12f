package io.hayate.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.hayate.metrics.Incidents.Incident;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IncidentsTest {
    private final Incidents incidents = new Incidents();
    private final List<Incident> told = new ArrayList<>();

    @Test
    void shouldHandOverWhatHappenedWithItsCauseInOrder() {
        Throwable cause = new IllegalStateException("why");
        incidents.report("first", cause);
        incidents.report("second", cause);

        incidents.drain(told::add);

        assertEquals(List.of("first", "second"), told.stream().map(Incident::what).toList());
        assertSame(cause, told.get(0).cause());
    }

    @Test
    void shouldTellEachOnce() {
        incidents.report("once", new IllegalStateException());
        incidents.drain(told::add);
        incidents.drain(told::add);

        assertEquals(1, told.size());
    }

    @Test
    void shouldKeepTheFirstSixtyFourWhenNobodyReads() {
        for (int i = 0; i < 1_000; i++) {
            incidents.report("incident " + i, new IllegalStateException());
        }
        incidents.drain(told::add);

        assertEquals(64, told.size());
        assertEquals("incident 0", told.get(0).what());
        incidents.report("there is room again", new IllegalStateException());
        incidents.drain(told::add);
        assertEquals(65, told.size());
    }
}
