package io.hayate.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.hayate.event.EventRing;
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

                @Override
                public void onNumber(String name, long value, long timeNs) {
                    told.add(name + " " + timeNs);
                }
            };
    private final EventRing ring = new EventRing(8, false);

    private EventPublisher publisher(RingPlaces places) {
        return new EventPublisher(ring, new Counters(), 0.5, places);
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

    @Test
    void shouldTellThatTheRingIsFullOnce() {
        EventPublisher publisher = publisher(RingPlaces.ofOne(tap));
        publisher.onTurn(5);
        publish(publisher, 4);
        for (int i = 0; i < 3; i++) {
            assertEquals(EventRing.NO_ROOM, publisher.claimMarket(1));
        }

        assertEquals(List.of("ring-full 5"), told);
    }
}
