package io.hayate.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ToldReadsTest {
    private final List<String> told = new ArrayList<>();
    private final TrafficTap tap =
            new TrafficTap() {
                @Override
                public void onRead(SharedValue what, long number, long value, long timeNs) {
                    told.add(what.wireName() + " " + number + " " + value + " " + timeNs);
                }
            };
    private final SharedReads reads = ReadsOfPath.toldTo(tap, () -> 7).ofStrategy();

    @Test
    void shouldTellTheFirstAnswerAndEachThatDiffers() {
        for (int resting : new int[] {0, 0, 2, 2, 2, 1}) {
            assertEquals(resting, reads.read(SharedValue.RESTING_ORDERS, resting));
        }
        assertEquals(true, reads.read(SharedValue.HALTED, true));

        assertEquals(
                List.of(
                        "resting-orders 1 0 7",
                        "resting-orders 3 2 7",
                        "resting-orders 6 1 7",
                        "halted 1 1 7"),
                told);
    }

    @Test
    void shouldTellOfANumberThatIsNoneOnce() {
        double unused = reads.read(SharedValue.VENUE_ZERO, Double.NaN);

        assertEquals(Double.NaN, reads.read(SharedValue.VENUE_ZERO, Double.NaN));
        assertEquals(1.5, reads.read(SharedValue.VENUE_ZERO, 1.5));
        assertEquals(2, told.size());
    }

    @Test
    void shouldTellNothingWhereNobodyListens() {
        ReadsOfPath plain = ReadsOfPath.toldTo(TrafficTap.NONE, () -> 7);

        assertSame(SharedReads.PLAIN, plain.ofStrategy());
        assertSame(SharedReads.PLAIN, plain.ofLoop(1));
    }

    @Test
    void shouldGiveEachValueACodeAndANameOfItsOwn() {
        for (int i = 0; i < SharedValue.COUNT; i++) {
            SharedValue each = SharedValue.ofCode(i);
            assertSame(each, SharedValue.ofWire(each.wireName()));
        }
    }
}
