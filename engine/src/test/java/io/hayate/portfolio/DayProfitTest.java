package io.hayate.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hayate.model.Instruments;
import io.hayate.number.Decimals;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DayProfitTest {
    private static final long NOON_MS = 1_800_014_400_000L;
    private static final long DAY_MS = 86_400_000L;
    private static final long UNITS = Decimals.UNITS_PER_ONE / 100;

    private final Instruments instruments =
            Instruments.of(List.of("tBTCUSD", "tETHUSD", "tETHBTC"));
    private final Portfolio portfolio = new Portfolio();
    private final DayProfit day = new DayProfit(portfolio);

    DayProfitTest() {
        for (int id = 0; id < instruments.count(); id++) {
            portfolio.prepare(instruments.get(id));
        }
    }

    private int currency(int id) {
        return portfolio.currencies().quote(id);
    }

    /** What it says as changes come one by one is what one says that counts all anew. */
    @Test
    void shouldAddUpWhatChangedAsIfAllWereCountedAnew() {
        SplittableRandom random = new SplittableRandom(7);
        day.onTime(NOON_MS);
        for (int i = 0; i < 20_000; i++) {
            int id = random.nextInt(instruments.count());
            double price = random.nextInt(1, 1_000_000) / 10.0;
            if (random.nextInt(4) == 0) {
                portfolio.onFill(instruments.get(id), random.nextLong(-UNITS, UNITS) | 1, price);
            } else {
                portfolio.onMark(id, price, NOON_MS + i);
            }
            if (random.nextInt(3) == 0) {
                day.onTime(NOON_MS + i / 100); // a second is over twice
                assertAsCountedAnew();
            }
        }
    }

    private void assertAsCountedAnew() {
        for (int id = 0; id < instruments.count(); id++) {
            assertEquals(sum(currency(id)), day.of(currency(id)), 1e-6);
        }
    }

    private double sum(int currency) {
        double sum = 0;
        for (int i = 0; i < portfolio.tradedCount(); i++) {
            int id = portfolio.traded(i);
            Holding held = portfolio.read(id, new Holding());
            if (currency(id) == currency) {
                sum += held.realisedProfit() + (held.isMarked() ? held.unrealisedProfit() : 0);
            }
        }
        return sum;
    }

    @Test
    void shouldBeginAnewWithEachDay() {
        day.onTime(NOON_MS);
        portfolio.onFill(instruments.get(0), UNITS, 50_000);
        portfolio.onMark(0, 49_000, NOON_MS);
        assertEquals(-10, day.of(currency(0)), 1e-9);

        day.onTime(NOON_MS + DAY_MS);
        assertEquals(0, day.of(currency(0)), 1e-9);
        portfolio.onMark(0, 49_500, NOON_MS + DAY_MS);
        assertEquals(5, day.of(currency(0)), 1e-9);
    }
}
