package io.hayate.venue.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.model.Side;
import io.hayate.venue.base.Random64;
import io.hayate.venue.book.LimitBook;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SyntheticTakersTest {
    private static final long MINUTE = 1_764_000_000_000L;
    private static final int TRADES = 200;

    private final List<Long> times = new ArrayList<>();

    /** The amounts that are taken while the clock stands still. */
    private List<Long> amounts(long seed, long nowMs) {
        List<Long> amounts = new ArrayList<>();
        SyntheticTakers[] takers = new SyntheticTakers[1];
        times.clear();
        LimitBook book =
                new LimitBook(
                        (taker, price, units) -> {
                            amounts.add(units);
                            times.add(takers[0].timeMs());
                            return amounts.size();
                        });
        Random64 random = Random64.of(seed, "takers");
        Random64 late = Random64.of(seed, "late");
        takers[0] = new SyntheticTakers(book, () -> nowMs, random, late, 1, 1_000_000);
        for (int i = 0; i < TRADES; i++) {
            book.add(Side.SELL, i + 1, (1_000 + i) * LimitBook.TICK, 0, 1_000_000, null);
        }
        for (int i = 0; i < TRADES / 4; i++) {
            takers[0].take(Side.BUY);
        }
        return amounts;
    }

    @Test
    void shouldTakeTheSameWhateverTheClockShows() {
        List<Long> late = amounts(7, MINUTE + 30_000);

        assertEquals(late, amounts(7, MINUTE + 100));
        assertNotEquals(late, amounts(8, MINUTE + 30_000));
    }

    @Test
    void shouldTellSomeTradesLateRightAfterTheTurnOfAMinute() {
        amounts(7, MINUTE + 100);
        assertTrue(times.contains(MINUTE - 1));
        assertTrue(times.contains(MINUTE + 100));

        amounts(7, MINUTE + 200);
        assertEquals(List.of(MINUTE + 200), times.stream().distinct().toList());
    }
}
