package io.hayate.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CountsTest {
    @Test
    void shouldNameOneThingWhenThereIsOne() {
        assertEquals("1 order", Counts.of(1, "order"));
        assertEquals("1 entry", Counts.of(1, "entry", "entries"));
        assertEquals("1 frame", Counts.grouped(1, "frame"));
    }

    @Test
    void shouldNameManyThingsWhenThereAreNoneOrSeveral() {
        assertEquals("0 orders", Counts.of(0, "order"));
        assertEquals("2 entries", Counts.of(2, "entry", "entries"));
        assertEquals("12,345 frames", Counts.grouped(12_345, "frame"));
    }
}
