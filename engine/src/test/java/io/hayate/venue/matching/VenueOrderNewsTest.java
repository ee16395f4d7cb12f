package io.hayate.venue.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hayate.venue.base.VenueTraffic;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VenueOrderNewsTest {
    private final List<String> told = new ArrayList<>();
    private final VenueOrderNews news =
            new VenueOrderNews((subject, text) -> told.add(text.get()), new VenueTraffic());

    @Test
    void shouldSayWhetherAnOrderCameOverASocketOrByRest() {
        news.refused(3, "amount: invalid");
        news.refused(0, "amount: invalid");

        assertEquals(
                List.of(
                        "order of client 3 refused: amount: invalid",
                        "order by REST refused: amount: invalid"),
                told);
    }
}
