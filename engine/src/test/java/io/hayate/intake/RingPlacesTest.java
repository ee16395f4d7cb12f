package io.hayate.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.hayate.event.EventRing;
import io.hayate.event.SharedReads;
import io.hayate.event.TrafficTap;
import io.hayate.metrics.Counters;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RingPlacesTest {
    private final List<String> told = new ArrayList<>();
    private final TrafficTap tap =
            new TrafficTap() {
                @Override
                public void onPlaces(long first, int count, long timeNs) {
                    told.add(first + "+" + count + " " + timeNs);
                }
            };
    private final EventRing ring = new EventRing(8, false);

    private EventPublisher publisher(RingPlaces places) {
        return new EventPublisher(ring, new Counters(), 0.5, places, SharedReads.PLAIN);
    }

    private static void publish(EventPublisher publisher, int slots) {
        long first = publisher.claimMarket(slots);
        assertNotEquals(EventRing.NO_ROOM, first);
        publisher.publish(first, slots);
    }

    @Test
    void shouldTellPlacesThatFollowEachOtherAsOneAtTheEndOfTheTurn() {
        EventPublisher publisher = publisher(RingPlaces.ofSeveral(tap));
        publish(publisher, 1);
        publish(publisher, 2);

        publisher.onTurn(5);
        publisher.onTurn(6);

        assertEquals(List.of("0+3 5"), told);
    }
}
