package io.hayate.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.EventRing;
import io.hayate.event.SharedReads;
import io.hayate.event.SharedValue;
import io.hayate.metrics.Counters;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A ring of 64 of which market data may fill 48. */
class RingRoomTest {
    private static final int MARKET = 48;

    private final List<String> told = new ArrayList<>();
    private final SharedReads reads =
            new SharedReads() {
                @Override
                public long read(SharedValue what, long value) {
                    told.add(what.wireName() + " " + value);
                    return value;
                }

                @Override
                public long goOn(SharedValue what, long parts) {
                    told.add(what.wireName() + " " + parts);
                    return parts;
                }
            };
    private final EventRing ring = new EventRing(64, false);
    private final EventPublisher publisher =
            new EventPublisher(ring, new Counters(), 0.75, RingPlaces.untold(), reads);

    private boolean publishMarket(int slots) {
        return publish(publisher.claimMarket(slots), slots);
    }

    private boolean publishAccount(int slots) {
        return publish(publisher.claimAccount(slots), slots);
    }

    private boolean publish(long first, int slots) {
        if (first != EventPublisher.NO_ROOM) {
            publisher.publish(first, slots);
        }
        return first != EventPublisher.NO_ROOM;
    }

    private void handle(int events) {
        assertEquals(events, ring.poll(event -> {}, events));
    }

    @Test
    void shouldBeShortFromAClaimInVainUntilHalfOfItsPartIsFree() {
        assertTrue(publishMarket(MARKET));
        assertFalse(publisher.isShortForMarket());
        assertFalse(publishMarket(1));
        assertTrue(publisher.isShortForMarket());

        handle(MARKET / 2 - 1);
        assertEquals(0, publisher.eased());
        handle(1);
        publisher.ease(publisher.eased());

        assertFalse(publisher.isShortForMarket());
        assertEquals(
                List.of("ring-room 1", "ring-room 0", "ring-eased 1"),
                told,
                "who looks in vain tells nothing");
    }

    /** A long list in vain holds up nobody else: who has it looks whether it fits. */
    @Test
    void shouldEaseThoughWhatWasClaimedInVainWouldNotFit() {
        assertTrue(publishMarket(MARKET));
        assertFalse(publishMarket(40));

        handle(MARKET / 2);
        publisher.ease(publisher.eased());

        assertFalse(publisher.fitsMarket(40));
        assertTrue(publisher.fitsMarket(24));
        assertTrue(publishMarket(1));
    }

    @Test
    void shouldLetNothingInBeforeWhatWaits() {
        assertTrue(publishMarket(MARKET));
        assertFalse(publishMarket(1));

        handle(1);

        assertFalse(publishMarket(1));
        assertEquals(List.of("ring-room 1", "ring-room 0"), told);
    }

    /** A strategy that is too slow for good: what comes of market data takes each slot that it frees. */
    @Test
    void shouldEaseForTheAccountThoughMarketDataNeverLeavesItsPart() {
        assertTrue(publishMarket(MARKET));
        assertTrue(publishAccount(16));
        assertFalse(publishAccount(1));
        assertTrue(publisher.isShortForAccount());

        int handled = 0;
        while (publisher.isShortForAccount() && handled < 16) {
            handle(1);
            handled++;
            assertFalse(publishMarket(1));
            publisher.ease(publisher.eased());
        }

        assertEquals(8, handled, "of what is kept for the account half is free");
        assertTrue(publisher.isShortForMarket());
        assertTrue(publishAccount(1));
    }

    @Test
    void shouldClaimNothingThatAnEmptyRingCouldNotTake() {
        assertFalse(publishMarket(MARKET + 1));

        assertFalse(publisher.isShortForMarket());
        assertEquals(List.of(), told);
    }
}
